package dev.howdah.ui.backups;

import dev.howdah.backup.FileVerdict;
import dev.howdah.core.ProblemException;
import dev.howdah.core.change.ChangeLog;
import dev.howdah.history.FileProof;
import dev.howdah.history.RestoreProofHistory;
import dev.howdah.profile.Profile;
import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.backups.downloads.FileWorth;
import dev.howdah.ui.backups.list.ProvenBackups;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * What this desktop has on record about one server: our changes, and what was proven about its
 * backups. JavaFX thread; the disk is read and written in the background.
 */
final class LocalRecords {
    private static final int MOST_CHANGES = 500;

    private final Profile server;
    private final RecentChanges journal;
    private final RestoreProofHistory proofs;
    private final Workbench workbench;
    private final BiConsumer<List<ChangeLog.Entry>, ProvenBackups> show;
    private Instant readAt = Instant.MIN;

    /**
     * @param show gets the changes, newest first, and the proofs; on the JavaFX thread
     */
    LocalRecords(
            Profile server,
            RecentChanges journal,
            RestoreProofHistory proofs,
            Workbench workbench,
            BiConsumer<List<ChangeLog.Entry>, ProvenBackups> show) {
        this.server = server;
        this.journal = journal;
        this.proofs = proofs;
        this.workbench = workbench;
        this.show = show;
    }

    /** Reads them unless that was done within this time. */
    void readAfter(Duration age) {
        if (readAt.plus(age).isBefore(workbench.clock().instant())) {
            read();
        }
    }

    void read() {
        readAt = workbench.clock().instant();
        inBackground(this::readNow);
    }

    /** So that it is still known after a restart. */
    void keep(BackupEntry backup, FileVerdict verdict) {
        FileProof proof =
                new FileProof(
                        server.id(),
                        backup.id(),
                        workbench.clock().instant(),
                        FileWorth.of(verdict),
                        verdict.sentence());
        inBackground(() -> {
            proofs.add(proof);
            readNow();
        });
    }

    private void readNow() throws ProblemException {
        List<ChangeLog.Entry> ours =
                journal.newest(MOST_CHANGES).stream()
                        .filter(entry -> entry.server().equals(server.name()))
                        .toList();
        ProvenBackups proven =
                new ProvenBackups(proofs.of(server.id()), proofs.filesOf(server.id()));
        workbench.uiThread().execute(() -> show.accept(ours, proven));
    }

    private interface DiskWork {
        void run() throws ProblemException;
    }

    private void inBackground(DiskWork work) {
        workbench
                .background()
                .execute(() -> {
                    try {
                        work.run();
                    } catch (ProblemException e) {
                        workbench.uiThread().execute(() -> workbench.say(e.problem()));
                    }
                });
    }
}
