package dev.howdah.refresh;

import dev.howdah.core.Reading;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One panel that watches one question. Hands over the newest reading, however slow the UI is. */
final class Watcher<T> {
    final Duration pause;

    /** Whether the panel is on the screen. Guarded by the loop's lock. */
    boolean looks;

    private final Executor uiThread;
    private final Consumer<Reading<T>> show;
    private final AtomicReference<@Nullable Reading<T>> pending = new AtomicReference<>();
    private volatile boolean ended;

    Watcher(Duration pause, Executor uiThread, Consumer<Reading<T>> show) {
        this.pause = pause;
        this.uiThread = uiThread;
        this.show = show;
    }

    void publish(Reading<T> reading) {
        if (pending.getAndSet(reading) == null) {
            uiThread.execute(this::showNewest);
        }
    }

    private void showNewest() {
        Reading<T> newest = pending.getAndSet(null);
        if (newest != null && !ended) {
            show.accept(newest);
        }
    }

    void end() {
        ended = true;
    }
}
