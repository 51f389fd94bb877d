package dev.howdah.provider.http;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets time pass; tests let it pass at once. */
@FunctionalInterface
public interface Sleeper {

    void sleep(Duration duration) throws InterruptedException;

    /** By the clock on the wall. */
    static Sleeper real() {
        return duration -> {
            // nobody counts it down: it only waits, and can be interrupted
            boolean _ = new CountDownLatch(1).await(duration.toMillis(), TimeUnit.MILLISECONDS);
        };
    }
}
