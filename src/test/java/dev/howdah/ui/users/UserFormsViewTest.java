package dev.howdah.ui.users;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.ChangeOutcome;
import dev.howdah.pg.roles.NewUser.Kind;
import dev.howdah.pg.roles.RolesQuery;
import dev.howdah.pg.roles.RolesSnapshot;
import dev.howdah.pg.roles.SomeRoles;
import dev.howdah.session.Session;
import dev.howdah.testing.Fx;
import dev.howdah.testing.Fx.Look;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.testing.TestServer;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.users.RoleActs.Act;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.layout.StackPane;
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
    private final UsersViewModel roles = new UsersViewModel(ZoneOffset.UTC);
    private Session session;
    private Session elsewhere;
    private UserForms forms;

    @BeforeAll
    static void makeTheShop() throws SQLException {
        dropTheShop();
        SERVER.run(
                "CREATE ROLE view_owner",
                "CREATE DATABASE " + DATABASE,
                "CREATE DATABASE view_archive",
                "CREATE DATABASE view_reports");
        SERVER.runIn(
                DATABASE,
                "CREATE SCHEMA orders AUTHORIZATION view_owner",
                "CREATE TABLE orders.items (id int)",
                "ALTER TABLE orders.items OWNER TO view_owner",
                "CREATE SCHEMA stock");
    }

    @AfterAll
    static void dropTheShop() throws SQLException {
        for (String database : List.of(DATABASE, "view_archive", "view_reports")) {
            SERVER.run("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
        }
        SERVER.run("DROP ROLE IF EXISTS view_owner");
    }

    @BeforeEach
    void open() {
        Fx.start();
        session = SomeForms.on(SERVER, DATABASE);
        elsewhere = SomeForms.on(SERVER, "postgres");
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
    void showsWhatComesOfANewUserWhileItIsDescribed() {
        NewUserViewModel model = new NewUserViewModel(SomeForms.form(session), _ -> false);
        Fx.run(() -> model.opened(Kind.READ_ONLY, List.of(new NewUserServer(elsewhere))));
        picture(() -> newUser(model), "new-user-empty");

        Fx.run(() -> {
            model.name().set("analyst01");
            DatabaseChoice shop = model.form().places().databases().get(1);
            model.form().places().readSchemas(shop);
            model.form().places().choose(model.form().places().databases().getFirst(), true);
        });
        Parent view = picture(() -> newUser(model), "new-user");
        assertFalse(Fx.call(() -> ((Button) view.lookup("#create")).isDisabled()));

        Fx.run(() -> {
            model.name().set("pg_analyst");
            model.password().text().set("short");
            model.password().revealed().set(true);
            model.form().options().connections().text().set("0");
        });
        picture(() -> newUser(model), "new-user-wrong");
        assertTrue(Fx.call(() -> ((Button) view.lookup("#create")).isDisabled()));
    }

    @Test
    void showsTheUserThatWasMade() {
        NewUserViewModel model = new NewUserViewModel(SomeForms.form(session), _ -> false);
        Fx.run(() -> {
            model.opened(Kind.READ_ONLY, List.of());
            model.name().set("analyst01");
            model.change();
            model.ran(
                    new ChangeOutcome(
                            ChangeOutcome.Status.PARTLY,
                            "analyst01 is there, but has not all of its rights.",
                            List.of(
                                    "analyst01 in view_shop: done (12 statements)",
                                    "analyst01 in view_archive: not done. The connection to the"
                                            + " server broke.")));
        });
        picture(() -> newUser(model), "new-user-done");
    }

    @Test
    void judgesEveryLineOfAList() {
        ManyUsersViewModel model =
                new ManyUsersViewModel(SomeForms.form(session), "analyst02"::equals);
        Fx.run(() -> model.opened(Kind.READ_ONLY, List.of(new NewUserServer(elsewhere))));
        Callable<Parent> view =
                () ->
                        FxmlViews.load(
                                new ManyUsersController(model, workbench, _ -> {}, () -> {}),
                                new NewUserOptionsController(model.form()),
                                new NewUserPlanningController(model.form().planning()));
        Fx.run(() -> model.text().set("analyst01\nanalyst02\nanalyst03,,2027-01-31\npg_bad\n"));
        picture(view, "many-users-wrong");

        Fx.run(() -> model.text().set("analyst01\nanalyst03,,2027-01-31\nanalyst04\n"));
        picture(view, "many-users");

        Fx.run(() -> {
            model.shown();
            model.ran(
                    new ChangeOutcome(
                            ChangeOutcome.Status.DONE,
                            "3 of 3 users are there.",
                            List.of(
                                    "analyst01 in view_shop: done (12 statements)",
                                    "analyst03 in view_shop: done (12 statements)",
                                    "analyst04 in view_shop: done (12 statements)")));
        });
        picture(view, "many-users-done");
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
            picture(workbench.forms.getLast(), "role-" + act.name().toLowerCase(Locale.ROOT));
        }
        Fx.run(() -> forms.change(Act.REMOVE_MEMBER, company.roles().getLast(), company));
        picture(workbench.forms.getLast(), "role-remove_member");
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
        picture(drop, "role-drop");

        Fx.run(() -> ((ButtonBase) drop.lookup("#act")).fire());
        Fx.eventually(
                "undecided objects are refused",
                () -> drop.lookup(".notice-line") != null && workbench.changes.isEmpty());
        assertTrue(workbench.changes.isEmpty());
    }

    @Test
    void comparesTwoRoles() {
        List<RolesSnapshot.Role> all = SomeRoles.company().roles();
        Parent view =
                Fx.call(() ->
                        FxmlViews.load(
                                new RoleComparisonController(
                                        RoleComparison.of(all.get(1), all.get(2)),
                                        workbench,
                                        () -> {})));
        picture(view, "compare");
    }

    private Parent newUser(NewUserViewModel model) {
        NewUserDoneController done = new NewUserDoneController(workbench, Optional.of(_ -> {}));
        return FxmlViews.load(
                new NewUserController(model, done, workbench, _ -> {}, () -> {}),
                done,
                new NewPasswordController(model.password(), workbench),
                new NewUserOptionsController(model.form()),
                new NewUserPlanningController(model.form().planning()));
    }

    /**
     * In the middle of a window, in both themes; each from a view of its own, because what is
     * scrolled is painted from a cache.
     *
     * @return the last view
     */
    private static Parent picture(Callable<Parent> maker, String name) {
        Parent view = new StackPane();
        for (Look look : Look.values()) {
            view = Fx.call(maker);
            picture(view, name, look);
        }
        return view;
    }

    private static void picture(Parent view, String name) {
        for (Look look : Look.values()) {
            picture(view, name, look);
        }
    }

    private static void picture(Parent view, String name, Look look) {
        StackPane window =
                Fx.call(() -> {
                    StackPane pane = new StackPane(view);
                    pane.setPadding(new Insets(8));
                    pane.getStyleClass().add("tile");
                    return pane;
                });
        assertTrue(Files.exists(Fx.picture(window, name, look, 1_000, 700)));
    }
}
