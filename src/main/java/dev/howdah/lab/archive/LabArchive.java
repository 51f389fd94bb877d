package dev.howdah.lab.archive;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.file.PrivateFiles;
import dev.howdah.lab.backup.BackupFacts;
import dev.howdah.lab.backup.BackupRecord;
import dev.howdah.lab.backup.BackupRun;
import dev.howdah.lab.backup.BackupStore;
import dev.howdah.lab.backup.DataFolder;
import dev.howdah.lab.backup.WholeBackup;
import dev.howdah.lab.node.LabAccess;
import dev.howdah.lab.node.LabProblems;
import dev.howdah.lab.wal.WalArchive;
import dev.howdah.lab.wal.WalSeal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/**
 * The archive of one cluster: its base backups and its WAL. Any thread may call; backups, removal
 * and recovery wait for nobody but refuse when another one is at work.
 */
public final class LabArchive {
    private static final Texts TEXTS = Texts.of(LabArchive.class);

    private static final String DAILY = "daily-hour";

    private final Path folder;
    private final Clock clock;
    private final WalArchive wal;
    private final BackupStore backups;
    private final ArchiveTurn turn = new ArchiveTurn();

    /** The archive in this folder, which is made by {@link #prepare}. */
    public LabArchive(Path folder, Clock clock) {
        this.folder = folder.toAbsolutePath();
        this.clock = clock;
        wal = new WalArchive(this.folder.resolve("wal"));
        backups = new BackupStore(this.folder.resolve("backups"));
    }

    public WalArchive wal() {
        return wal;
    }

    public BackupStore backups() {
        return backups;
    }

    /**
     * Clears away what a killed run has left, and what belongs to a cluster that is no more. To be
     * called before the servers are started.
     *
     * @param data the primary's data folder; when it does not exist, everything is kept
     */
    public void prepare(Path data) throws ProblemException {
        try {
            PrivateFiles.createFolder(folder);
            backups.prepare(clock.instant());
            wal.prepare();
            if (Files.isDirectory(data)) {
                claim(data);
                new RecoveryFiles(data).clear();
            }
            if (!backups.whole().isEmpty()) {
                wal.want();
            }
        } catch (IOException e) {
            throw LabProblems.of(e, folder);
        }
    }

    private void claim(Path data) throws IOException {
        ArchiveOwner owner = new ArchiveOwner(folder.resolve("cluster"));
        DataFolder cluster = new DataFolder(data);
        if (owner.isAnother(cluster)) {
            for (WholeBackup backup : backups.whole()) {
                backups.remove(backup);
            }
            wal.removeAll();
        }
        owner.become(cluster);
    }

    /** With these the primary hands its WAL over; nothing when nothing is kept. */
    public Map<String, String> settings(Retention retention) {
        return retention.keepsNothing() ? Map.of("archive_mode", "off") : wal.settings();
    }

    /**
     * Takes a base backup of a running primary.
     *
     * @param access as a superuser
     * @param progress told the share done, 0 to 1
     */
    public WholeBackup backUp(
            Path data, LabAccess access, BackupFacts.Kind kind, DoubleConsumer progress)
            throws ProblemException, InterruptedException {
        try (ArchiveTurn.Taken _ = turn.patiently()) {
            return new BackupRun(backups, data, access, wal, clock).take(kind, progress);
        }
    }

    /** Newest first, with those that run or have failed. */
    public List<BackupRecord> list() throws ProblemException {
        try {
            return backups.list();
        } catch (IOException e) {
            throw LabProblems.of(e, folder);
        }
    }

    /** A whole one; empty when there is none of this id. */
    public Optional<WholeBackup> find(String id) throws ProblemException {
        try {
            return backups.whole().stream()
                    .filter(backup -> backup.facts().id().equals(id))
                    .findFirst();
        } catch (IOException e) {
            throw LabProblems.of(e, folder);
        }
    }

    /** Whether there is anything to go back to. */
    public boolean hasBackup() throws ProblemException {
        try {
            return !backups.whole().isEmpty();
        } catch (IOException e) {
            throw LabProblems.of(e, folder);
        }
    }

    /** The daily hour as it was set last. */
    public DailyBackup daily() throws ProblemException {
        try {
            return DailyBackup.in(folder.resolve(DAILY));
        } catch (IOException e) {
            throw LabProblems.of(e, folder);
        }
    }

    public void setDaily(DailyBackup daily) throws ProblemException {
        try {
            PrivateFiles.createFolder(folder);
            daily.writeTo(folder.resolve(DAILY));
        } catch (IOException e) {
            throw LabProblems.of(e, folder);
        }
    }

    /** Removes what is kept no longer, and gives room back to the disk. */
    public void tidy(Retention retention) throws ProblemException {
        try (ArchiveTurn.Taken _ = turn.atOnce()) {
            for (WholeBackup expired : retention.expired(backups.whole(), clock.instant())) {
                backups.remove(expired);
            }
            backups.trimFailures();
            removeUnneededWal();
        } catch (IOException e) {
            throw LabProblems.of(e, folder);
        }
        wal.pack();
    }

    private void removeUnneededWal() throws IOException {
        List<WholeBackup> kept = backups.whole();
        Optional<BackupFacts> oldest =
                kept.stream()
                        .map(WholeBackup::facts)
                        .min(Comparator.comparingLong(facts -> facts.firstSegment().number()));
        if (oldest.isPresent()) {
            wal.removeBefore(oldest.get().firstSegment(), oldest.get().segmentBytes());
        } else {
            // without a backup before it, WAL is of no use
            wal.removeSegments();
        }
    }

    /**
     * To where one can go back.
     *
     * @param running whether the primary runs, so that all until now can be brought in
     */
    public RecoverableTime window(boolean running) throws ProblemException {
        try {
            RecoverableTime archived = RecoverableTime.of(backups.whole(), wal);
            return running ? archived.upTo(clock.instant()) : archived;
        } catch (IOException e) {
            throw LabProblems.of(e, folder);
        }
    }

    /**
     * Brings everything that a running primary has done until now into the archive.
     *
     * @param access as a superuser
     * @return a moment by the server's clock, up to which one can go back
     */
    public Instant seal(LabAccess access) throws ProblemException, InterruptedException {
        try (Connection connection = access.connect("howdah lab archive")) {
            return WalSeal.set(connection, wal);
        } catch (SQLException e) {
            throw new ProblemException(
                    Problem.of(
                                    Problem.Kind.LOCAL,
                                    TEXTS.text("archive.notSealed"),
                                    TEXTS.text("archive.notSealed.remedy"))
                            .withDetail(e.getSQLState() + " " + e.getMessage()),
                    e);
        }
    }

    /**
     * The way to a target.
     *
     * @throws ProblemException BAD_INPUT when the archive does not reach there, or has a hole
     */
    public Restore plan(RecoveryTarget target) throws ProblemException {
        try {
            return new Restore(RecoveryPlan.find(backups, wal, target), wal);
        } catch (IOException e) {
            throw LabProblems.of(e, folder);
        }
    }

    /**
     * Makes the data folder of a new node, whose server then recovers at its first start, see
     * {@link Restore#recover}.
     *
     * @param data must not exist
     * @param progress told the share done, 0 to 1
     */
    public Restore restoreInto(Path data, RecoveryTarget target, DoubleConsumer progress)
            throws ProblemException, InterruptedException {
        try (ArchiveTurn.Taken _ = turn.patiently()) {
            Restore restore = plan(target);
            restore.into(data, progress);
            return restore;
        }
    }
}
