package dev.howdah.ui.connect;

import dev.howdah.core.Problem;
import dev.howdah.core.Secret;
import dev.howdah.core.Texts;
import dev.howdah.profile.Profile;
import dev.howdah.ui.FxmlViews;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.stage.Window;

/** Asks for the password of a saved server. JavaFX thread only. */
public final class PasswordPrompt {
    private static final Texts TEXTS = Texts.of(PasswordPrompt.class);
    private static final double WIDTH = 480;

    public PasswordPrompt() {}

    /**
     * Opens the dialog and returns at once.
     *
     * @param refusal why the server has to be asked for again; empty the first time
     * @param then called on the JavaFX thread with what was typed; not at all when nobody did
     */
    public void open(
            Window owner, Profile profile, Optional<Problem> refusal, Consumer<Secret> then) {
        DialogStage stage = new DialogStage(owner, TEXTS.text("title.password"));
        PasswordPromptController controller =
                new PasswordPromptController(
                        profile,
                        refusal,
                        secret -> {
                            stage.close();
                            then.accept(secret);
                        },
                        stage::close);
        Parent view = FxmlViews.load(controller);
        stage.show(view, WIDTH);
        controller.focusFirst();
    }
}
