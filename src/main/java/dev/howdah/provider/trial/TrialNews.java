package dev.howdah.provider.trial;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** How the trial of a service stands, and who wants to hear of it. */
public final class TrialNews {
    private final Executor uiThread;
    private final List<Consumer<TrialState>> listeners = new CopyOnWriteArrayList<>();
    private volatile TrialState state = new TrialState.Idle();

    public TrialNews(Executor uiThread) {
        this.uiThread = uiThread;
    }

    public TrialState state() {
        return state;
    }

    /**
     * Calls {@code listener} on the UI thread with the state as it is now, and with every later
     * one; while something is on trial about once a second. Running the result ends that.
     */
    public Runnable subscribe(Consumer<TrialState> listener) {
        listeners.add(listener);
        uiThread.execute(() -> listener.accept(state));
        return () -> listeners.remove(listener);
    }

    public void publish(TrialState next) {
        state = next;
        uiThread.execute(() -> listeners.forEach(listener -> listener.accept(next)));
    }
}
