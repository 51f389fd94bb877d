package dev.howdah.ui.connect;

import dev.howdah.core.Problem;
import dev.howdah.core.Secret;
import dev.howdah.core.Texts;
import dev.howdah.profile.Profile;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.connect.form.DialogStage;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.stage.Window;

/** Asks for the password of a saved server. JavaFX thread only. */
public final class PasswordPrompt {
    private static final Texts TEXTS = Texts.of(PasswordPrompt.class);
    private static final double WIDTH = 480;

    /**
     * The answer.
     *
     * @param keep whether it is to outlive the program, in the desktop's keychain
     */
    public record Typed(Secret password, boolean keep) {}

    public PasswordPrompt() {}

    /**
     * Opens the dialog and returns at once.
     *
     * @param refusal why the server has to be asked for again; empty the first time
     * @param canKeep whether the desktop has a keychain
     * @param then called on the JavaFX thread with what was typed; not at all when nobody did
     */
    public void open(
            Window owner,
            Profile profile,
            Optional<Problem> refusal,
            boolean canKeep,
            Consumer<Typed> then) {
        DialogStage stage = new DialogStage(owner, TEXTS.text("title.password"));
        PasswordPromptController controller =
                new PasswordPromptController(
                        profile,
                        refusal,
                        canKeep,
                        typed -> {
                            stage.close();
                            then.accept(typed);
                        },
                        stage::close);
        Parent view = FxmlViews.load(controller);
        stage.show(view, WIDTH);
        controller.focusFirst();
    }
}
