package dev.howdah.testing;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** Waits for something that another thread or process does, and fails when it never happens. */
public final class Await {
    private static final Duration STEP = Duration.ofMillis(10);

    /** Long enough for a desktop on which everything takes ten times as long as on ours. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Await() {}

    /**
     * Returns as soon as it is true; fails when it is not within a minute.
     *
     * @param what the sentence of the failure
     */
    public static void until(String what, Callable<Boolean> condition) {
        until(what, PATIENCE, condition);
    }

    /**
     * Looks until what is seen is as wanted, and returns that: a second look may see something
     * else.
     *
     * @param what the sentence of the failure
     */
    public static <T> T seen(String what, Callable<T> look, Predicate<T> wanted) {
        AtomicReference<T> last = new AtomicReference<>();
        until(
                what,
                () -> {
                    T now = look.call();
                    last.set(now);
                    return wanted.test(now);
                });
        return Objects.requireNonNull(last.get(), what);
    }

    /**
     * Returns as soon as it is true; for what may take longer than a minute.
     *
     * @param what the sentence of the failure
     */
    public static void until(String what, Duration limit, Callable<Boolean> condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Not within " + limit.toMillis() + " ms: " + what);
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
    }

    private static boolean holds(Callable<Boolean> condition) {
        try {
            return condition.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
