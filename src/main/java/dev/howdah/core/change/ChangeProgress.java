package dev.howdah.core.change;

import java.util.function.Consumer;

/**
 * How far a change is that takes its time, and the wish to end it early. Any thread may call.
 *
 * <p>Ending early is a wish: the change decides where it can stop, and its outcome says what was
 * done until then.
 */
public final class ChangeProgress {
    private Consumer<String> listener = _ -> {};
    private String said = "";
    private Runnable whenStopped = () -> {};
    private volatile boolean stopped;

    /**
     * @param onAnyThread is told what was said last, when anything was, and from then on
     */
    public synchronized void listen(Consumer<String> onAnyThread) {
        listener = onAnyThread;
        if (!said.isEmpty()) {
            onAnyThread.accept(said);
        }
    }

    /** Says how far it is: "Database 2 of 5: shop". */
    public synchronized void say(String text) {
        said = text;
        listener.accept(text);
    }

    /** Asks the change to end early. */
    public void stop() {
        Runnable told;
        synchronized (this) {
            stopped = true;
            told = whenStopped;
        }
        told.run();
    }

    /**
     * For a change that can't ask {@link #isStopped} while it waits.
     *
     * @param onAnyThread is told of the wish, at once when it has come already; must not block
     */
    public void whenStopped(Runnable onAnyThread) {
        synchronized (this) {
            whenStopped = onAnyThread;
            if (!stopped) {
                return;
            }
        }
        onAnyThread.run();
    }

    public boolean isStopped() {
        return stopped;
    }
}
