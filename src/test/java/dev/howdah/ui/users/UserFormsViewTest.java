package dev.howdah.ui.users;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.pg.roles.RolesQuery;
import dev.howdah.pg.roles.RolesSnapshot;
import dev.howdah.pg.roles.SomeRoles;
import dev.howdah.session.Session;
import dev.howdah.session.SomeSessions;
import dev.howdah.testing.Fx;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.testing.TestServer;
import dev.howdah.ui.users.form.FormPictures;
import dev.howdah.ui.users.list.RoleActs.Act;
import dev.howdah.ui.users.list.UsersViewModel;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The forms of the tab Users load, bind and look right, with what a real server says. */
class UserFormsViewTest {
    private static final TestServer SERVER = TestServer.of(14);
    private static final String DATABASE = "view_shop";

    private final SomeWorkbench workbench = new SomeWorkbench();
    private final UsersViewModel roles = new UsersViewModel(ZoneOffset.UTC, false, false);
    private Session session;
    private Session elsewhere;
    private UserForms forms;

    @BeforeAll
    static void makeAnOwner() throws SQLException {
        dropTheOwner();
        SERVER.run("CREATE ROLE view_owner", "CREATE DATABASE " + DATABASE);
        SERVER.runIn(DATABASE, "CREATE SCHEMA orders AUTHORIZATION view_owner");
    }

    @AfterAll
    static void dropTheOwner() throws SQLException {
        SERVER.run(
                "DROP DATABASE IF EXISTS " + DATABASE + " WITH (FORCE)",
                "DROP ROLE IF EXISTS view_owner");
    }

    @BeforeEach
    void open() {
        Fx.start();
        session = SomeSessions.on(SERVER, DATABASE);
        elsewhere = SomeSessions.on(SERVER, "postgres");
        forms =
                new UserForms(
                        session,
                        workbench,
                        () -> List.of(session, elsewhere),
                        roles,
                        ZoneOffset.UTC,
                        Optional.of(_ -> {}));
    }

    @AfterEach
    void close() {
        session.close();
        elsewhere.close();
    }

    @Test
    void opensAFormForEveryChangeOfARole() throws Exception {
        RolesSnapshot company = SomeRoles.company();
        RolesSnapshot.Role analyst =
                company.roles().stream()
                        .filter(role -> role.name().equals("analyst01"))
                        .findFirst()
                        .orElseThrow();
        for (Act act :
                List.of(
                        Act.PASSWORD,
                        Act.EXPIRY,
                        Act.LIMIT,
                        Act.SETTING,
                        Act.JOIN,
                        Act.LEAVE,
                        Act.ADD_MEMBER,
                        Act.ATTRIBUTES,
                        Act.RENAME,
                        Act.COMMENT)) {
            Fx.run(() -> forms.change(act, analyst, company));
            FormPictures.take(
                    workbench.forms.getLast(), "role-" + act.name().toLowerCase(Locale.ROOT));
        }
        Fx.run(() -> forms.change(Act.REMOVE_MEMBER, company.roles().getLast(), company));
        FormPictures.take(workbench.forms.getLast(), "role-remove_member");
        RolesSnapshot real = session.reader().ask(new RolesQuery());
        RolesSnapshot.Role owner =
                real.roles().stream()
                        .filter(role -> role.name().equals("view_owner"))
                        .findFirst()
                        .orElseThrow();
        int before = workbench.forms.size();
        Fx.run(() -> forms.change(Act.DROP, owner, real));
        Fx.eventually("the form to drop", () -> workbench.forms.size() > before);
        Parent drop = workbench.forms.getLast();
        FormPictures.take(drop, "role-drop");

        Fx.run(() -> ((ButtonBase) drop.lookup("#act")).fire());
        Fx.eventually(
                "undecided objects are refused",
                () -> drop.lookup(".notice-line") != null && workbench.changes.isEmpty());
        assertTrue(workbench.changes.isEmpty());
    }
}
