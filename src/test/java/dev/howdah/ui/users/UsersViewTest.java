package dev.howdah.ui.users;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.Reading;
import dev.howdah.pg.roles.RolesSnapshot;
import dev.howdah.pg.roles.RolesSnapshot.Role;
import dev.howdah.pg.roles.SomeRoles;
import dev.howdah.session.Session;
import dev.howdah.session.SomeSessions;
import dev.howdah.testing.Fx;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.users.list.RoleLine;
import dev.howdah.ui.users.list.UsersViewModel;
import dev.howdah.ui.users.role.LinkItem;
import dev.howdah.ui.users.role.Memberships;
import dev.howdah.ui.users.role.Memberships.Link;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The view loads, binds and shows its faces in both themes and sizes. */
class UsersViewTest {
    private static final Problem GONE =
            new Problem(
                    Problem.Kind.UNREACHABLE,
                    "The connection to the server broke.",
                    "The console connects again by itself.",
                    "08006 An I/O error occurred");

    @TempDir Path folder;

    private final SomeWorkbench workbench = new SomeWorkbench();
    private final Session session = SomeSessions.nowhere();
    private final UsersViewModel model = new UsersViewModel(ZoneOffset.UTC, false, false);

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @AfterEach
    void close() {
        session.close();
    }

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void showsPeopleGroupsAndTheRoleThatIsLookedAt(Fx.Look look) {
        Parent view = Fx.call(this::view);
        Fx.run(() -> {
            model.show(fresh(SomeRoles.company()));
            model.list().reveal(41).ifPresent(model::look);
        });

        assertTrue(Files.exists(Fx.picture(view, "users", look, 792, 590)));
        Parent wide = Fx.call(this::view);
        assertTrue(Files.exists(Fx.picture(wide, "users", look, 1392, 890)));
    }

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void showsEveryFace(Fx.Look look) {
        Path stale =
                picture(
                        new Reading.Stale<>(SomeRoles.company(), SomeRoles.NOW, GONE),
                        "users-stale",
                        look);
        Path unavailable = picture(new Reading.Unavailable<>(GONE), "users-unavailable", look);

        assertTrue(Files.exists(stale) && Files.exists(unavailable));
    }

    @Test
    void selectsTheRoleWeAreLoggedInAs() {
        Parent view = Fx.call(this::view);
        Fx.run(() -> model.show(fresh(SomeRoles.company())));
        Fx.picture(view, "users-start", Fx.Look.LIGHT, 792, 590);

        @SuppressWarnings("unchecked")
        TableView<LiveRow<RoleLine>> table = (TableView<LiveRow<RoleLine>>) view.lookup("#roles");
        Label name = (Label) view.lookup(".detail-page .page-title");
        assertEquals("postgres", Fx.call(name::getText));
        assertEquals(10L, Fx.call(() -> table.getSelectionModel().getSelectedItem().get().key()));
    }

    @Test
    void givesEachPageItsRoomUntilThePersonMovesTheDivider() {
        RolePages pages = new RolePages();
        SplitPane split = Fx.call(() -> new SplitPane(new Pane(), new Pane()));
        Fx.run(() -> PageDivider.tie(split, pages));
        Fx.picture(split, "users-divider", Fx.Look.LIGHT, 800, 400);
        assertEquals(0.55, Fx.call(() -> split.getDividerPositions()[0]), 0.01);

        Fx.run(() -> {
            pages.show(RolePages.Page.ACCESS);
            split.setDividerPosition(0, 0.7);
            Event.fireEvent(split.lookup(".split-pane-divider"), released());
            pages.show(RolePages.Page.PROOF);
        });
        assertEquals(0.5, Fx.call(() -> split.getDividerPositions()[0]), 0.01);
        Fx.run(() -> pages.show(RolePages.Page.ACCESS));
        assertEquals(0.7, Fx.call(() -> split.getDividerPositions()[0]), 0.01);
    }

    private static MouseEvent released() {
        return new MouseEvent(
                MouseEvent.MOUSE_RELEASED,
                0,
                0,
                0,
                0,
                MouseButton.PRIMARY,
                1,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                true,
                false,
                true,
                null);
    }

    @Test
    void listsFiveHundredMembersAndCountsTheRest() {
        Role group = SomeRoles.group(1, "everybody");
        List<Role> roles = new ArrayList<>(List.of(group));
        for (int i = 2; i <= 602; i++) {
            roles.add(SomeRoles.in(SomeRoles.login(i, "user_" + i), group));
        }
        Memberships memberships = Memberships.of(SomeRoles.snapshot(roles.toArray(Role[]::new)));

        LinkItem item =
                new LinkItem(new Link(1, "everybody", false, true, true), memberships::membersOf);

        assertEquals(501, item.getChildren().size());
        assertEquals(
                "and 101 more; search the table for the group to see them",
                item.getChildren().getLast().getValue().name());
        assertTrue(item.getChildren().getLast().isLeaf());
    }

    private Path picture(Reading<RolesSnapshot> reading, String name, Fx.Look look) {
        Parent view = Fx.call(this::view);
        Fx.run(() -> model.show(reading));
        return Fx.picture(view, name, look, 792, 590);
    }

    private Parent view() {
        return SomeUsersView.of(model, session, workbench, folder);
    }

    private static Reading<RolesSnapshot> fresh(RolesSnapshot snapshot) {
        return new Reading.Fresh<>(snapshot, SomeRoles.NOW);
    }
}
