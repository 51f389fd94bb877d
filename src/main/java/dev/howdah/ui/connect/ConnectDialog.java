package dev.howdah.ui.connect;

import dev.howdah.core.Texts;
import dev.howdah.profile.Profile;
import dev.howdah.profile.ProfileStore;
import dev.howdah.profile.secret.Secrets;
import dev.howdah.session.Providers;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.connect.form.DialogStage;
import dev.howdah.ui.connect.form.ServerDraft;
import dev.howdah.ui.connect.form.ServerFieldsController;
import dev.howdah.ui.connect.hosted.HostedByController;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.stage.Window;

/**
 * Adds and edits servers. What was typed and not saved, except the password, outlives closing the
 * dialog while the program runs. JavaFX thread only.
 */
public final class ConnectDialog {
    private static final Texts TEXTS = Texts.of(ConnectDialog.class);
    private static final double WIDTH = 608;

    private final Stores stores;
    private final Executor background;
    private final Executor uiThread;
    private Consumer<Profile> removed = _ -> {};

    /** By the profile as it was when its dialog opened; empty stands for a new server. */
    private final Map<Optional<Profile>, ServerDraft> drafts = new HashMap<>();

    /** Where what is typed goes, and who finds services. */
    public record Stores(ProfileStore profiles, Secrets secrets, Providers providers) {}

    /**
     * Opens nothing yet.
     *
     * @param background for the disk and the network; its tasks may block
     */
    public ConnectDialog(Stores stores, Executor background, Executor uiThread) {
        this.stores = stores;
        this.background = background;
        this.uiThread = uiThread;
    }

    /** What follows when a profile was removed; called on the JavaFX thread. */
    public void onRemoved(Consumer<Profile> action) {
        removed = action;
    }

    /**
     * Opens the dialog and returns at once.
     *
     * @param existing empty when a server is to be added
     * @param then called on the JavaFX thread after saving; the secrets know the password then
     */
    public void open(Window owner, Optional<Profile> existing, Consumer<Profile> then) {
        ConnectViewModel model = new ConnectViewModel(existing, stores, background, uiThread);
        model.lookForKeychain();
        DialogStage stage =
                new DialogStage(
                        owner, TEXTS.text(existing.isPresent() ? "title.edit" : "title.add"));
        ServerFieldsController fields =
                new ServerFieldsController(model.fields(), model.keychain());
        ConnectController controller =
                new ConnectController(
                        model,
                        fields,
                        Optional.ofNullable(System.getenv("DATABASE_URL")),
                        stage::close);
        Parent view = FxmlViews.load(controller, fields, new HostedByController(model.hosted()));
        ServerDraft draft = drafts.remove(existing);
        if (draft != null) {
            model.restore(draft);
            controller.sayRestored();
        }
        stage.whenClosed(() -> {
            model.test().stop();
            model.hosted().stop();
            model.draft().ifPresent(typed -> drafts.put(existing, typed));
        });
        model.whenSaved(profile -> {
            stage.close();
            drafts.remove(existing);
            then.accept(profile);
        });
        model.whenRemoved(profile -> {
            stage.close();
            drafts.remove(existing);
            removed.accept(profile);
        });
        stage.show(view, WIDTH);
        controller.focusFirst();
    }
}
