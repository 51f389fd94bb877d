package dev.howdah.ui.users.use;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.Reading;
import dev.howdah.pg.access.AccessObjectsQuery;
import dev.howdah.pg.access.AccessObjectsSnapshot;
import dev.howdah.pg.access.AccessRole;
import dev.howdah.pg.access.AccessRolesQuery;
import dev.howdah.pg.access.AccessRolesSnapshot;
import dev.howdah.pg.access.unused.RoleActivitySnapshot;
import dev.howdah.pg.access.unused.RoleActivitySnapshot.RoleRow;
import dev.howdah.pg.roles.RolesSnapshot;
import dev.howdah.pg.roles.SomeRoles;
import dev.howdah.session.Session;
import dev.howdah.session.SomeSessions;
import dev.howdah.testing.Fx;
import dev.howdah.testing.Fx.Look;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.testing.TestServer;
import dev.howdah.testing.Visitor;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.users.SomeUsersView;
import dev.howdah.ui.users.list.RoleLine.Entry;
import dev.howdah.ui.users.list.UsersViewModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Parent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unused roles are listed with the period and the doubts, and unknown is not none. */
class RoleUseTest {
    private static final Instant RESET = Instant.parse("2026-11-01T03:00:00Z");

    @TempDir Path folder;

    private final RolesSnapshot company = SomeRoles.company();
    private final UsersViewModel model = new UsersViewModel(ZoneOffset.UTC, false, false);

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    private AccessRolesSnapshot roles() {
        return new AccessRolesSnapshot(
                18,
                10,
                company.roles().stream()
                        .map(role ->
                                new AccessRole(
                                        role.oid(),
                                        role.name(),
                                        role.attributes().login(),
                                        role.attributes().superuser(),
                                        role.attributes().inherit(),
                                        role.memberOf().stream()
                                                .map(to ->
                                                        new AccessRole.Membership(
                                                                to.groupOid(),
                                                                to.admin(),
                                                                to.inherits(),
                                                                to.sets()))
                                                .toList()))
                        .toList(),
                company.roles().size(),
                0);
    }

    /** Postgres, dba_meier, analyst01 and the services have worked; so their groups are in use. */
    private static RoleActivitySnapshot activity(Optional<Long> evictions) {
        return new RoleActivitySnapshot(
                evictions.map(_ -> RESET),
                evictions,
                List.of(10L, 40L, 41L, 44L, 45L, 46L).stream()
                        .map(oid -> new RoleRow(oid, 3, 100, 0))
                        .toList(),
                0);
    }

    @Test
    void listsOnlyRolesThatNobodyHasWorkedAs() {
        model.show(new Reading.Fresh<>(company, SomeRoles.NOW));
        RoleUse use = RoleUse.of(roles(), activity(Optional.of(0L)));
        model.showUse(use);
        model.list().search().unused().set(true);

        assertEquals(
                List.of(
                        "analyst02",
                        "contractor",
                        "we\"ird\nname; DROP",
                        "rds_superuser",
                        "rdsadmin"),
                listed());
        assertEquals(
                "Nobody has worked as 5 of the roles since 2026-11-01 03:00 UTC, when the statement"
                        + " statistics began: no statement, and no session now.",
                use.notice().sentence());
    }

    @Test
    void saysWhatMakesItUncertain() {
        assertEquals(
                "The statistics threw entries out for want of room, and with them perhaps those of"
                        + " a role.",
                RoleUse.of(roles(), activity(Optional.of(7L))).notice().advice());
        assertEquals(
                "5 roles are without a statement in the statement statistics since their beginning,"
                        + " and without a session now; whether really nobody worked is not certain.",
                RoleUse.of(roles(), activity(Optional.empty())).notice().sentence());
    }

    @Test
    void hidesNoRoleWhileNothingIsKnown() {
        model.show(new Reading.Fresh<>(company, SomeRoles.NOW));
        int all = listed().size();
        model.list().search().unused().set(true);
        assertEquals(all, listed().size());

        Problem problem =
                Problem.of(Problem.Kind.NOT_SUPPORTED, "Nobody can say it.", "Create it.");
        RoleUse use =
                RoleUse.of(new Reading.Fresh<>(roles(), RESET), new Reading.Unavailable<>(problem));
        model.showUse(use);
        assertEquals(all, listed().size());
        assertEquals("Nobody can say it.", use.notice().sentence());
    }

    private List<String> listed() {
        return model.list().lines().stream()
                .flatMap(row ->
                        row.get() instanceof Entry entry
                                ? Stream.of(entry.role().name())
                                : Stream.empty())
                .toList();
    }

    @Test
    void listsTheGrantsOfUnusedRolesOfARealServer() throws Exception {
        TestServer server = TestServer.of(18);
        server.run(
                "DROP ROLE IF EXISTS ru_idle",
                "DROP SCHEMA IF EXISTS ru CASCADE",
                "CREATE ROLE ru_idle",
                "CREATE SCHEMA ru",
                "CREATE TABLE ru.orders (id int, total int)",
                "GRANT USAGE ON SCHEMA ru TO ru_idle",
                "GRANT SELECT, INSERT ON ru.orders TO ru_idle",
                "GRANT UPDATE (total) ON ru.orders TO ru_idle");
        UnusedGrants grants;
        try (Visitor visitor = Visitor.with(Visitor.Rights.PLAIN, server)) {
            AccessRolesSnapshot all = visitor.ask(new AccessRolesQuery());
            AccessObjectsSnapshot objects = visitor.ask(new AccessObjectsQuery(false));
            grants =
                    UnusedGrants.of(
                            all,
                            objects,
                            new RoleActivitySnapshot(
                                    Optional.of(RESET), Optional.of(0L), List.of(), 0),
                            "shop");
        } finally {
            server.run("DROP SCHEMA ru CASCADE", "DROP ROLE ru_idle");
        }

        assertEquals(
                List.of(
                        "schema ru: USAGE",
                        "table ru.orders: SELECT, INSERT",
                        "column total of table ru.orders: UPDATE"),
                grants.rows().stream()
                        .filter(line -> line.role().equals("ru_idle"))
                        .map(line -> line.on() + ": " + line.privileges())
                        .toList());
        for (Look look : Look.values()) {
            Parent view =
                    Fx.call(() ->
                            FxmlViews.load(
                                    new UnusedGrantsController(
                                            grants, new SomeWorkbench(), () -> {})));
            assertTrue(Files.size(Fx.picture(view, "unused-grants", look, 900, 600)) > 5_000);
        }
    }

    @Test
    void saysOverTheTableHowFarItIsKnown() throws Exception {
        try (Session session = SomeSessions.nowhere()) {
            for (Look look : Look.values()) {
                UsersViewModel fresh = new UsersViewModel(ZoneOffset.UTC, false, false);
                Parent view =
                        Fx.call(() ->
                                SomeUsersView.of(fresh, session, new SomeWorkbench(), folder));
                Fx.run(() -> {
                    fresh.show(new Reading.Fresh<>(company, SomeRoles.NOW));
                    fresh.list().search().unused().set(true);
                    fresh.showUse(RoleUse.of(roles(), activity(Optional.of(0L))));
                });
                assertTrue(Files.size(Fx.picture(view, "users-unused", look, 792, 590)) > 5_000);
            }
        }
    }
}
