package dev.howdah.lab.node;

import dev.howdah.core.ProblemException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for what a server does by itself. */
public final class Patience {
    private static final long PAUSE_MILLIS = 20;

    private Patience() {}

    /** Asks the server. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws SQLException, ProblemException;
    }

    /** Looks at the server from outside. */
    @FunctionalInterface
    interface Look {
        boolean holds() throws ProblemException;
    }

    /** Returns as soon as it holds; false when it never did. */
    public static boolean until(Duration limit, Condition condition)
            throws SQLException, ProblemException, InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        CountDownLatch never = new CountDownLatch(1);
        while (!condition.holds()) {
            if (System.nanoTime() > deadline || never.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The same for what has to be waited for also by a thread that is being cancelled; an interrupt
     * is kept for later.
     */
    static boolean toTheEnd(Duration limit, Look look) throws ProblemException {
        long deadline = System.nanoTime() + limit.toNanos();
        CountDownLatch never = new CountDownLatch(1);
        boolean interrupted = false;
        try {
            while (!look.holds()) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
                try {
                    if (never.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                        return false;
                    }
                } catch (InterruptedException _) {
                    interrupted = true;
                }
            }
            return true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
