package dev.howdah.refresh;

import dev.howdah.core.Answer;
import dev.howdah.core.Problem;
import dev.howdah.core.Question;
import dev.howdah.core.Reading;
import dev.howdah.core.Source;
import dev.howdah.core.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats the questions of all panels of one server, on one virtual thread. Questions that are due
 * at about the same time travel together; the next attempt begins a fixed pause after the last one
 * has ended, so attempts neither overlap nor pile up. A question that failed is asked alone, later
 * and later, until it succeeds.
 */
public final class RefreshLoop implements AutoCloseable {
    private static final Texts TEXTS = Texts.of(RefreshLoop.class);
    private static final Logger LOG = LoggerFactory.getLogger(RefreshLoop.class);

    /** Who is due this soon travels along, so that panels of the same pause stay in step. */
    private static final double GATHER = 0.3;

    private final String name;
    private final Source source;
    private final Executor uiThread;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<Question<?>, Polled<?>> polled = new LinkedHashMap<>();
    private @Nullable Thread thread;
    private boolean paused;
    private boolean closed;

    /**
     * @param name of the thread and in logs
     * @param uiThread where readings are shown; {@code Platform::runLater} in the program
     */
    public RefreshLoop(String name, Source source, Executor uiThread, Clock clock) {
        this.name = name;
        this.source = source;
        this.uiThread = uiThread;
        this.clock = clock;
    }

    /** Begins to ask. */
    public void start() {
        thread = Thread.ofVirtual().name("refresh-" + name).start(this::run);
    }

    /**
     * Wants to know the answer to a question every {@code pause}; the shortest pause among those
     * who watch wins. {@code show} is called on the UI thread with the reading as it is now and
     * with every later one; when readings come faster than they are shown, only the newest is.
     */
    public <T> Subscription subscribe(
            Question<T> question, Duration pause, Consumer<Reading<T>> show) {
        lock.lock();
        try {
            @SuppressWarnings("unchecked")
            Polled<T> entry = (Polled<T>) polled.computeIfAbsent(question, q -> new Polled<>(q));
            Watcher<T> watcher = new Watcher<>(pause, uiThread, show);
            entry.watchers.add(watcher);
            watcher.publish(entry.reading);
            return new WatcherSubscription<>(this, entry, watcher);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Stops asking until {@link #resume()}, but for what somebody wants now; running attempts are
     * shown when they end.
     */
    public void pause() {
        change(() -> paused = true);
    }

    public void resume() {
        change(() -> paused = false);
    }

    /** Asks everything that is shown, now. */
    public void askAllNow() {
        change(() -> polled.values().forEach(Polled::askNow));
    }

    void change(Runnable what) {
        lock.lock();
        try {
            what.run();
            polled.values().removeIf(entry -> entry.watchers.isEmpty());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Asks once what is due at this moment. The loop does this for ever; tests do it by hand. */
    public void attempt() {
        List<Polled<?>> together = new ArrayList<>();
        List<Polled<?>> alone = new ArrayList<>();
        lock.lock();
        try {
            for (Polled<?> entry : dueNow()) {
                (entry.failures == 0 ? together : alone).add(entry);
                entry.begin();
            }
        } finally {
            lock.unlock();
        }
        ask(together);
        for (Polled<?> entry : alone) {
            ask(List.of(entry));
        }
    }

    private List<Polled<?>> dueNow() {
        if (closed) {
            return List.of();
        }
        Instant now = clock.instant();
        boolean anyDue = polled.values().stream().anyMatch(entry -> entry.isDue(now, paused));
        return anyDue
                ? polled.values().stream()
                        .filter(entry -> entry.isAlmostDue(now, GATHER, paused))
                        .toList()
                : List.of();
    }

    private void ask(List<Polled<?>> due) {
        if (due.isEmpty()) {
            return;
        }
        List<Answer<?>> answers = answers(due.stream().map(entry -> entry.question).toList());
        lock.lock();
        try {
            if (closed) {
                return;
            }
            for (int i = 0; i < due.size(); i++) {
                due.get(i).take(answers.get(i), clock.instant());
            }
        } finally {
            lock.unlock();
        }
    }

    private List<Answer<?>> answers(List<? extends Question<?>> questions) {
        try {
            return source.ask(questions);
        } catch (RuntimeException e) {
            // A defect of ours must not end the refresh, and the panels have to say so.
            LOG.error("Refresh {} failed unexpectedly", name, e);
            Problem defect =
                    new Problem(
                            Problem.Kind.FAILED,
                            TEXTS.text("loop.defect"),
                            TEXTS.text("loop.defect.remedy"),
                            e.toString());
            return questions.stream().<Answer<?>>map(_ -> new Answer.Failed<>(defect)).toList();
        }
    }

    private void run() {
        while (waitUntilDue()) {
            attempt();
        }
    }

    /** False when the loop was closed. */
    private boolean waitUntilDue() {
        lock.lock();
        try {
            while (!closed) {
                Instant now = clock.instant();
                Instant next =
                        polled.values().stream()
                                .map(entry -> entry.nextAttempt(paused))
                                .filter(at -> at != null)
                                .min(Instant::compareTo)
                                .orElse(null);
                if (next == null) {
                    changed.await();
                } else if (next.isAfter(now)) {
                    changed.await(
                            Duration.between(now, next).toMillis() + 1, TimeUnit.MILLISECONDS);
                } else {
                    return true;
                }
            }
            return false;
        } catch (InterruptedException e) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    /** Ends the loop. An attempt that is under way ends by itself and is not shown. */
    @Override
    public void close() {
        change(() -> closed = true);
        if (thread != null) {
            thread.interrupt();
        }
    }
}
