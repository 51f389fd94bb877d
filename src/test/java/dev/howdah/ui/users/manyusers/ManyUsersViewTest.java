package dev.howdah.ui.users.manyusers;

import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.pg.roles.newuser.NewUser.Kind;
import dev.howdah.session.Session;
import dev.howdah.session.SomeSessions;
import dev.howdah.testing.Fx;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.testing.TestServer;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.users.form.FormPictures;
import dev.howdah.ui.users.newuser.NewUserOptionsController;
import dev.howdah.ui.users.newuser.NewUserPlanningController;
import dev.howdah.ui.users.newuser.SomeNewUsers;
import dev.howdah.ui.users.places.NewUserServer;
import java.util.List;
import java.util.concurrent.Callable;
import javafx.scene.Parent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The form for many users loads, binds and looks right, with what a real server says. */
class ManyUsersViewTest {
    private static final TestServer SERVER = TestServer.of(14);
    private static final String DATABASE = "postgres";

    private final SomeWorkbench workbench = new SomeWorkbench();
    private Session session;
    private Session elsewhere;

    @BeforeEach
    void open() {
        Fx.start();
        session = SomeSessions.on(SERVER, DATABASE);
        elsewhere = SomeSessions.on(SERVER, "template1");
    }

    @AfterEach
    void close() {
        session.close();
        elsewhere.close();
    }

    @Test
    void judgesEveryLineOfAList() {
        ManyUsersViewModel model =
                new ManyUsersViewModel(SomeNewUsers.form(session), "analyst02"::equals);
        Fx.run(() -> model.opened(Kind.READ_ONLY, List.of(new NewUserServer(elsewhere))));
        Callable<Parent> view =
                () ->
                        FxmlViews.load(
                                new ManyUsersController(model, workbench, _ -> {}, () -> {}),
                                new NewUserOptionsController(model.form()),
                                new NewUserPlanningController(model.form().planning()));
        Fx.run(() -> model.text().set("analyst01\nanalyst02\nanalyst03,,2027-01-31\npg_bad\n"));
        FormPictures.take(view, "many-users-wrong");

        Fx.run(() -> model.text().set("analyst01\nanalyst03,,2027-01-31\nanalyst04\n"));
        FormPictures.take(view, "many-users");

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
        FormPictures.take(view, "many-users-done");
    }
}
