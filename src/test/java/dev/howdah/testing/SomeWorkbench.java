package dev.howdah.testing;

import dev.howdah.core.Secret;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Operation;
import dev.howdah.ui.Place;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.operations.LocalWorks;
import dev.howdah.ui.operations.OperationsViewModel;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Parent;

/** A workbench without a window: it keeps what the tabs ask of it, and confirms nothing. */
public final class SomeWorkbench implements Workbench {
    /** What tabs put on the clipboard. */
    public final List<String> copied = new CopyOnWriteArrayList<>();

    /** The statements that tabs showed. */
    public final List<String> statements = new CopyOnWriteArrayList<>();

    /** The changes that tabs wanted confirmed; none is run. */
    public final List<Change> changes = new CopyOnWriteArrayList<>();

    /** The forms that are open, the newest last. */
    public final List<Parent> forms = new CopyOnWriteArrayList<>();

    /** The secrets that tabs put on the clipboard. */
    public final List<Secret> secrets = new CopyOnWriteArrayList<>();

    /** What tabs said in the status line. */
    public final List<String> said = new CopyOnWriteArrayList<>();

    /** Where tabs wanted to lead. */
    public final List<Place> places = new CopyOnWriteArrayList<>();

    /** What the person chooses when asked for a folder; empty for none. */
    public volatile Optional<Path> folder = Optional.empty();

    /** What tabs work on themselves, as they told it the last time. */
    public final OperationsViewModel operations;

    private final LocalWorks works;
    private final Clock clock;
    private final Executor background;

    public SomeWorkbench() {
        this(Clock.systemUTC());
    }

    public SomeWorkbench(Clock clock) {
        this(clock, task -> Thread.ofVirtual().start(task));
    }

    /**
     * @param background gets what blocks
     */
    public SomeWorkbench(Clock clock, Executor background) {
        this.clock = clock;
        this.operations = new OperationsViewModel(clock);
        this.works = new LocalWorks(operations);
        this.background = background;
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
        places.add(place);
    }

    @Override
    public void goTo(Place place, String filter) {
        places.add(place);
    }

    @Override
    public void confirm(Change change, Consumer<ChangeOutcome> afterwards) {
        changes.add(change);
    }

    @Override
    public void open(Function<Runnable, Parent> form, Runnable closed) {
        List<Parent> shown = new ArrayList<>(1);
        Parent view =
                form.apply(() -> {
                    if (forms.removeAll(shown)) {
                        closed.run();
                    }
                });
        shown.add(view);
        forms.add(view);
    }

    @Override
    public void copySecret(String what, Secret secret) {
        secrets.add(secret);
    }

    @Override
    public void showSql(String panel, String sql) {
        statements.add(sql);
    }

    @Override
    public void showRequests(String panel, String requests) {
        statements.add(requests);
    }

    @Override
    public void copy(String what, String text) {
        copied.add(text);
    }

    @Override
    public void chooseFolder(String question, Consumer<Path> then) {
        folder.ifPresent(then);
    }

    @Override
    public void working(ChangeTarget where, Operation now, Runnable cancel) {
        works.show(where, now, cancel);
    }

    @Override
    public void say(String sentence) {
        said.add(sentence);
    }
}
