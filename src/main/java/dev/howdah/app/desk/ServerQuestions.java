package dev.howdah.app.desk;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.profile.Profile;
import dev.howdah.profile.secret.SecretName;
import dev.howdah.profile.secret.Secrets;
import dev.howdah.ui.connect.ConnectDialog;
import dev.howdah.ui.connect.PasswordPrompt;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.stage.Window;

/** The dialogs about servers: add, edit, password. */
public final class ServerQuestions implements ServerDesk.Questions {
    private final ConnectDialog dialog;
    private final PasswordPrompt prompt;
    private final Secrets secrets;
    private final Executor background;
    private final Consumer<String> say;
    private Optional<ServerDesk> desk = Optional.empty();
    private Optional<Window> owner = Optional.empty();

    /**
     * @param say puts a sentence into the status line
     */
    public ServerQuestions(ConnectDialog.Stores stores, Executor background, Consumer<String> say) {
        this.dialog = new ConnectDialog(stores, background, Platform::runLater);
        this.secrets = stores.secrets();
        this.background = background;
        this.say = say;
        this.prompt = new PasswordPrompt();
    }

    /** Who opens what was answered. Called once, before the window is shown. */
    public void setDesk(ServerDesk opener) {
        desk = Optional.of(opener);
        dialog.onRemoved(opener::removed);
    }

    /** Over which window the dialogs stand. */
    public void setOwner(Window window) {
        owner = Optional.of(window);
    }

    @Override
    public void addServer() {
        open(Optional.empty());
    }

    @Override
    public void editServer(Profile profile) {
        open(Optional.of(profile));
    }

    private void open(Optional<Profile> existing) {
        dialog.open(owner.orElseThrow(), existing, profile -> desk.orElseThrow().opened(profile));
    }

    @Override
    public void askPassword(Profile profile, Optional<Problem> refusal) {
        background.execute(() -> {
            boolean canKeep = secrets.canKeep();
            Platform.runLater(() ->
                    prompt.open(
                            owner.orElseThrow(),
                            profile,
                            refusal,
                            canKeep,
                            typed -> typed(profile, typed)));
        });
    }

    /** A keychain that fails takes no connection away. */
    private void typed(Profile profile, PasswordPrompt.Typed typed) {
        SecretName name = SecretName.password(profile.id());
        secrets.remember(name, typed.password());
        if (typed.keep()) {
            background.execute(() -> {
                try {
                    secrets.keep(name, typed.password());
                } catch (ProblemException e) {
                    Platform.runLater(() -> say.accept(e.problem().whole()));
                }
            });
        }
        desk.orElseThrow().opened(profile);
    }
}
