package dev.howdah.provider.trial.folder;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.file.FileProblems;
import dev.howdah.core.file.ProcessLock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;

/**
 * Says which running console looks after a trial. It ends with the process, however that dies, so
 * whoever can take it may be sure that nobody else sends anything for this trial.
 */
final class Custody implements AutoCloseable {
    private final CountDownLatch over = new CountDownLatch(1);
    private final CompletableFuture<Boolean> taken = new CompletableFuture<>();
    private final Thread keeper;

    /** A process lock belongs to the thread that took it, so it gets one of its own. */
    private Custody(Path file) {
        keeper = Thread.ofVirtual().name("custody").start(() -> keep(file));
    }

    /**
     * @param file made when missing, its content is never used
     * @return empty when a running console has it, this one included
     */
    static Optional<Custody> take(Path file) throws ProblemException {
        Custody custody = new Custody(file);
        try {
            return custody.taken.get() ? Optional.of(custody) : Optional.empty();
        } catch (InterruptedException e) {
            custody.over.countDown();
            Thread.currentThread().interrupt();
            throw FileProblems.of(new IOException(e), file);
        } catch (ExecutionException e) {
            throw FileProblems.of(new IOException(e.getCause()), file);
        }
    }

    private void keep(Path file) {
        try (ProcessLock _ = ProcessLock.take(file, Duration.ZERO)) {
            taken.complete(true);
            over.await();
        } catch (ProblemException e) {
            if (e.problem().kind() == Problem.Kind.LOCKED) {
                taken.complete(false);
            } else {
                taken.completeExceptionally(e);
            }
        } catch (IOException | InterruptedException e) {
            taken.completeExceptionally(e);
        }
    }

    /** Gives it up, and returns when others can have it. */
    @Override
    public void close() {
        over.countDown();
        try {
            keeper.join();
        } catch (InterruptedException _) {
            // it is given up all the same, a moment later
            Thread.currentThread().interrupt();
        }
    }
}
