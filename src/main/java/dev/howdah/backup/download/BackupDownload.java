package dev.howdah.backup.download;

import dev.howdah.backup.Fetched;
import dev.howdah.backup.FileVerdict;
import dev.howdah.backup.file.BackupFileCheck;
import dev.howdah.backup.file.FinishedFile;
import dev.howdah.backup.file.FreeName;
import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.core.file.FileProblems;
import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.provider.backup.BackupFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Fetches the file of one backup into a folder: as a part that a broken link, a stop or a restart
 * does not lose, proven before it gets its name, never over another file. Run it once.
 */
public final class BackupDownload {
    private static final Texts TEXTS = Texts.of(BackupDownload.class);
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** A disk that is filled to its last byte stops more than a download. */
    private static final long RESERVE_BYTES = 64L << 20;

    /** So many links in a row may break without giving a byte. */
    private static final int ATTEMPTS = 5;

    private static final Duration TELL_EVERY = Duration.ofMillis(250);

    private final DownloadSource source;
    private final BackupEntry backup;
    private final Path folder;
    private final String stem;
    private final Duration pause;
    private volatile boolean stopped;
    private volatile @Nullable BackupFile open;
    private long began;
    private long beganAt;
    private long toldAt;

    /**
     * @param server the name the person knows it by; it becomes part of the file's name
     * @param pause after a link that broke, longer after each further one
     */
    public BackupDownload(
            DownloadSource source, BackupEntry backup, String server, Path folder, Duration pause) {
        this.source = source;
        this.backup = backup;
        this.folder = folder;
        this.stem = safe(server) + "-" + UTC.format(backup.createdAt());
        this.pause = pause;
    }

    private static String safe(String name) {
        return name.replaceAll("[^\\p{L}\\p{N}._-]", "_");
    }

    /** Where the part is while it arrives. */
    public Path part() {
        String id = safe(backup.id());
        return folder.resolve(stem + "-" + id.substring(0, Math.min(12, id.length())) + ".part");
    }

    /** Makes {@link #run} return soon; any thread. */
    public void stop() {
        stopped = true;
        BackupFile now = open;
        if (now != null) {
            try {
                now.close();
            } catch (IOException _) {
                // it is not read any more either way
            }
        }
    }

    /**
     * Blocks until the file is here and proven, or it was stopped. A part of an earlier run is
     * continued when the file at the provider is still the same.
     *
     * @param tell is called a few times a second, on this thread
     * @throws ProblemException when it can't go on; the part stays
     */
    public Fetched run(Consumer<DownloadProgress> tell) throws ProblemException {
        Path part = part();
        try {
            FreeName.removeIfNamed(part, folder);
        } catch (IOException e) {
            throw FileProblems.of(e, part);
        }
        try (PartFile file = new PartFile(part, backup.id())) {
            if (!file.isMine()) {
                throw problem(Problem.Kind.LOCKED, "download.twice", part.getFileName());
            }
            ToldFile told = fetch(file, tell);
            if (stopped) {
                file.makeSafe();
                return new Fetched.Stopped(part, file.length());
            }
            return proven(file, told, tell);
        } catch (IOException e) {
            throw FileProblems.of(e, part);
        }
    }

    private ToldFile fetch(PartFile file, Consumer<DownloadProgress> tell)
            throws ProblemException, IOException {
        int failures = 0;
        ToldFile told = ToldFile.nothing();
        while (!stopped) {
            long before = file.length();
            try (BackupFile from = source.open(before, file.version())) {
                open = from;
                told = new ToldFile(from.name(), from.totalBytes());
                requireRoom(from);
                file.goOnWith(from.version(), from.from(), from.checksum());
                before = file.length();
                if (copied(from, file, tell)) {
                    return told;
                }
            } catch (LinkBroken _) {
                file.makeSafe();
                if (told.totalBytes().orElse(Long.MAX_VALUE) == file.length()) {
                    return told;
                }
            } catch (ProblemException e) {
                if (!mayPass(e.problem().kind()) || failures + 1 >= ATTEMPTS) {
                    throw e;
                }
            } finally {
                open = null;
            }
            failures = file.length() > before ? 0 : failures + 1;
            if (failures >= ATTEMPTS) {
                throw problem(
                        Problem.Kind.UNREACHABLE,
                        "download.broken",
                        Quantities.bytes((double) file.length()));
            }
            if (!stopped) {
                LockSupport.parkNanos(pause.multipliedBy(1L << failures).toNanos());
            }
        }
        return told;
    }

    private static boolean mayPass(Problem.Kind kind) {
        return kind == Problem.Kind.UNREACHABLE || kind == Problem.Kind.TIMED_OUT;
    }

    /** Reading failed, and writing did not. */
    private static final class LinkBroken extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** Whether it is complete as far as its length says. */
    private boolean copied(BackupFile from, PartFile file, Consumer<DownloadProgress> tell)
            throws IOException, LinkBroken {
        byte[] bytes = new byte[1 << 16];
        began = System.nanoTime();
        beganAt = file.length();
        while (!stopped) {
            int some = read(from, bytes);
            if (some < 0) {
                return from.totalBytes().isEmpty()
                        || file.length() >= from.totalBytes().getAsLong();
            }
            file.append(bytes, some);
            tell(file, from.totalBytes(), tell);
        }
        return false;
    }

    private static int read(BackupFile from, byte[] bytes) throws LinkBroken {
        try {
            return from.content().read(bytes);
        } catch (IOException _) {
            throw new LinkBroken();
        }
    }

    private void tell(PartFile file, OptionalLong total, Consumer<DownloadProgress> tell) {
        long now = System.nanoTime();
        if (now - toldAt >= TELL_EVERY.toNanos()) {
            toldAt = now;
            double seconds = (now - began) / 1e9;
            double speed = seconds < 0.2 ? 0 : (file.length() - beganAt) / seconds;
            tell.accept(new DownloadProgress(file.length(), total, speed, false));
        }
    }

    private void requireRoom(BackupFile from) throws ProblemException, IOException {
        OptionalLong total = from.totalBytes().isPresent() ? from.totalBytes() : backup.sizeBytes();
        if (total.isEmpty()) {
            return;
        }
        long needed = total.getAsLong() - from.from() + RESERVE_BYTES;
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < needed) {
            throw problem(
                    Problem.Kind.LOCAL,
                    "download.noRoom",
                    folder,
                    Quantities.bytes((double) free),
                    Quantities.bytes((double) needed));
        }
    }

    private Fetched proven(PartFile file, ToldFile told, Consumer<DownloadProgress> tell)
            throws IOException, ProblemException {
        file.makeSafe();
        OptionalLong total = OptionalLong.of(file.length());
        tell.accept(new DownloadProgress(0, total, 0, true));
        FileVerdict verdict =
                BackupFileCheck.of(
                        part(),
                        file.told(),
                        read -> tell.accept(new DownloadProgress(read, total, 0, true)));
        String sum = file.sha256();
        if (!verdict.sha256().isEmpty() && !verdict.sha256().equals(sum)) {
            throw problem(Problem.Kind.LOCAL, "download.disk", part().getFileName());
        }
        boolean isSumTold = file.told().isPresent();
        file.close();
        Fetched.Arrived arrived =
                FinishedFile.named(
                        part(),
                        folder,
                        stem + safe(told.ending()),
                        told.judged(verdict, file.length(), isSumTold));
        PartNote.remove(part());
        return arrived;
    }

    private static ProblemException problem(Problem.Kind kind, String key, Object... arguments) {
        return new ProblemException(
                Problem.of(kind, TEXTS.text(key, arguments), TEXTS.text(key + ".remedy")));
    }
}
