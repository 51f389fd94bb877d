package dev.howdah.ui.backups.list;

import static dev.howdah.ui.backups.timeline.SomeHostedBackups.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.core.Reading;
import dev.howdah.core.change.Operation;
import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.provider.backup.BackupList;
import dev.howdah.provider.backup.BackupSchedule;
import dev.howdah.ui.backups.timeline.SomeHostedBackups;
import dev.howdah.ui.notice.Notice;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the list of backups says, without a screen. */
class BackupListViewModelTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final BackupListViewModel model =
            new BackupListViewModel(BERLIN, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void saysOfEachBackupWhetherItIsOne() {
        model.showBackups(
                new Reading.Fresh<>(
                        new BackupList(
                                List.of(
                                        entry(BackupEntry.State.RUNNING),
                                        entry(BackupEntry.State.FAILED),
                                        entry(BackupEntry.State.UNKNOWN)),
                                OptionalInt.empty(),
                                ""),
                        NOW));

        assertEquals(
                List.of("INFO is made", "DANGER failed", "WARNING unknown"),
                model.lines().stream()
                        .map(row -> row.get().state())
                        .map(state -> state.level() + " " + state.value())
                        .toList());
    }

    @Test
    void saysWhyTheNewestBackupFailedUnlessALaterOneIsWhole() {
        BackupEntry failed =
                new BackupEntry(
                        "b2",
                        "b2",
                        NOW.minus(Duration.ofHours(10)),
                        Optional.empty(),
                        Optional.empty(),
                        BackupEntry.State.FAILED,
                        BackupEntry.Kind.SCHEDULED,
                        BackupEntry.Form.BASE_BACKUP,
                        OptionalLong.empty(),
                        Optional.empty(),
                        Optional.of("The lab was ended while the backup was made."));
        show(failed, whole(Duration.ofHours(34)));
        assertEquals(
                List.of(
                        "The newest backup, of 04:03, failed. The lab was ended while the backup"
                                + " was made."),
                model.notices().get().stream().map(Notice::sentence).toList());

        show(whole(Duration.ofHours(1)), failed);
        assertEquals(List.of(), model.notices().get());
    }

    private static BackupEntry whole(Duration age) {
        return SomeHostedBackups.backup(
                "whole", NOW.minus(age), BackupEntry.State.DONE, BackupEntry.Kind.SCHEDULED);
    }

    private void show(BackupEntry... entries) {
        model.showBackups(
                new Reading.Fresh<>(
                        new BackupList(List.of(entries), OptionalInt.empty(), ""), NOW));
    }

    @Test
    void tellsWhatTheProviderWorksOnAndWhatFailedLately() {
        Operation asked =
                Operation.planned(
                        UUID.randomUUID(),
                        "s",
                        Operation.Act.BACKUP,
                        "Back up now",
                        Map.of(),
                        "Asked for.",
                        NOW.minusSeconds(130));
        Operation failed =
                asked.in(Operation.State.FAILED, "The disk was full.", NOW.minusSeconds(60));
        Operation old = asked.in(Operation.State.FAILED, "Old.", NOW.minus(Duration.ofHours(2)));
        model.showOperations(new Reading.Fresh<>(List.of(asked, failed, old), NOW));

        assertEquals(
                List.of(
                        new Notice(
                                Notice.Level.WARNING,
                                "Back up now: under way for 2 min 10 s.",
                                "Asked for."),
                        new Notice(
                                Notice.Level.DANGER,
                                "Back up now: it did not succeed.",
                                "The disk was full.")),
                model.notices().get());
    }

    @Test
    void saysTheHourOfBackupsInUtcAndHereAlsoAfterClocksChange() {
        assertEquals(
                "Daily at 03:00 UTC, 04:00 here, from 28 Mar 2027 on 05:00",
                ScheduleWords.of(BackupSchedule.dailyAt(3), BERLIN, NOW));
        assertEquals(
                "Daily at 23:00 UTC, 04:30 here",
                ScheduleWords.of(BackupSchedule.dailyAt(23), ZoneId.of("Asia/Kolkata"), NOW));
        assertEquals("No daily backups", ScheduleWords.of(BackupSchedule.off(), BERLIN, NOW));
        assertEquals(25, ScheduleWords.choices(BERLIN, NOW).size());
    }

    private static BackupEntry entry(BackupEntry.State state) {
        return SomeHostedBackups.backup(
                state.name(), NOW.minusSeconds(60), state, BackupEntry.Kind.SCHEDULED);
    }
}
