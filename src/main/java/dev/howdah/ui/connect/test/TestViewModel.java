package dev.howdah.ui.connect.test;

import dev.howdah.core.Problem;
import dev.howdah.core.Secret;
import dev.howdah.pg.PgTarget;
import dev.howdah.ui.connect.form.Attempt;
import dev.howdah.ui.notice.Notice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** The test of what was typed: begun, listened to, stopped, outdated. JavaFX thread only. */
public final class TestViewModel {
    private final Executor background;
    private final Executor uiThread;
    private final ReadOnlyObjectWrapper<TestState> state =
            new ReadOnlyObjectWrapper<>(new TestState.NotRun());
    private @Nullable ConnectionTest running;

    /**
     * @param background for the visit, which blocks
     */
    public TestViewModel(Executor background, Executor uiThread) {
        this.background = background;
        this.uiThread = uiThread;
    }

    public ReadOnlyObjectProperty<TestState> state() {
        return state.getReadOnlyProperty();
    }

    public boolean isUnderWay() {
        return running != null;
    }

    /**
     * Visits the server; only while no other visit is under way.
     *
     * @param password wiped when the visit is over
     */
    public void start(PgTarget target, Secret password) {
        ConnectionTest visit = new ConnectionTest(target, password);
        running = visit;
        state.set(new TestState.Running(List.of()));
        Attempt attempt = () -> visit.run(notice -> onUi(visit, () -> add(notice)));
        background.execute(() -> {
            Optional<Problem> failure = attempt.failure();
            onUi(visit, () -> end(failure));
        });
    }

    /** Nothing more is heard of a visit that was stopped. */
    private void onUi(ConnectionTest visit, Runnable what) {
        uiThread.execute(() -> {
            if (running == visit) {
                what.run();
            }
        });
    }

    private void add(Notice notice) {
        List<Notice> found = new ArrayList<>(state.get().found());
        found.add(notice);
        state.set(new TestState.Running(found));
    }

    private void end(Optional<Problem> failure) {
        running = null;
        List<Notice> found = state.get().found();
        state.set(
                failure.<TestState>map(problem -> new TestState.Failed(found, problem))
                        .orElseGet(() -> new TestState.Reached(found)));
    }

    /** Stops the visit that is under way, if there is one. */
    public void stop() {
        ConnectionTest visit = running;
        if (visit != null) {
            running = null;
            visit.cancel();
            state.set(new TestState.NotRun());
        }
    }

    /** What was found is no longer about what the fields say. */
    public void forget() {
        stop();
        state.set(new TestState.NotRun());
    }
}
