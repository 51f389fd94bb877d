package dev.howdah.app.workbench;

import dev.howdah.app.dialogs.Dialogs;
import dev.howdah.app.status.StatusViewModel;
import dev.howdah.core.Secret;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeRunner;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Operation;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Lines;
import dev.howdah.ui.Place;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.confirm.ConfirmChangeController;
import dev.howdah.ui.confirm.ConfirmChangeViewModel;
import dev.howdah.ui.operations.LocalWorks;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** What the window does for the tabs of one server. */
public final class WindowWorkbench implements Workbench {
    private static final Texts TEXTS = Texts.of(WindowWorkbench.class);

    private final Dialogs dialogs;
    private final ChangeRunner changes;
    private final StatusViewModel status;
    private final LocalWorks works;
    private final SecretClipboard clipboard;
    private final Executor background;
    private final Clock clock;
    private final BiConsumer<Place, String> goTo;
    private final Afterwards afterChange;
    private final Function<String, Optional<Path>> folderDialog;

    /** Where the window says what goes on. */
    public record Speaking(StatusViewModel status, LocalWorks works) {}

    /** What the window does when a change ran. */
    public interface Afterwards {
        void ran();

        /** Takes back what a provider does. */
        void undo(UUID change);
    }

    /**
     * Works for the tabs of one server.
     *
     * @param goTo brings a place of that server to the front, with a filter
     * @param folderDialog asks the person a question that a folder answers
     */
    public WindowWorkbench(
            Dialogs dialogs,
            ChangeRunner changes,
            Speaking speaking,
            SecretClipboard clipboard,
            Executor background,
            Clock clock,
            BiConsumer<Place, String> goTo,
            Afterwards afterChange,
            Function<String, Optional<Path>> folderDialog) {
        this.dialogs = dialogs;
        this.changes = changes;
        this.status = speaking.status();
        this.works = speaking.works();
        this.clipboard = clipboard;
        this.background = background;
        this.clock = clock;
        this.goTo = goTo;
        this.afterChange = afterChange;
        this.folderDialog = folderDialog;
    }

    @Override
    public Executor uiThread() {
        return Platform::runLater;
    }

    @Override
    public Executor background() {
        return background;
    }

    @Override
    public Clock clock() {
        return clock;
    }

    @Override
    public void goTo(Place place) {
        goTo.accept(place, "");
    }

    @Override
    public void goTo(Place place, String filter) {
        goTo.accept(place, filter);
    }

    @Override
    public void confirm(Change change, Consumer<ChangeOutcome> afterwards) {
        ConfirmChangeViewModel model =
                new ConfirmChangeViewModel(
                        change,
                        changes,
                        background,
                        uiThread(),
                        outcome -> {
                            status.ran(
                                    change,
                                    outcome,
                                    undo -> confirm(undo, afterwards),
                                    afterChange::undo);
                            afterwards.accept(outcome);
                            afterChange.ran();
                        });
        open(close -> FxmlViews.load(new ConfirmChangeController(model, close)));
    }

    @Override
    public void open(Function<Runnable, Parent> form, Runnable closed) {
        List<Node> shown = new ArrayList<>(1);
        Parent view = form.apply(() -> shown.forEach(dialogs::close));
        shown.add(view);
        dialogs.show(view, closed);
    }

    @Override
    public void showSql(String panel, String sql) {
        showSent(panel, TEXTS.text("sql.hint"), sql, TEXTS.text("sql.copied"));
    }

    @Override
    public void showRequests(String panel, String requests) {
        showSent(panel, TEXTS.text("requests.hint"), requests, TEXTS.text("requests.copied"));
    }

    private void showSent(String panel, String hint, String sent, String copied) {
        String text = sent.isEmpty() ? TEXTS.text("sql.none") : Lines.capped(sent);
        dialogs.show(
                FxmlViews.load(
                        new SentTextController(
                                TEXTS.text("sql.title", panel),
                                hint,
                                text,
                                () -> copy(copied, sent),
                                dialogs::close)));
    }

    @Override
    public void copySecret(String what, Secret secret) {
        clipboard.put(secret);
        status.say(TEXTS.text("status.copiedSecret", what, SecretClipboard.LENT.toSeconds()));
    }

    @Override
    public void copy(String what, String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        status.say(TEXTS.text("status.copied", what));
    }

    @Override
    public void chooseFolder(String question, Consumer<Path> then) {
        folderDialog.apply(question).ifPresent(then);
    }

    @Override
    public void working(ChangeTarget where, Operation now, Runnable cancel) {
        works.show(where, now, cancel);
    }

    @Override
    public void say(String sentence) {
        status.say(sentence);
    }
}
