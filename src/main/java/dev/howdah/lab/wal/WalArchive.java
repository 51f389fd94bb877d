package dev.howdah.lab.wal;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.core.file.PrivateFiles;
import dev.howdah.lab.node.LabProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The WAL that servers have handed over: whole segments, and the histories of the timelines. Any
 * thread may call; the servers copy into the folder meanwhile.
 */
public final class WalArchive {
    private static final Texts TEXTS = Texts.of(WalArchive.class);

    private static final Pattern HISTORY = Pattern.compile("[0-9A-F]{8}\\.history");
    private static final Pattern OF_SEGMENT = Pattern.compile("[0-9A-F]{24}.*");
    private static final int NUMBER_BEGINS = 8;
    private static final int NUMBER_ENDS = 24;
    private static final String PACKING = ".packing";
    private static final Duration STEP = Duration.ofMillis(20);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final int ANSWER_SECONDS = 10;

    /** What is archived can be lost at most for this long. */
    private static final String SWITCH_SECONDS = "300";

    private final Path folder;
    private final Set<Path> packed = new HashSet<>();

    /** The archive in this folder, which is made by {@link #prepare}. */
    public WalArchive(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    public Path folder() {
        return folder;
    }

    /** Makes the folder and removes what a killed run has left. Only while no server hands over. */
    public void prepare() throws IOException {
        PrivateFiles.createFolder(folder);
        for (Path file : files()) {
            String name = name(file);
            if (name.endsWith(WalCommands.UNFINISHED) || name.endsWith(PACKING)) {
                Files.delete(file);
            }
        }
    }

    /** With these a server hands over each file of WAL when it is full, and every 5 minutes. */
    public Map<String, String> settings() {
        return Map.of(
                "archive_mode",
                "on",
                "archive_command",
                WalCommands.ofThisSystem().archive(folder),
                "archive_timeout",
                SWITCH_SECONDS);
    }

    /** The whole segments with the times at which they became full, by number and timeline. */
    public Map<WalSegment, Instant> segments(long segmentBytes) throws IOException {
        Map<WalSegment, Instant> segments =
                new TreeMap<>(
                        Comparator.comparingLong(WalSegment::number)
                                .thenComparing(WalSegment::timeline));
        for (Path file : files()) {
            Optional<WalSegment> segment = WalSegment.named(name(file), segmentBytes);
            if (segment.isPresent() && Files.size(file) == segmentBytes) {
                segments.put(segment.get(), Files.getLastModifiedTime(file).toInstant());
            }
        }
        return segments;
    }

    public Timelines timelines() throws IOException {
        Timelines timelines = new Timelines();
        for (Path file : files()) {
            if (HISTORY.matcher(name(file)).matches()) {
                timelines.add(
                        Integer.parseInt(name(file).substring(0, NUMBER_BEGINS), 16),
                        Files.readString(file),
                        Files.getLastModifiedTime(file).toInstant());
            }
        }
        return timelines;
    }

    public Path file(WalSegment segment, long segmentBytes) {
        return folder.resolve(segment.name(segmentBytes));
    }

    /**
     * Waits until the server has handed this file over.
     *
     * @param server used by nobody meanwhile; when it breaks, the server has ended, and nobody may
     *     start it again before this returns
     */
    public void await(String file, Duration limit, Connection server)
            throws SQLException, ProblemException, InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        long look = System.nanoTime() + LOOK.toNanos();
        while (!Files.isRegularFile(folder.resolve(file))) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (System.nanoTime() - deadline > 0) {
                throw new ProblemException(
                        Problem.of(
                                Problem.Kind.TIMED_OUT,
                                TEXTS.text("wal.notArchived", file, Quantities.duration(limit)),
                                TEXTS.text("wal.notArchived.remedy", folder)));
            }
            if (System.nanoTime() - look > 0) {
                requireAlive(server, file);
                look = System.nanoTime() + LOOK.toNanos();
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
    }

    private static void requireAlive(Connection server, String file)
            throws SQLException, ProblemException {
        if (!server.isValid(ANSWER_SECONDS)) {
            throw new ProblemException(
                    Problem.of(
                            Problem.Kind.LOCAL,
                            TEXTS.text("wal.serverEnded", file),
                            TEXTS.text("wal.serverEnded.remedy")));
        }
    }

    /** Removes what is not needed to go on from this segment; the histories are kept. */
    public void removeBefore(WalSegment segment, long segmentBytes) throws IOException {
        String oldest = number(segment.name(segmentBytes));
        for (Path file : files()) {
            String name = name(file);
            if (OF_SEGMENT.matcher(name).matches()
                    && !name.endsWith(WalCommands.UNFINISHED)
                    && number(name).compareTo(oldest) < 0) {
                Files.deleteIfExists(file);
                packed.remove(file);
            }
        }
    }

    /** From now on WAL is kept: a backup is about to begin. */
    public void want() throws IOException {
        PrivateFiles.createFile(folder.resolve(WalCommands.WANTED));
    }

    /** Removes all WAL, and keeps none until it is wanted again; the histories are kept. */
    public void removeSegments() throws IOException {
        Files.deleteIfExists(folder.resolve(WalCommands.WANTED));
        for (Path file : files()) {
            if (OF_SEGMENT.matcher(name(file)).matches()
                    && !name(file).endsWith(WalCommands.UNFINISHED)) {
                Files.deleteIfExists(file);
            }
        }
        packed.clear();
    }

    /** Removes everything, also the histories. Only while no server hands over. */
    public void removeAll() throws IOException {
        for (Path file : files()) {
            Files.deleteIfExists(file);
        }
        packed.clear();
    }

    /** Gives back the room of the zeros in the files that have come since the last time. */
    public synchronized void pack() throws ProblemException {
        try {
            for (Path file : files()) {
                boolean whole = name(file).length() == NUMBER_ENDS;
                if (whole && OF_SEGMENT.matcher(name(file)).matches() && !packed.contains(file)) {
                    SparseFile.pack(file, folder.resolve(name(file) + PACKING));
                    packed.add(file);
                }
            }
        } catch (IOException e) {
            throw LabProblems.of(e, folder);
        }
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.sorted().toList());
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    /** The part of a name that is the same on all timelines. */
    private static String number(String name) {
        return name.substring(NUMBER_BEGINS, NUMBER_ENDS);
    }
}
