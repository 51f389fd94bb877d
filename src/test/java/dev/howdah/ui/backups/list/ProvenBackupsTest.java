package dev.howdah.ui.backups.list;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.history.FileProof;
import dev.howdah.history.RestoreProofHistory;
import dev.howdah.pg.restore.RestoreProof.Result;
import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.provider.backup.BackupList;
import dev.howdah.ui.backups.cells.Judged;
import dev.howdah.ui.backups.timeline.SomeHostedBackups;
import dev.howdah.ui.notice.Notice.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was proven about a backup is still said after a restart, with its date. */
class ProvenBackupsTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = SomeHostedBackups.NOW;

    @TempDir Path folder;

    @Test
    void isKnownAfterARestart() throws Exception {
        RestoreProofHistory before = new RestoreProofHistory(folder);
        before.add(SomeProofs.restored("b1", Duration.ofHours(29), Result.PASSED));
        before.add(SomeProofs.file("b1", Duration.ofDays(2), FileProof.Worth.COMPLETE));
        before.add(SomeProofs.file("b2", Duration.ofDays(2), FileProof.Worth.COMPLETE));
        before.add(SomeProofs.file("b2", Duration.ofMinutes(4), FileProof.Worth.BROKEN));
        Files.writeString(folder.resolve("backup-files.jsonl"), "torn", StandardOpenOption.APPEND);

        RestoreProofHistory after = new RestoreProofHistory(folder);
        UUID server = SomeProofs.SERVER;
        ProvenBackups kept = new ProvenBackups(after.of(server), after.filesOf(server));

        assertEquals(
                new Judged(
                        Level.GOOD,
                        "restored, 20 Nov",
                        """
                        Restored to 2026-11-20 05:00:00 as orders-copy, and proven at 2026-11-20 09:03:40 +01:00:\
                         1 check was made, and none failed.
                        Downloaded and read at 2026-11-19 14:03:40 +01:00. It is as it is.\
                        """),
                kept.of("b1", NOW, BERLIN));
        assertEquals(
                new Judged(
                        Level.DANGER,
                        "file damaged, 13:59",
                        "Downloaded and read at 2026-11-21 13:59:40 +01:00. It is as it is."),
                kept.of("b2", NOW, BERLIN));
        assertEquals(Judged.NOTHING, kept.of("b3", NOW, BERLIN));
        assertEquals(List.of(), after.filesOf(UUID.randomUUID()));
    }

    @Test
    void saysThatARestoreFailed() {
        Judged failed =
                new ProvenBackups(
                                List.of(
                                        SomeProofs.restored(
                                                "b1", Duration.ofHours(1), Result.FAILED)),
                                List.of())
                        .of("b1", NOW, BERLIN);

        assertEquals("restore failed, 13:03", failed.value());
        assertEquals(Level.DANGER, failed.level());
    }

    @Test
    void namesTheBackupThatARestoreToAMomentBeganWith() {
        BackupList list =
                new BackupList(
                        List.of(
                                base("b3", "2026-11-21T03:00:00Z", BackupEntry.State.DONE),
                                base("b2", "2026-11-20T03:00:00Z", BackupEntry.State.FAILED),
                                base("b1", "2026-11-19T03:00:00Z", BackupEntry.State.DONE)),
                        OptionalInt.empty(),
                        "");

        assertEquals(Optional.of("b3"), begunWith(list, "2026-11-21T03:10:00Z"));
        assertEquals(Optional.of("b1"), begunWith(list, "2026-11-21T03:09:59Z"));
        assertEquals(Optional.empty(), begunWith(list, "2026-11-19T03:00:00Z"));
        assertEquals(
                Optional.empty(),
                begunWith(SomeHostedBackups.list(), NOW.toString()),
                "a dump is no base for WAL");
    }

    private static Optional<String> begunWith(BackupList list, String moment) {
        return list.begunWith(Instant.parse(moment)).map(BackupEntry::id);
    }

    private static BackupEntry base(String id, String at, BackupEntry.State state) {
        Instant began = Instant.parse(at);
        return new BackupEntry(
                id,
                id,
                began,
                Optional.of(began),
                Optional.of(began.plus(Duration.ofMinutes(10))),
                state,
                BackupEntry.Kind.SCHEDULED,
                BackupEntry.Form.BASE_BACKUP,
                OptionalLong.empty(),
                Optional.empty());
    }
}
