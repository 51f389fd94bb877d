package dev.howdah.testing;

import dev.howdah.core.Problem;
import dev.howdah.core.Reading;
import dev.howdah.pg.Query;
import dev.howdah.refresh.RefreshLoop;
import dev.howdah.refresh.Subscription;
import dev.howdah.session.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The panels of one session without a screen: what each shows at this moment. */
public final class WatchedPanels {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<String, Reading<?>> shown = new LinkedHashMap<>();
    private final List<Subscription> subscriptions = new ArrayList<>();

    /** Shows these panels in the session's fast loop, as the visible tabs would. */
    public WatchedPanels fast(Session session, Query<?>... queries) {
        for (Query<?> query : queries) {
            watch(session.fast(), query, Duration.ofMillis(200));
        }
        return this;
    }

    public WatchedPanels slow(Session session, Query<?>... queries) {
        for (Query<?> query : queries) {
            watch(session.slow(), query, Duration.ofMillis(400));
        }
        return this;
    }

    private <T> void watch(RefreshLoop loop, Query<T> query, Duration pause) {
        Subscription subscription =
                loop.subscribe(query, pause, reading -> show(query.name(), reading));
        subscriptions.add(subscription);
        subscription.shown();
    }

    private void show(String name, Reading<?> reading) {
        lock.lock();
        try {
            shown.put(name, reading);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until every panel was read after this moment. */
    public void awaitAllFreshSince(Instant moment) {
        awaitEach(
                shown.keySet(), reading -> isFreshSince(reading, moment), "fresh since " + moment);
    }

    public void awaitFreshSince(Instant moment, String... names) {
        awaitEach(
                List.of(names), reading -> isFreshSince(reading, moment), "fresh since " + moment);
    }

    public void awaitProblem(Problem.Kind kind, String... names) {
        awaitEach(List.of(names), reading -> hasProblem(reading, kind), kind.name());
    }

    public void awaitAllProblem(Problem.Kind kind) {
        awaitProblem(kind, shown.keySet().toArray(String[]::new));
    }

    /** What was read last, be it fresh or stale by now; empty before the first answer. */
    public Optional<?> lastOf(String name) {
        lock.lock();
        try {
            return java.util.Objects.requireNonNull(shown.get(name), name).content();
        } finally {
            lock.unlock();
        }
    }

    private static boolean isFreshSince(@Nullable Reading<?> reading, Instant moment) {
        return reading instanceof Reading.Fresh<?> fresh && fresh.takenAt().isAfter(moment);
    }

    /** Waits until one panel has this problem and returns what it shows. */
    public Reading<?> awaitSomeProblem(Problem.Kind kind) {
        return await(
                () ->
                        shown.values().stream()
                                .filter(reading -> hasProblem(reading, kind))
                                .<Reading<?>>map(reading -> reading)
                                .findFirst(),
                () -> "nobody has " + kind);
    }

    private static boolean hasProblem(@Nullable Reading<?> reading, Problem.Kind kind) {
        return reading != null
                && reading.problem().filter(problem -> problem.kind() == kind).isPresent();
    }

    private void awaitEach(
            Collection<String> names, Predicate<@Nullable Reading<?>> isSo, String what) {
        await(
                () ->
                        names.stream().allMatch(name -> isSo.test(shown.get(name)))
                                ? Optional.of(what)
                                : Optional.empty(),
                () -> "not " + what + ": " + shown);
    }

    private <T> T await(Supplier<Optional<T>> seen, Supplier<String> complaint) {
        long left = PATIENCE.toNanos();
        lock.lock();
        try {
            while (true) {
                Optional<T> found = seen.get();
                if (found.isPresent()) {
                    return found.get();
                }
                if (left <= 0) {
                    throw new AssertionError(complaint.get());
                }
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            lock.unlock();
        }
    }

    public void close() {
        subscriptions.forEach(Subscription::close);
    }
}
