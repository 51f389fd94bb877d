package dev.howdah.ui.connect.hosted;

import dev.howdah.core.ProblemException;
import org.jspecify.annotations.Nullable;

/** A question to a provider that can be given up while it is under way, or before. Any thread. */
final class Interruptible {
    private @Nullable Thread working;
    private boolean interrupted;

    /** Something to ask a provider; may block, and ends when its thread is interrupted. */
    @FunctionalInterface
    interface Asking<T> {
        T ask() throws ProblemException;
    }

    /** Asks on this thread, which is not interrupted afterwards. */
    <T> T run(Asking<T> asking) throws ProblemException {
        work(Thread.currentThread());
        try {
            return asking.ask();
        } finally {
            work(null);
        }
    }

    private synchronized void work(@Nullable Thread thread) {
        working = thread;
        if (thread == null) {
            boolean _ = Thread.interrupted();
        } else if (interrupted) {
            thread.interrupt();
        }
    }

    synchronized void interrupt() {
        interrupted = true;
        if (working != null) {
            working.interrupt();
        }
    }
}
