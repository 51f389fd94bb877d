package dev.howdah.lab.node;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Waits for what a server does by itself. */
public final class Patience {
    private static final long PAUSE_MILLIS = 40;

    private Patience() {}

    /** Asks the server. */
    @FunctionalInterface
    public interface Condition {
        boolean holds() throws SQLException;
    }

    /** Returns as soon as it holds; false when it never did. */
    public static boolean until(Duration limit, Condition condition)
            throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        CountDownLatch never = new CountDownLatch(1);
        while (!condition.holds()) {
            if (System.nanoTime() > deadline || never.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
    }
}
