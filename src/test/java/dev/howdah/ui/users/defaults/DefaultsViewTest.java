package dev.howdah.ui.users.defaults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Reading;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.pg.access.DefaultAclsQuery;
import dev.howdah.pg.access.DefaultAclsSnapshot;
import dev.howdah.pg.roles.RolesQuery;
import dev.howdah.pg.roles.RolesSnapshot;
import dev.howdah.pg.roles.SchemaNamesQuery;
import dev.howdah.pg.roles.step.Reach;
import dev.howdah.session.Session;
import dev.howdah.session.SomeSessions;
import dev.howdah.testing.Fx;
import dev.howdah.testing.Fx.Look;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.testing.TestServer;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.users.form.RoleField;
import dev.howdah.ui.users.form.RoleForm;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The list of default privileges, as a real server has them, and the form that changes them. */
class DefaultsViewTest {
    private static final String DATABASE = "defaults_shop";

    private final SomeWorkbench workbench = new SomeWorkbench();

    @BeforeAll
    static void makeTheShops() throws SQLException {
        Fx.start();
        for (int major : List.of(13, 18)) {
            TestServer server = TestServer.of(major);
            drop(server);
            server.run(
                    "CREATE ROLE dv_orders",
                    "CREATE ROLE dv_payments",
                    "CREATE ROLE dv_readers",
                    "CREATE ROLE dv_admin LOGIN CREATEROLE PASSWORD 'dv' IN ROLE dv_orders",
                    "CREATE DATABASE " + DATABASE);
            server.runIn(
                    DATABASE,
                    "CREATE SCHEMA orders AUTHORIZATION dv_orders",
                    "ALTER DEFAULT PRIVILEGES FOR ROLE dv_orders IN SCHEMA orders"
                            + " GRANT SELECT ON TABLES TO dv_readers",
                    "ALTER DEFAULT PRIVILEGES FOR ROLE dv_orders"
                            + " REVOKE EXECUTE ON ROUTINES FROM PUBLIC",
                    "ALTER DEFAULT PRIVILEGES FOR ROLE dv_payments"
                            + " GRANT SELECT, INSERT ON TABLES TO dv_readers WITH GRANT OPTION",
                    "ALTER DEFAULT PRIVILEGES FOR ROLE dv_payments"
                            + " GRANT USAGE ON SCHEMAS TO PUBLIC");
        }
    }

    @AfterAll
    static void dropTheShops() throws SQLException {
        for (int major : List.of(13, 18)) {
            drop(TestServer.of(major));
        }
    }

    private static void drop(TestServer server) throws SQLException {
        server.run(
                "DROP DATABASE IF EXISTS " + DATABASE + " WITH (FORCE)",
                "DROP ROLE IF EXISTS dv_admin, dv_orders, dv_payments, dv_readers");
    }

    /** The list as the administrator sees it, who has the rights of the owner of orders. */
    private record Opened(Session session, DefaultsViewModel model) implements AutoCloseable {
        static Opened on(int major) throws ProblemException {
            TestServer server = TestServer.of(major);
            Session session =
                    SomeSessions.on(
                            "shop",
                            PgTarget.of(
                                    server.host(),
                                    server.port(),
                                    DATABASE,
                                    "dv_admin",
                                    TlsMode.DISABLE),
                            "dv",
                            false);
            RolesSnapshot roles = session.reader().ask(new RolesQuery());
            DefaultAclsSnapshot defaults = session.reader().ask(new DefaultAclsQuery());
            List<String> schemas = session.reader().ask(new SchemaNamesQuery());
            Reach reach = new Reach(session.reader(), session.writer(), session.visits(), DATABASE);
            DefaultsViewModel model =
                    new DefaultsViewModel(reach, session.target(), () -> Optional.of(roles));
            Fx.run(() -> {
                model.showSchemas(new Reading.Fresh<>(schemas, Instant.EPOCH));
                model.show(new Reading.Fresh<>(defaults, Instant.EPOCH));
            });
            return new Opened(session, model);
        }

        @Override
        public void close() {
            session.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void listsEveryEntryAndWhatIsBuiltIn(int major) throws Exception {
        try (Opened opened = Opened.on(major)) {
            DefaultsViewModel model = opened.model();
            List<String> builtIn =
                    List.of(
                            "built in | every schema | tables and views | only the owner | all",
                            "built in | every schema | sequences | only the owner | all",
                            "built in | every schema | routines | PUBLIC | EXECUTE",
                            "built in | every schema | types | PUBLIC | USAGE",
                            "built in | every schema | schemas | only the owner | all",
                            "built in | every schema | large objects | only the owner | all");
            List<String> lines = lines(model);
            assertEquals(
                    List.of(
                            "dv_orders | every schema | routines | PUBLIC |"
                                    + " lost EXECUTE, which is built in",
                            "dv_orders | orders | tables and views | dv_readers | SELECT",
                            "dv_payments | every schema | tables and views | dv_readers |"
                                    + " SELECT, INSERT, and may grant on",
                            "dv_payments | every schema | schemas | PUBLIC | USAGE"),
                    lines.subList(0, 4));
            assertEquals(
                    major >= 18 ? builtIn : builtIn.subList(0, 5), lines.subList(4, lines.size()));
            assertEquals("4 entries are set", model.summary().get());

            Fx.run(() -> model.filter().set("PUBLIC"));
            assertEquals(4, model.lines().size());
        }
    }

    @Test
    void saysWhyAnEntryIsNotOursAndRevokesWhatIs() throws Exception {
        try (Opened opened = Opened.on(18)) {
            DefaultsViewModel model = opened.model();
            assertEquals("Choose an entry to change or revoke it.", model.revokeObstacle().get());
            assertEquals("", model.addObstacle().get());
            select(model, "dv_payments", "tables and views");
            assertEquals(
                    "Only dv_payments, those who have its rights, and superusers may set its default"
                            + " privileges; dv_admin is none of them.",
                    model.revokeObstacle().get());
            select(model, "dv_orders", "routines");
            assertEquals(
                    "This entry gives nothing; change it to give the privilege back.",
                    model.revokeObstacle().get());
            select(model, "dv_orders", "tables and views");
            assertEquals("", model.revokeObstacle().get());
            assertEquals(
                    "-- defaults_shop\nBEGIN;\nALTER DEFAULT PRIVILEGES FOR ROLE \"dv_orders\" IN"
                            + " SCHEMA \"orders\" REVOKE SELECT ON TABLES FROM \"dv_readers\";\nCOMMIT;",
                    model.revokeSelected().preview());
        }
    }

    @Test
    void changesWhatTheTicksSayAndKnowsWhatIsBuiltIn() throws Exception {
        try (Opened opened = Opened.on(18)) {
            DefaultsViewModel model = opened.model();
            select(model, "dv_orders", "tables and views");
            RoleForm form = model.changeForm().orElseThrow();
            Fx.run(() -> tick(form, "INSERT").value().set(true));
            assertEquals(
                    "ALTER DEFAULT PRIVILEGES FOR ROLE \"dv_orders\" IN SCHEMA \"orders\" GRANT INSERT"
                            + " ON TABLES TO \"dv_readers\"",
                    form.maker().change().preview().lines().toList().get(2).replace(";", ""));
            assertEquals(
                    List.of("dv_admin", "dv_orders"),
                    ((RoleField.Choice) form.fields().getFirst()).texts());

            Fx.run(() -> {
                choose(form, 1, "every schema");
                choose(form, 2, "types");
                choose(form, 3, "PUBLIC");
            });
            assertEquals(List.of("USAGE"), ticked(form));
            Fx.run(() -> choose(form, 2, "routines"));
            assertEquals(List.of(), ticked(form));
            Fx.run(() -> choose(form, 3, "nobody_knows"));
            Problem problem = assertThrows(ProblemException.class, form.maker()::change).problem();
            assertEquals("Choose PUBLIC or a role of the list.", problem.sentence());
        }
    }

    @Test
    void looksRightInBothThemes() throws Exception {
        try (Opened opened = Opened.on(18)) {
            DefaultsViewModel model = opened.model();
            for (Look look : Look.values()) {
                Parent view =
                        Fx.call(() ->
                                FxmlViews.load(
                                        new DefaultsController(
                                                model, workbench, () -> {}, () -> {}, () -> {})));
                picture(view, "defaults", look);
                Fx.run(() -> {
                    TableView<?> table = (TableView<?>) view.lookup("#table");
                    table.getSelectionModel().select(2);
                });
                picture(view, "defaults-theirs", look);
                assertTrue(Fx.call(() -> ((Button) view.lookup("#revoke")).isDisabled()));
                Fx.run(() -> {
                    TableView<?> table = (TableView<?>) view.lookup("#table");
                    table.getSelectionModel().select(1);
                    ((Button) view.lookup("#change")).fire();
                });
                Parent form = workbench.forms.getLast();
                picture(form, "defaults-form", look);
                assertEquals(8, Fx.call(() -> form.lookupAll(".tick-flow CheckBox").size()));
                Fx.run(() -> {
                    CheckBox first = (CheckBox) form.lookup(".tick-flow .check-box");
                    assertTrue(first.isSelected());
                    ComboBox<?> kind =
                            (ComboBox<?>) form.lookupAll(".combo-box").stream().toList().get(2);
                    kind.getSelectionModel().select(2);
                });
                assertEquals(1, Fx.call(() -> form.lookupAll(".tick-flow .check-box").size()));
            }
        }
    }

    private static void picture(Parent view, String name, Look look) throws Exception {
        StackPane window =
                Fx.call(() -> {
                    StackPane pane = new StackPane(view);
                    pane.setPadding(new Insets(8));
                    pane.getStyleClass().add("tile");
                    return pane;
                });
        assertTrue(Files.size(Fx.picture(window, name, look, 1_000, 700)) > 5_000);
    }

    private static void select(DefaultsViewModel model, String owner, String kind) {
        Fx.run(() ->
                model.selected()
                        .set(
                                model.lines().stream()
                                        .filter(line ->
                                                line.owner().equals(owner)
                                                        && line.kindWords().equals(kind))
                                        .findFirst()
                                        .orElseThrow()));
    }

    private static List<String> lines(DefaultsViewModel model) {
        return Fx.call(() ->
                model.lines().stream()
                        .map(line ->
                                String.join(
                                        " | ",
                                        line.ownerWords(),
                                        line.schemaWords(),
                                        line.kindWords(),
                                        line.granteeWords(),
                                        line.privilegeWords()))
                        .toList());
    }

    private static RoleField.Tick tick(RoleForm form, String privilege) {
        return ticks(form).stream()
                .filter(tick -> tick.label().equals(privilege))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> ticked(RoleForm form) {
        return ticks(form).stream()
                .filter(tick -> tick.value().get())
                .map(RoleField.Tick::label)
                .toList();
    }

    private static List<RoleField.Tick> ticks(RoleForm form) {
        return ((RoleField.Ticks) form.fields().get(4)).ticks();
    }

    private static void choose(RoleForm form, int field, String text) {
        ((RoleField.Choice) form.fields().get(field)).value().set(text);
    }
}
