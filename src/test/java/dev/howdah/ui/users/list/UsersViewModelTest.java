package dev.howdah.ui.users.list;

import static dev.howdah.pg.roles.SomeRoles.NOW;
import static dev.howdah.pg.roles.SomeRoles.group;
import static dev.howdah.pg.roles.SomeRoles.in;
import static dev.howdah.pg.roles.SomeRoles.login;
import static dev.howdah.pg.roles.SomeRoles.superuser;
import static dev.howdah.pg.roles.SomeRoles.using;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.Reading;
import dev.howdah.pg.roles.RolesSnapshot;
import dev.howdah.pg.roles.RolesSnapshot.Kind;
import dev.howdah.pg.roles.RolesSnapshot.Role;
import dev.howdah.pg.roles.SomeRoles;
import dev.howdah.ui.panel.PanelState;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.users.list.RoleLine.Entry;
import dev.howdah.ui.users.list.RoleLine.Heading;
import dev.howdah.ui.users.role.RoleDetail;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What the tab Users shows, without a screen. */
class UsersViewModelTest {
    private static final Problem GONE =
            Problem.of(Problem.Kind.UNREACHABLE, "The connection broke.", "");

    private final UsersViewModel model = new UsersViewModel(ZoneOffset.UTC, false, false);

    @Test
    void listsRolesUnderTheirHeadingsAndKeepsForeignOnesClosed() {
        show(SomeRoles.company());

        assertEquals(
                List.of(
                        "[ADMINISTRATOR 2 open]",
                        "dba_meier",
                        "postgres you",
                        "[LOGIN 7 open]",
                        "analyst01",
                        "analyst02 SOON",
                        "auth_service",
                        "contractor PASSED",
                        "orders_service",
                        "payments_service",
                        "we\"ird\nname; DROP",
                        "[GROUP 2 open]",
                        "reporting",
                        "services",
                        "[PROVIDER 2]",
                        "[PREDEFINED 3]"),
                lines());
        assertEquals("16 roles, 10 can log in", model.summary().get());
    }

    @Test
    void countsInTheSingular() {
        show(SomeRoles.snapshot(superuser(10, "postgres")));

        assertEquals("1 role, 1 can log in", model.summary().get());
    }

    @Test
    void offersTheProvidersWayToNewUsersWhereSqlHasNoRight() {
        RolesSnapshot roles =
                new RolesSnapshot(
                        List.of(login(1, "shop")),
                        1,
                        new RolesSnapshot.Asker(
                                "shop",
                                18,
                                "UTF8",
                                false,
                                new RolesSnapshot.Attributes(
                                        true, false, true, false, false, false, false)),
                        NOW);
        UsersViewModel hosted = new UsersViewModel(ZoneOffset.UTC, false, true);

        show(roles);
        hosted.show(new Reading.Fresh<>(roles, NOW));

        assertEquals("shop has no CREATEROLE.", model.newUserObstacle().get());
        assertEquals("", hosted.newUserObstacle().get());
        assertTrue(hosted.onlyProviderMakesUsers());
        hosted.show(new Reading.Fresh<>(SomeRoles.snapshot(superuser(10, "postgres")), NOW));
        assertFalse(hosted.onlyProviderMakesUsers());
    }

    @Test
    void saysHowManyRolesWereNotRead() {
        show(SomeRoles.snapshot(List.of(login(1, "a"), group(2, "b")), 12_345, "a", NOW));

        assertEquals(
                "12,345 roles, 1 can log in; 12,343 more are not listed", model.summary().get());
    }

    @Test
    void searchesNamesCommentsAndGroupsInClosedHeadingsToo() {
        show(SomeRoles.company());

        model.list().search().text().set(" READ ");

        assertEquals(
                List.of(
                        "[GROUP 1 open]",
                        "reporting",
                        "[PREDEFINED 3 open]",
                        "pg_monitor",
                        "pg_read_all_data",
                        "pg_read_all_stats"),
                lines());
    }

    @Test
    void filtersByConnectionExpiryAndRights() {
        show(SomeRoles.company());

        model.list().search().expiring().set(true);
        assertEquals(List.of("[LOGIN 2 open]", "analyst02 SOON", "contractor PASSED"), lines());

        model.list().search().expiring().set(false);
        model.list().search().connected().set(true);
        model.list().search().powerful().set(true);
        assertEquals(List.of("[ADMINISTRATOR 2 open]", "dba_meier", "postgres you"), lines());
    }

    @Test
    void sortsWithinHeadingsInBothDirections() {
        show(SomeRoles.company());
        Comparator<LiveRow<RoleLine>> bySessions =
                Comparator.comparing(LiveRow::get, RoleLine.by(e -> e.role().sessions()));

        model.list().order().set(bySessions.reversed());

        assertEquals(
                List.of("[ADMINISTRATOR 2 open]", "dba_meier", "postgres you"),
                lines().subList(0, 3));
        assertEquals(
                List.of("orders_service", "auth_service", "payments_service", "analyst01"),
                lines().subList(4, 8));
    }

    @Test
    void opensAndClosesAHeading() {
        show(SomeRoles.company());

        model.list().toggle(Kind.LOGIN);
        model.list().toggle(Kind.PROVIDER);

        assertTrue(lines().contains("[LOGIN 7]"));
        assertTrue(lines().contains("rdsadmin"));
        assertTrue(!lines().contains("analyst01"));
    }

    @Test
    void keepsTheRowOfARoleWhileItChanges() {
        show(SomeRoles.snapshot(login(1, "app")));
        LiveRow<RoleLine> row = model.list().reveal(1).orElseThrow();

        show(SomeRoles.snapshot(using(login(1, "app_renamed"), 3, 5)));

        assertSame(row, model.list().reveal(1).orElseThrow());
        assertEquals(List.of("[LOGIN 1 open]", "app_renamed"), lines());
    }

    @Test
    void beginsWithTheRoleWeAreLoggedInAsAndFollowsTheSelection() {
        show(SomeRoles.company());
        assertEquals("postgres", detail().name());

        model.look(model.list().reveal(60).orElseThrow());

        assertEquals("rds_superuser", detail().name());
        assertEquals("Made by Amazon RDS", detail().kind());
        assertTrue(lines().contains("rds_superuser"), "its heading was opened");
    }

    @Test
    void revealsARoleThatTheSearchHides() {
        show(SomeRoles.company());
        model.list().search().text().set("analyst01");

        model.list().reveal(31);

        assertEquals("", model.list().search().text().get());
        assertTrue(lines().contains("services"));
    }

    @Test
    void dropsTheDetailOfARoleThatIsGone() {
        show(SomeRoles.company());

        show(SomeRoles.snapshot(login(99, "other")));

        assertNull(model.detail().get());
    }

    @Test
    void answersEveryReading() {
        assertEquals(PanelState.Phase.WAITING, model.state().get().phase());
        model.show(new Reading.Unavailable<>(GONE));
        assertEquals(PanelState.Phase.UNAVAILABLE, model.state().get().phase());
        show(SomeRoles.company());
        assertEquals(PanelState.Phase.FRESH, model.state().get().phase());
        model.show(new Reading.Stale<>(SomeRoles.company(), NOW, GONE));
        assertEquals(PanelState.Phase.STALE, model.state().get().phase());
        assertEquals(16, lines().size(), "old rows stay");
    }

    @Test
    void listsTwentyThousandRolesWithoutDelay() {
        List<Role> many = new ArrayList<>();
        Role everybody = group(1, "everybody");
        many.add(everybody);
        for (int i = 2; i <= 20_000; i++) {
            many.add(in(login(i, "user_" + i), everybody));
        }
        RolesSnapshot snapshot = SomeRoles.snapshot(many, 20_039, "user_7", NOW);
        // of this thread: on a busy desktop the clock on the wall tells of others
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long started = threads.getCurrentThreadCpuTime();

        show(snapshot);
        model.list().search().text().set("user_1999");
        model.list().search().text().set("");
        show(SomeRoles.snapshot(many, 20_040, "user_7", NOW.plusSeconds(30)));

        long millis = (threads.getCurrentThreadCpuTime() - started) / 1_000_000;
        assertEquals(20_002, model.list().lines().size());
        assertTrue(millis < 3_000, millis + " ms");
    }

    private void show(RolesSnapshot snapshot) {
        model.show(new Reading.Fresh<>(snapshot, NOW));
    }

    private RoleDetail detail() {
        return Objects.requireNonNull(model.detail().get());
    }

    private List<String> lines() {
        return model.list().lines().stream()
                .map(row ->
                        switch (row.get()) {
                            case Heading(Kind kind, int matching, boolean open) ->
                                    "[" + kind + " " + matching + (open ? " open]" : "]");
                            case Entry entry ->
                                    entry.role().name()
                                            + (entry.you() ? " you" : "")
                                            + switch (entry.expiry()) {
                                                case SOON, PASSED -> " " + entry.expiry();
                                                case NEVER, LATER -> "";
                                            };
                        })
                .toList();
    }
}
