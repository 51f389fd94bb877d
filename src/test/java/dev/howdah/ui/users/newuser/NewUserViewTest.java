package dev.howdah.ui.users.newuser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.pg.roles.newuser.NewUser.Kind;
import dev.howdah.provider.NoProvider;
import dev.howdah.provider.scalingo.ScalingoStage;
import dev.howdah.provider.service.ProviderUser;
import dev.howdah.session.Session;
import dev.howdah.session.SomeSessions;
import dev.howdah.testing.Fx;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.testing.TestServer;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.users.form.FormPictures;
import dev.howdah.ui.users.form.NewPasswordController;
import dev.howdah.ui.users.places.DatabaseChoice;
import dev.howdah.ui.users.places.NewUserServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The form for a new user loads, binds and looks right, with what a real server says. */
class NewUserViewTest {
    private static final TestServer SERVER = TestServer.of(14);
    private static final String DATABASE = "made_shop";

    private final SomeWorkbench workbench = new SomeWorkbench();
    private Session session;
    private Session elsewhere;

    @BeforeAll
    static void makeTheShop() throws SQLException {
        dropTheShop();
        SERVER.run(
                "CREATE ROLE made_owner",
                "CREATE DATABASE " + DATABASE,
                "CREATE DATABASE made_archive",
                "CREATE DATABASE made_reports");
        SERVER.runIn(
                DATABASE,
                "CREATE SCHEMA orders AUTHORIZATION made_owner",
                "CREATE TABLE orders.items (id int)",
                "ALTER TABLE orders.items OWNER TO made_owner",
                "CREATE SCHEMA stock");
    }

    @AfterAll
    static void dropTheShop() throws SQLException {
        for (String database : List.of(DATABASE, "made_archive", "made_reports")) {
            SERVER.run("DROP DATABASE IF EXISTS " + database + " WITH (FORCE)");
        }
        SERVER.run("DROP ROLE IF EXISTS made_owner");
    }

    @BeforeEach
    void open() {
        Fx.start();
        session = SomeSessions.on(SERVER, DATABASE);
        elsewhere = SomeSessions.on(SERVER, "postgres");
    }

    @AfterEach
    void close() {
        session.close();
        elsewhere.close();
    }

    @Test
    void showsWhatComesOfANewUserWhileItIsDescribed() {
        NewUserViewModel model =
                new NewUserViewModel(SomeNewUsers.form(session), _ -> false, new NoProvider());
        Fx.run(() -> model.opened(Kind.READ_ONLY, List.of(new NewUserServer(elsewhere))));
        FormPictures.take(() -> newUser(model), "new-user-empty");

        Fx.run(() -> {
            model.name().set("analyst01");
            DatabaseChoice shop = model.form().places().databases().get(1);
            model.form().places().readSchemas(shop);
            model.form().places().choose(model.form().places().databases().getFirst(), true);
        });
        Parent view = FormPictures.take(() -> newUser(model), "new-user");
        assertFalse(Fx.call(() -> ((Button) view.lookup("#create")).isDisabled()));

        Fx.run(() -> {
            model.name().set("pg_analyst");
            model.password().text().set("short");
            model.password().revealed().set(true);
            model.form().options().connections().text().set("0");
        });
        FormPictures.take(() -> newUser(model), "new-user-wrong");
        assertTrue(Fx.call(() -> ((Button) view.lookup("#create")).isDisabled()));
    }

    /** The provider has a way of its own, which needs none of the options. */
    @Test
    void letsTheProviderMakeTheUserAndShowsItsRequest(@TempDir Path folder) throws Exception {
        try (ScalingoStage scalingo = new ScalingoStage(false, true)) {
            NewUserViewModel model =
                    new NewUserViewModel(
                            SomeNewUsers.form(session),
                            _ -> false,
                            scalingo.provider(new FileOperationLog(folder)));
            Fx.run(() -> {
                model.opened(Kind.READ_ONLY, List.of());
                model.name().set("abc");
                model.byProvider().set(true);
            });
            assertTrue(
                    model.form().planning().state().get() instanceof NewUserPlanning.State.Refused);
            Fx.run(() -> model.name().set("analyst01"));
            Parent view = FormPictures.take(() -> newUser(model), "new-user-by-provider");
            assertFalse(Fx.call(() -> view.lookup("#options").isVisible()));
            String shown = model.form().planning().sql().get();
            assertFalse(shown.contains(model.password().text().get()), shown);

            String secret = model.password().text().get();
            Change change = Fx.call(model::change).orElseThrow();
            ChangeOutcome outcome = change.action().run();
            Fx.run(() -> model.ran(outcome));

            assertEquals(ChangeOutcome.Status.DONE, outcome.status());
            MadeUser made = model.made().get().orElseThrow();
            assertEquals("analyst01", made.name());
            assertEquals(secret, made.password().reveal());
            assertEquals(
                    List.of(true),
                    scalingo.provider(new FileOperationLog(folder)).users().stream()
                            .filter(user -> user.name().equals("analyst01"))
                            .map(ProviderUser::readOnly)
                            .toList());
        }
    }

    @Test
    void showsTheUserThatWasMade() {
        NewUserViewModel model =
                new NewUserViewModel(SomeNewUsers.form(session), _ -> false, new NoProvider());
        Fx.run(() -> {
            model.opened(Kind.READ_ONLY, List.of());
            model.name().set("analyst01");
            model.change();
            model.ran(
                    new ChangeOutcome(
                            ChangeOutcome.Status.PARTLY,
                            "analyst01 is there, but has not all of its rights.",
                            List.of(
                                    "analyst01 in made_shop: done (12 statements)",
                                    "analyst01 in made_archive: not done. The connection to the"
                                            + " server broke.")));
        });
        FormPictures.take(() -> newUser(model), "new-user-done");
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
}
