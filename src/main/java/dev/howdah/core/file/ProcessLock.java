package dev.howdah.core.file;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps the other threads, and the other running consoles, away from files that are read and then
 * written. The lock goes with the process, so a crash leaves nothing behind but an empty file.
 */
public final class ProcessLock implements AutoCloseable {
    private static final Texts TEXTS = Texts.of(ProcessLock.class);
    private static final Duration STEP = Duration.ofMillis(10);

    /**
     * One per file of this process. Needed beside the lock of the operating system, which knows
     * processes only, and which POSIX gives up as soon as any thread closes the file.
     */
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private final ReentrantLock threads;
    private final FileChannel channel;

    private ProcessLock(ReentrantLock threads, FileChannel channel) {
        this.threads = threads;
        this.channel = channel;
    }

    /**
     * Takes the lock, or gives up after {@code limit}. An interruption neither shortens nor breaks
     * the wait: what is written under the lock is worth it.
     *
     * @param file made when it is missing, its content is never used; not a file that anybody reads
     * @throws ProblemException LOCKED, when others held it for all that time
     * @throws IOException when the file can't be made or opened
     */
    public static ProcessLock take(Path file, Duration limit) throws IOException, ProblemException {
        Path absolute = file.toAbsolutePath().normalize();
        ReentrantLock threads = THREADS.computeIfAbsent(absolute, _ -> new ReentrantLock());
        Patience patience = new Patience(absolute, limit);
        try {
            while (!threads.tryLock()) {
                patience.pause();
            }
            try {
                return new ProcessLock(threads, locked(absolute, patience));
            } catch (IOException | ProblemException | RuntimeException e) {
                threads.unlock();
                throw e;
            }
        } finally {
            patience.end();
        }
    }

    private static FileChannel locked(Path file, Patience patience)
            throws IOException, ProblemException {
        PrivateFiles.createFile(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            while (lock == null) {
                patience.pause();
                lock = channel.tryLock();
            }
            return channel;
        } catch (IOException | ProblemException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Waits step by step up to a limit, and keeps an interruption for afterwards. */
    private static final class Patience {
        private final Path file;
        private final Duration limit;
        private final long deadline;
        private boolean interrupted = Thread.interrupted();

        Patience(Path file, Duration limit) {
            this.file = file;
            this.limit = limit;
            this.deadline = System.nanoTime() + limit.toNanos();
        }

        void pause() throws ProblemException {
            if (System.nanoTime() - deadline > 0) {
                throw new ProblemException(
                        Problem.of(
                                Problem.Kind.LOCKED,
                                TEXTS.text("processLock.busy", file, Quantities.duration(limit)),
                                TEXTS.text("processLock.busy.remedy")));
            }
            LockSupport.parkNanos(STEP.toNanos());
            interrupted |= Thread.interrupted();
        }

        void end() {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() throws IOException {
        try {
            // closing gives the lock back
            channel.close();
        } finally {
            threads.unlock();
        }
    }
}
