package dev.howdah.lab.archive;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/** Whose turn it is to work on an archive: one backup, removal or recovery at a time. */
final class ArchiveTurn {
    private static final Texts TEXTS = Texts.of(ArchiveTurn.class);
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final ReentrantLock work = new ReentrantLock();

    /** Ends the turn, in the thread that took it. */
    @FunctionalInterface
    interface Taken extends AutoCloseable {
        @Override
        void close();
    }

    /** Tidying takes a moment, so long work waits for its end. */
    Taken patiently() throws ProblemException, InterruptedException {
        if (!work.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            throw busy();
        }
        return work::unlock;
    }

    Taken atOnce() throws ProblemException {
        if (!work.tryLock()) {
            throw busy();
        }
        return work::unlock;
    }

    private static ProblemException busy() {
        return new ProblemException(
                Problem.of(
                        Problem.Kind.LOCKED,
                        TEXTS.text("archive.busy"),
                        TEXTS.text("archive.busy.remedy")));
    }
}
