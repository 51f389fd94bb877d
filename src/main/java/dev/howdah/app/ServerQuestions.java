package dev.howdah.app;

import dev.howdah.core.Problem;
import dev.howdah.profile.Profile;
import dev.howdah.profile.ProfileStore;
import dev.howdah.ui.connect.ConnectDialog;
import dev.howdah.ui.connect.PasswordPrompt;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.stage.Window;

/** The dialogs about servers: add, edit, password. */
final class ServerQuestions implements ServerDesk.Questions {
    private final ConnectDialog dialog;
    private final PasswordPrompt prompt;
    private Optional<ServerDesk> desk = Optional.empty();
    private Optional<Window> owner = Optional.empty();

    ServerQuestions(ProfileStore profiles, Executor background) {
        this.dialog = new ConnectDialog(profiles, background, Platform::runLater);
        this.prompt = new PasswordPrompt();
    }

    /** Who opens what was answered. Called once, before the window is shown. */
    void setDesk(ServerDesk opener) {
        desk = Optional.of(opener);
        dialog.onRemoved(opener::removed);
    }

    /** Over which window the dialogs stand. */
    void setOwner(Window window) {
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
        dialog.open(
                owner.orElseThrow(),
                existing,
                connected -> desk.orElseThrow().opened(connected.profile(), connected.password()));
    }

    @Override
    public void askPassword(Profile profile, Optional<Problem> refusal) {
        prompt.open(
                owner.orElseThrow(),
                profile,
                refusal,
                password -> desk.orElseThrow().opened(profile, password));
    }
}
