package dev.howdah.ui.backups;

import static dev.howdah.ui.backups.SomeHostedBackups.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Operation;
import dev.howdah.core.Problem;
import dev.howdah.core.Reading;
import dev.howdah.pg.archive.SomeArchive;
import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.provider.backup.BackupList;
import dev.howdah.provider.backup.BackupSchedule;
import dev.howdah.provider.backup.RecoveryWindow;
import dev.howdah.ui.Notice;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the page of backups says, without a screen. */
class BackupsViewModelTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Problem GONE =
            Problem.of(Problem.Kind.UNREACHABLE, "Scalingo does not answer.", "");

    private final BackupsViewModel model =
            new BackupsViewModel(BERLIN, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void saysByTheBestSourceHowFarBackOneCanGoAndWhatWouldBeLost() {
        assertEquals("INFO …", says(model.restorable().get()));

        model.showWindow(new Reading.Unavailable<>(GONE));
        model.showBackups(new Reading.Unavailable<>(GONE));
        assertEquals("WARNING unknown", says(model.restorable().get()));
        assertEquals("INFO …", says(model.loss().get()), "the archiver may still tell");
        model.showArchive(fresh(SomeArchive.off()));
        assertEquals("DANGER everything", says(model.loss().get()));

        model.showArchive(fresh(SomeArchive.working(1 << 20, Duration.ofMinutes(4))));
        assertEquals("GOOD 4 min", says(model.loss().get()));

        model.showArchive(fresh(SomeArchive.off()));
        model.showBackups(fresh(SomeHostedBackups.list()));
        assertEquals("INFO to the newest backup, 10 h 3 min ago", says(model.restorable().get()));
        assertEquals("INFO 10 h 3 min", says(model.loss().get()));

        model.showWindow(fresh(SomeHostedBackups.window()));
        assertEquals("GOOD 2026-11-08 04:00 to 2 min ago", says(model.restorable().get()));
        assertEquals("GOOD 2 min", says(model.loss().get()));

        model.showWindow(new Reading.Stale<>(windowTo(Duration.ofHours(13)), NOW, GONE));
        assertEquals("DANGER 13 h", says(model.loss().get()));
        assertTrue(
                model.loss()
                        .get()
                        .more()
                        .endsWith("As of 14:03:40: the provider does not answer now."));
    }

    @Test
    void neverTakesAnUnfinishedBackupForOne() {
        model.showWindow(fresh(new RecoveryWindow(Optional.empty(), Optional.empty(), "")));
        model.showBackups(
                fresh(
                        new BackupList(
                                List.of(
                                        entry(BackupEntry.State.RUNNING),
                                        entry(BackupEntry.State.FAILED),
                                        entry(BackupEntry.State.UNKNOWN)),
                                OptionalInt.empty(),
                                "")));

        assertEquals("DANGER nothing", says(model.restorable().get()));
        model.showWindow(new Reading.Unavailable<>(GONE));
        assertEquals("WARNING unknown", says(model.restorable().get()), "it may have one");
        assertEquals(
                List.of("INFO is made", "DANGER failed", "WARNING unknown"),
                model.lines().stream()
                        .map(row -> row.get().level() + " " + row.get().state())
                        .toList());
    }

    @Test
    void drawsBackupsEventsChangesAndThePeakOnOneLine() {
        model.showBackups(fresh(SomeHostedBackups.list()));
        model.showWindow(fresh(SomeHostedBackups.window()));
        model.showEvents(fresh(SomeHostedBackups.events()));
        model.showChanges(SomeHostedBackups.changes());
        model.showSamples(SomeHostedBackups.samples());
        assertEquals(
                Map.of(
                        TimeMark.Kind.BACKUP, 13L,
                        TimeMark.Kind.FAILED_BACKUP, 1L,
                        TimeMark.Kind.EVENT, 2L,
                        TimeMark.Kind.CHANGE, 2L,
                        TimeMark.Kind.PEAK, 1L),
                model.picture().get().marks().stream()
                        .collect(
                                java.util.stream.Collectors.groupingBy(
                                        TimeMark::kind, java.util.stream.Collectors.counting())));

        model.span().set(TimeSpan.HOUR);

        assertEquals(
                List.of("from here: Terminate 3 sessions", "1,204 rows written per second"),
                model.picture().get().marks().stream().map(TimeMark::words).toList());
        assertEquals(NOW.minusSeconds(3_600), model.picture().get().from());
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
        model.showOperations(fresh(List.of(asked, failed, old)));

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
    void judgesAPickedMomentByTheWindow() {
        Optional<RecoveryWindow> window = Optional.of(SomeHostedBackups.window());
        PickedTime good = pick("2026-11-21 13:57:40", window);
        assertEquals(Optional.of(Instant.parse("2026-11-21T12:57:40Z")), good.moment());
        assertEquals("2026-11-21 12:57:40 UTC, 6 min ago", good.sentence());

        PickedTime early = pick("2026-11-01 00:00", window);
        assertEquals(Optional.empty(), early.moment());
        assertEquals("2026-11-08 04:00:00 +01:00", early.choices().getFirst().words());
        PickedTime late = pick("2026-11-21 14:03", window);
        assertEquals("2026-11-21 14:01:40 +01:00", late.choices().getFirst().words());

        assertEquals(
                List.of("2026-10-25 02:30:00 +02:00", "2026-10-25 02:30:00 +01:00"),
                pick("2026-10-25 02:30", window).choices().stream()
                        .map(PickedTime.Choice::words)
                        .toList());
        assertEquals(
                List.of("2026-03-29 01:59:59 +01:00", "2026-03-29 03:00:00 +02:00"),
                pick("2026-03-29 02:30", window).choices().stream()
                        .map(PickedTime.Choice::words)
                        .toList());
        assertEquals(Optional.empty(), pick("2026-11-21 13:57:40", Optional.empty()).moment());
        for (PickedTime.Choice choice : early.choices()) {
            assertEquals(Optional.of(choice.moment()), pick(choice.words(), window).moment());
        }
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

    private static PickedTime pick(String text, Optional<RecoveryWindow> window) {
        return PickedTime.of(text, window, BERLIN, NOW);
    }

    private static BackupEntry entry(BackupEntry.State state) {
        return SomeHostedBackups.backup(
                state.name(), NOW.minusSeconds(60), state, BackupEntry.Kind.SCHEDULED);
    }

    private static RecoveryWindow windowTo(Duration ago) {
        return new RecoveryWindow(
                SomeHostedBackups.window().earliest(), Optional.of(NOW.minus(ago)), "");
    }

    private static <T> Reading<T> fresh(T value) {
        return new Reading.Fresh<>(value, NOW);
    }

    private static String says(Judged judged) {
        return judged.level() + " " + judged.value();
    }
}
