package dev.howdah.ui.connect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.profile.Profile;
import dev.howdah.profile.ProfileStore;
import dev.howdah.testing.Fx;
import dev.howdah.testing.TestServer;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.connect.form.ServerFields;
import dev.howdah.ui.connect.form.ServerFieldsController;
import dev.howdah.ui.connect.hosted.HostedByController;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The dialogs load, bind, open and answer in both themes. */
class ConnectViewTest {
    private static final Problem REFUSED =
            new Problem(
                    Problem.Kind.LOGIN_REFUSED,
                    "The server refused the password of dba.",
                    "Check user and password. A role whose VALID UNTIL has passed is refused with"
                            + " the same answer.",
                    "28P01 password authentication failed for user \"dba\"");
    private static final Executor VIRTUAL = work -> Thread.ofVirtual().start(work);

    @TempDir private Path folder;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void showsWhatIsTypedWhatIsWrongAndWhatWasFound(Fx.Look look) throws Exception {
        TestServer server = TestServer.newest();
        ConnectViewModel empty = SomeServers.adding(folder);
        picture(empty, Optional.of("unused"), "connect-empty", look, 560);

        ConnectViewModel pasted = SomeServers.adding(folder);
        Parent view = view(pasted, Optional.empty());
        Fx.run(() -> pasted.pasted().text().set("postgres://dba@10.0.0.7:99/?sslmode=prefer&x=1"));
        Fx.run(() -> {
            pasted.fields().text(ServerFields.Field.PORT).set("99999");
            pasted.fields().text(ServerFields.Field.USER).set("");
            pasted.startTest();
        });
        assertTrue(Files.exists(Fx.picture(view, "connect-wrong", look, 592, 800)));

        ConnectViewModel tested = SomeServers.editing(folder, SomeServers.orders());
        SomeServers.type(tested, server);
        Parent testedView = view(tested, Optional.empty());
        Fx.run(tested::startTest);
        assertTrue(Files.exists(Fx.picture(testedView, "connect-tested", look, 592, 880)));
    }

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void showsARefusedTestAndTheQuestionBeforeRemoving(Fx.Look look) {
        ConnectViewModel model = SomeServers.editing(folder, SomeServers.orders());
        SomeServers.type(model, TestServer.newest());
        model.fields().password().set("wrong");
        Parent view = view(model, Optional.empty());
        Fx.run(model::startTest);
        Fx.run(() -> ((Button) view.lookup("#remove")).fire());
        assertTrue(Files.exists(Fx.picture(view, "connect-refused", look, 592, 700)));
        Label question = (Label) view.lookup("#removalQuestion");
        assertEquals(
                "Remove orders-prod? Its settings go, the server itself is not touched.",
                question.getText());
    }

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void asksForAPassword(Fx.Look look) {
        Parent view =
                Fx.call(() ->
                        FxmlViews.load(
                                new PasswordPromptController(
                                        SomeServers.orders(),
                                        Optional.of(REFUSED),
                                        true,
                                        _ -> {},
                                        () -> {})));
        assertTrue(Files.exists(Fx.picture(view, "password", look, 464, 330)));
    }

    @Test
    void addsAServerAndKeepsADraftOfOneThatWasNotSaved() {
        Stage owner = owner();
        List<Profile> added = new ArrayList<>();
        ConnectDialog dialog =
                new ConnectDialog(SomeServers.stores(folder), VIRTUAL, Platform::runLater);
        Fx.run(() -> dialog.open(owner, Optional.empty(), added::add));
        Stage first = opened("Add server");
        Fx.run(() -> field(first, "#host").setText("db.example.org"));
        Fx.run(() -> field(first, "#database").setText("shop"));
        Fx.run(first::close);

        Fx.run(() -> dialog.open(owner, Optional.empty(), added::add));
        Stage second = opened("Add server");
        pictureOf(second, "connect-restored");
        assertEquals("db.example.org", Fx.call(() -> field(second, "#host").getText()));
        assertEquals("db.example.org/shop", Fx.call(() -> field(second, "#name").getPromptText()));
        Fx.run(() -> field(second, "#user").setText("dba"));
        Fx.run(() -> ((Button) second.getScene().lookup("#save")).fire());
        Fx.eventually("the server is added", () -> !added.isEmpty());

        assertFalse(Fx.call(second::isShowing));
        assertEquals("db.example.org/shop", added.getFirst().name());
        Fx.run(() -> dialog.open(owner, Optional.empty(), added::add));
        Stage third = opened("Add server");
        assertEquals("", Fx.call(() -> field(third, "#host").getText()));
        Fx.run(third::close);
        Fx.run(owner::close);
    }

    @Test
    void keepsTheUnsavedEditsOfEachServerUntilTheyAreSavedOrStartedOver() throws Exception {
        Stage owner = owner();
        Profile orders = SomeServers.orders();
        ProfileStore store = new ProfileStore(folder);
        store.save(orders);
        List<Profile> saved = new ArrayList<>();
        ConnectDialog dialog =
                new ConnectDialog(SomeServers.stores(folder), VIRTUAL, Platform::runLater);
        Stage first = edit(dialog, owner, orders, saved);
        Fx.run(() -> {
            field(first, "#host").setText("new.example.org");
            field(first, "#password").setText("s3cret");
            first.close();
        });

        Stage second = edit(dialog, owner, orders, saved);
        assertEquals("new.example.org", Fx.call(() -> field(second, "#host").getText()));
        assertEquals("", Fx.call(() -> field(second, "#password").getText()));
        assertTrue(Fx.call(() -> second.getScene().lookup("#draftLine").isVisible()));
        Fx.run(() -> ((Hyperlink) second.getScene().lookup("#draftLine .hyperlink")).fire());
        assertEquals("db.example.org", Fx.call(() -> field(second, "#host").getText()));
        Fx.run(second::close);

        Stage third = edit(dialog, owner, orders, saved);
        assertFalse(Fx.call(() -> third.getScene().lookup("#draftLine").isVisible()));
        Fx.run(() -> {
            field(third, "#host").setText("newest.example.org");
            ((Button) third.getScene().lookup("#save")).fire();
        });
        Fx.eventually("the edits are saved", () -> !saved.isEmpty());
        Stage fourth = edit(dialog, owner, saved.getFirst(), saved);
        assertEquals("newest.example.org", Fx.call(() -> field(fourth, "#host").getText()));
        assertFalse(Fx.call(() -> fourth.getScene().lookup("#draftLine").isVisible()));
        Fx.run(fourth::close);
        Fx.run(owner::close);
    }

    private static Stage edit(
            ConnectDialog dialog, Stage owner, Profile profile, List<Profile> saved) {
        Fx.run(() -> dialog.open(owner, Optional.of(profile), saved::add));
        return opened("Edit server");
    }

    @Test
    void handsOnThePasswordThatWasTyped() {
        Stage owner = owner();
        List<PasswordPrompt.Typed> typed = new ArrayList<>();
        Fx.run(() ->
                new PasswordPrompt()
                        .open(owner, SomeServers.orders(), Optional.of(REFUSED), true, typed::add));
        Stage stage = opened("Password");
        pictureOf(stage, "password-stage");
        Fx.run(() -> {
            ((PasswordField) stage.getScene().lookup("#password")).setText("s3cret");
            ((Button) stage.getScene().lookup(".button:default")).fire();
        });

        assertEquals("s3cret", typed.getFirst().password().reveal());
        assertFalse(typed.getFirst().keep());
        assertEquals(1, typed.size());
        assertFalse(Fx.call(stage::isShowing));
        Fx.run(owner::close);
    }

    /** The whole window, at the size at which it opened. */
    private static void pictureOf(Stage stage, String name) {
        Scene scene = stage.getScene();
        int width = (int) scene.getWidth();
        int height = (int) scene.getHeight();
        assertTrue(width <= 640 && height <= 960, width + "x" + height);
        assertTrue(Files.exists(Fx.picture(scene.getRoot(), name, Fx.Look.LIGHT, width, height)));
    }

    private static TextField field(Stage stage, String id) {
        return (TextField) stage.getScene().lookup(id);
    }

    private static Stage owner() {
        return Fx.call(() -> {
            Stage stage = new Stage();
            Scene scene = new Scene(new VBox(), 900, 600);
            Fx.style(scene, Fx.Look.LIGHT);
            stage.setScene(scene);
            stage.show();
            return stage;
        });
    }

    private static Stage opened(String title) {
        return Fx.call(() ->
                (Stage)
                        Window.getWindows().stream()
                                .filter(w -> w instanceof Stage s && title.equals(s.getTitle()))
                                .findFirst()
                                .orElseThrow());
    }

    private static Parent view(ConnectViewModel model, Optional<String> databaseUrl) {
        return Fx.call(() -> {
            ServerFieldsController fields =
                    new ServerFieldsController(model.fields(), model.keychain());
            return FxmlViews.load(
                    new ConnectController(model, fields, databaseUrl, () -> {}),
                    fields,
                    new HostedByController(model.hosted()));
        });
    }

    private static void picture(
            ConnectViewModel model,
            Optional<String> databaseUrl,
            String name,
            Fx.Look look,
            int height) {
        assertTrue(Files.exists(Fx.picture(view(model, databaseUrl), name, look, 592, height)));
    }
}
