package dev.howdah.lab.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.file.AtomicFile;
import dev.howdah.core.file.PrivateFiles;
import dev.howdah.lab.backup.BackupManifest.Content;
import dev.howdah.lab.backup.BackupManifest.Entry;
import dev.howdah.lab.backup.BackupMode.Server;
import dev.howdah.lab.backup.BackupMode.Stopped;
import dev.howdah.lab.backup.CopyMeter.Moved;
import dev.howdah.lab.backup.DataFolder.Found;
import dev.howdah.lab.node.LabAccess;
import dev.howdah.lab.node.LabProblems;
import dev.howdah.lab.wal.WalArchive;
import dev.howdah.lab.wal.WalSegment;
import java.io.ByteArrayInputStream;
import java.io.FileInputStream;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes a base backup of a running primary into a store, in the thread that calls. Interrupting it
 * leaves nothing but a line in the list. The files are not forced to the disk one by one, which
 * takes minutes on a busy one; what a power cut takes of them is found by their sums.
 *
 * @param data the server's data folder
 * @param access as a superuser
 * @param wal where the server hands its WAL over
 */
public record BackupRun(
        BackupStore store, Path data, LabAccess access, WalArchive wal, Clock clock) {
    private static final Texts TEXTS = Texts.of(BackupRun.class);
    private static final Duration ARCHIVE_LIMIT = Duration.ofSeconds(60);

    /** Beside the data: a little WAL, and what is written meanwhile. */
    private static final long SPARE_BYTES = 64L << 20;

    /**
     * @param progress told the share done, 0 to 1
     */
    public WholeBackup take(BackupFacts.Kind kind, DoubleConsumer progress)
            throws ProblemException, InterruptedException {
        Path making = null;
        try {
            Instant startedAt = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            making = store.begin(kind, startedAt);
            wal.want();
            copy(making, kind, startedAt, progress);
            return store.finish(making);
        } catch (SQLException | IOException e) {
            // files and sockets of an interrupted thread are closed under its hands
            if (Thread.interrupted()) {
                throw cancelled(making);
            }
            throw givenUp(
                    making,
                    e instanceof IOException io
                            ? LabProblems.of(io, store.folder())
                            : serverFailed(e));
        } catch (ProblemException e) {
            throw givenUp(making, e);
        } catch (InterruptedException _) {
            throw cancelled(making);
        }
    }

    private InterruptedException cancelled(@Nullable Path making) {
        Problem said = Problem.of(Problem.Kind.LOCAL, TEXTS.text("backup.cancelled"), "");
        InterruptedException cancelled = new InterruptedException();
        cancelled.addSuppressed(givenUp(making, new ProblemException(said)));
        return cancelled;
    }

    private ProblemException givenUp(@Nullable Path making, ProblemException failure) {
        if (making != null) {
            try {
                store.giveUp(making, failure.problem().sentence(), clock.instant());
            } catch (IOException e) {
                // the next start clears it away
                failure.addSuppressed(e);
            }
        }
        return failure;
    }

    private void copy(
            Path making, BackupFacts.Kind kind, Instant startedAt, DoubleConsumer progress)
            throws SQLException, IOException, ProblemException, InterruptedException {
        DataFolder source = new DataFolder(data);
        if (source.hasTablespaces()) {
            throw new ProblemException(
                    Problem.of(
                            Problem.Kind.NOT_SUPPORTED,
                            TEXTS.text("backup.tablespaces"),
                            TEXTS.text("backup.tablespaces.remedy")));
        }
        // the server ends the backup when this connection breaks
        try (Connection connection = access.connect("howdah lab backup");
                Statement statement = connection.createStatement()) {
            BackupMode mode = new BackupMode(statement);
            Server server = mode.server();
            mode.start(BackupStore.id(making));
            List<Found> found = source.content();
            long bytes = found.stream().mapToLong(Found::bytes).sum() + 2 * server.segmentBytes();
            LabProblems.requireRoom(making, bytes + SPARE_BYTES);
            CopyMeter meter = new CopyMeter(bytes, progress);
            Path target = making.resolve(WholeBackup.DATA);
            PrivateFiles.createFolder(target);
            List<Entry> entries = new ArrayList<>();
            for (Found each : found) {
                copyOne(each, target, meter, entries);
            }
            Stopped stopped = mode.stop();
            write("backup_label", stopped.label(), target, meter, entries);
            if (!stopped.tablespaceMap().isEmpty()) {
                write("tablespace_map", stopped.tablespaceMap(), target, meter, entries);
            }
            BackupFacts facts =
                    new BackupFacts(
                            BackupStore.id(making),
                            kind,
                            server.version(),
                            source.systemIdentifier(),
                            stopped.timeline(),
                            server.segmentBytes(),
                            startedAt,
                            stopped.at(),
                            stopped.start(),
                            stopped.position());
            addWal(facts, target, connection, meter, entries);
            AtomicFile.write(
                    making.resolve(BackupManifest.FILE),
                    new BackupManifest(facts, entries).checkedText().getBytes(UTF_8));
            progress.accept(1);
        }
    }

    private void copyOne(Found found, Path target, CopyMeter meter, List<Entry> entries)
            throws IOException, InterruptedException {
        Path copy = target.resolve(found.path());
        if (found.folder()) {
            PrivateFiles.createFolder(copy);
            entries.add(new BackupManifest.Folder(found.path()));
            return;
        }
        try (InputStream in = new FileInputStream(data.resolve(found.path()).toFile())) {
            entries.add(copyTo(copy, found.path(), in, found.bytes(), meter));
        } catch (FileNotFoundException e) {
            // dropped meanwhile; the WAL drops it again
            if (Files.exists(data.resolve(found.path()))) {
                throw e;
            }
        }
    }

    /** What comes behind the length seen first is in the WAL too. */
    private static Content copyTo(
            Path copy, String path, InputStream in, long limit, CopyMeter meter)
            throws IOException, InterruptedException {
        try (FileOutputStream out = new FileOutputStream(copy.toFile())) {
            Moved moved = meter.move(in, out, limit);
            return new Content(path, moved.bytes(), moved.sha256());
        }
    }

    private static void write(
            String name, String text, Path target, CopyMeter meter, List<Entry> entries)
            throws IOException, InterruptedException {
        byte[] bytes = text.getBytes(UTF_8);
        entries.add(
                copyTo(
                        target.resolve(name),
                        name,
                        new ByteArrayInputStream(bytes),
                        bytes.length,
                        meter));
    }

    /** With the WAL written meanwhile the backup can be used without the archive too. */
    private void addWal(
            BackupFacts facts, Path target, Connection server, CopyMeter meter, List<Entry> entries)
            throws SQLException, IOException, ProblemException, InterruptedException {
        WalSegment last = facts.lastSegment();
        for (long number = facts.firstSegment().number(); number <= last.number(); number++) {
            WalSegment segment = new WalSegment(last.timeline(), number);
            String name = segment.name(facts.segmentBytes());
            wal.await(name, ARCHIVE_LIMIT, server);
            try (InputStream in = new FileInputStream(wal.folder().resolve(name).toFile())) {
                String path = DataFolder.WAL + "/" + name;
                entries.add(copyTo(target.resolve(path), path, in, facts.segmentBytes(), meter));
            }
        }
    }

    private static ProblemException serverFailed(Exception e) {
        Problem problem =
                Problem.of(
                        Problem.Kind.LOCAL,
                        TEXTS.text("backup.serverFailed"),
                        TEXTS.text("backup.serverFailed.remedy"));
        String state = e instanceof SQLException sql ? sql.getSQLState() + " " : "";
        return new ProblemException(problem.withDetail(state + e.getMessage()), e);
    }
}
