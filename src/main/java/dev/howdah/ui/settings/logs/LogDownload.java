package dev.howdah.ui.settings.logs;

import dev.howdah.backup.download.DownloadProgress;
import dev.howdah.backup.file.FreeName;
import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.core.file.FileProblems;
import dev.howdah.core.file.PrivateFiles;
import dev.howdah.provider.backup.BackupFile;
import dev.howdah.provider.service.LogArchive;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Fetches a stretch of a log into a folder: as a part that gets its name only when all of it is
 * there, never over another file. Run it once.
 */
final class LogDownload {
    private static final Texts TEXTS = Texts.of(LogDownload.class);
    private static final Duration TELL_EVERY = Duration.ofMillis(250);

    private final Source source;
    private final LogArchive archive;
    private final Path folder;
    private volatile boolean stopped;
    private @Nullable Thread working;
    private volatile @Nullable BackupFile open;
    private long began;
    private long toldAt;

    /** Where stretches of the log come from; opening one may block. */
    @FunctionalInterface
    interface Source {
        BackupFile open(LogArchive archive) throws ProblemException;
    }

    /** A file that has all of the stretch. */
    record Kept(Path file, long bytes) {}

    LogDownload(Source source, LogArchive archive, Path folder) {
        this.source = source;
        this.archive = archive;
        this.folder = folder;
    }

    /** As the file is called unless that name is taken. */
    String name() {
        return "log-" + archive.from().toString().replaceAll("[^0-9TZ]", "") + ".gz";
    }

    /** Makes {@link #run} return soon; any thread. */
    void stop() {
        stopped = true;
        BackupFile now = open;
        if (now != null) {
            try {
                now.close();
            } catch (IOException _) {
                // it is not read any more either way
            }
        }
        interrupt();
    }

    /** Opening can be ended in no other way. */
    private synchronized void interrupt() {
        if (working != null) {
            working.interrupt();
        }
    }

    private synchronized void working(@Nullable Thread thread) {
        working = thread;
    }

    /**
     * Blocks until all of it is here, or it was stopped: then nothing of it is left.
     *
     * @param tell is called a few times a second, on this thread
     * @return empty when it was stopped
     */
    Optional<Kept> run(Consumer<DownloadProgress> tell) throws ProblemException {
        working(Thread.currentThread());
        try {
            Path part = folder.resolve(name() + ".part");
            // what a console that was killed has left of it is of no use
            Files.deleteIfExists(part);
            PrivateFiles.createFile(part);
            try {
                long bytes = fetch(part, tell);
                working(null);
                return stopped
                        ? Optional.empty()
                        : Optional.of(new Kept(FreeName.give(part, folder, name()), bytes));
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            if (stopped) {
                return Optional.empty();
            }
            throw FileProblems.of(e, folder.resolve(name()));
        } catch (ProblemException e) {
            if (stopped) {
                return Optional.empty();
            }
            throw e;
        } finally {
            working(null);
        }
    }

    private long fetch(Path part, Consumer<DownloadProgress> tell)
            throws IOException, ProblemException {
        try (BackupFile from = source.open(archive);
                OutputStream out = Files.newOutputStream(part)) {
            open = from;
            OptionalLong total = from.totalBytes();
            long bytes = copied(from, out, tell);
            if (!stopped && total.isPresent() && total.getAsLong() != bytes) {
                throw cut(bytes, total.getAsLong());
            }
            return bytes;
        } finally {
            open = null;
        }
    }

    private long copied(BackupFile from, OutputStream out, Consumer<DownloadProgress> tell)
            throws IOException, ProblemException {
        byte[] some = new byte[1 << 16];
        long bytes = 0;
        began = System.nanoTime();
        while (!stopped) {
            tell(bytes, from.totalBytes(), tell);
            int count = read(from, some, bytes);
            if (count < 0) {
                break;
            }
            out.write(some, 0, count);
            bytes += count;
        }
        return bytes;
    }

    private static int read(BackupFile from, byte[] some, long before) throws ProblemException {
        try {
            return from.content().read(some);
        } catch (IOException _) {
            throw cut(before, from.totalBytes().orElse(0));
        }
    }

    /**
     * @param total 0 when nobody told
     */
    private static ProblemException cut(long bytes, long total) {
        String here = Quantities.bytes((double) bytes);
        return new ProblemException(
                Problem.of(
                        Problem.Kind.UNREACHABLE,
                        total == 0
                                ? TEXTS.text("archive.broken", here)
                                : TEXTS.text("archive.cut", here, Quantities.bytes((double) total)),
                        TEXTS.text("archive.cut.remedy")));
    }

    private void tell(long bytes, OptionalLong total, Consumer<DownloadProgress> tell) {
        long now = System.nanoTime();
        if (bytes > 0 && now - toldAt < TELL_EVERY.toNanos()) {
            return;
        }
        toldAt = now;
        double seconds = (now - began) / 1e9;
        tell.accept(new DownloadProgress(bytes, total, seconds < 0.2 ? 0 : bytes / seconds, false));
    }
}
