package dev.howdah.provider.trial.guard;

import dev.howdah.core.ProblemException;
import dev.howdah.provider.trial.TrialState;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a guard do what is due for as long as its server is open, whatever is on the screen: several
 * times a second while something is on trial, else now and then, to find what another console left
 * behind.
 */
public final class GuardClock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(GuardClock.class);

    /** A wish of the person is fulfilled this soon, too. */
    private static final Duration BUSY = Duration.ofMillis(250);

    private static final Duration IDLE = Duration.ofSeconds(15);

    private final LockOutGuard guard;
    private final Runnable first;
    private final Semaphore woken = new Semaphore(0);
    private final Runnable unsubscribe;
    private volatile boolean busy;
    private volatile boolean closed;

    /** Begins at once with what an earlier start may have left. */
    public GuardClock(LockOutGuard guard) {
        this(guard, () -> {});
    }

    /**
     * @param first done before anything else, on the clock's own thread, where it may block
     */
    public GuardClock(LockOutGuard guard, Runnable first) {
        this.guard = guard;
        this.first = first;
        this.unsubscribe = guard.news().subscribe(this::heard);
        Thread.ofVirtual().name("lock-out-guard").start(this::run);
    }

    /** Whom it lets do what is due. */
    public LockOutGuard guard() {
        return guard;
    }

    private void heard(TrialState state) {
        // every tick makes news, and must not bring about the next one
        if (busy != state.isPressing()) {
            busy = state.isPressing();
            woken.release();
        }
    }

    private void run() {
        try {
            first.run();
            while (!closed) {
                tick();
                boolean _ =
                        woken.tryAcquire((busy ? BUSY : IDLE).toMillis(), TimeUnit.MILLISECONDS);
                woken.drainPermits();
            }
        } catch (InterruptedException _) {
            // nobody does that but the end of the program
            Thread.currentThread().interrupt();
        }
    }

    private void tick() {
        try {
            guard.tick();
        } catch (ProblemException | RuntimeException e) {
            // what is on trial must still go back in time, so this goes on
            LOG.warn("What is on trial could not be looked at", e);
        }
    }

    /** What is on trial is left to another guard of this console. Blocks while it goes back. */
    public void leave() {
        stop();
        guard.leave();
    }

    private void stop() {
        unsubscribe.run();
        closed = true;
        woken.release();
    }

    /** What is on trial goes back now. Blocks as long as the provider does. */
    @Override
    public void close() {
        stop();
        guard.close();
    }
}
