package dev.howdah.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for something that another thread or process does, and fails when it never happens. */
public final class Await {
    private static final Duration STEP = Duration.ofMillis(10);

    private Await() {}

    /**
     * Returns as soon as it is true.
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
