package dev.howdah.ui.backups;

import static dev.howdah.ui.backups.timeline.SomeHostedBackups.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.Reading;
import dev.howdah.pg.archive.SomeArchive;
import dev.howdah.pg.restore.RestoreProof.Result;
import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.provider.backup.BackupList;
import dev.howdah.provider.backup.RecoveryWindow;
import dev.howdah.ui.backups.cells.Judged;
import dev.howdah.ui.backups.list.SomeProofs;
import dev.howdah.ui.backups.timeline.SomeHostedBackups;
import dev.howdah.ui.backups.timeline.TimeSpan;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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
    }

    @Test
    void saysWhenARestoreWasLastProvenAndHowLongItTook() {
        model.showWindow(fresh(SomeHostedBackups.window()));
        assertEquals("INFO …", says(model.proof().get()), "nobody has looked yet");

        model.showProof(Optional.empty());
        assertEquals("WARNING never", says(model.proof().get()));

        model.showProof(Optional.of(SomeProofs.restored("b1", Duration.ofDays(3), Result.PASSED)));
        assertEquals("GOOD 3 d ago, took 14 min", says(model.proof().get()));

        model.showProof(Optional.of(SomeProofs.restored("b1", Duration.ofDays(3), Result.FAILED)));
        assertEquals("DANGER 3 d ago, with failures", says(model.proof().get()));
    }

    @Test
    void drawsWhatItIsToldOnOneLine() {
        model.showBackups(fresh(SomeHostedBackups.list()));
        model.showWindow(fresh(SomeHostedBackups.window()));
        model.showEvents(fresh(SomeHostedBackups.events()));
        model.showChanges(SomeHostedBackups.changes());
        model.showSamples(SomeHostedBackups.samples());
        assertEquals(19, model.picture().get().marks().size());

        model.span().set(TimeSpan.HOUR);
        model.picked().set(Optional.of(NOW));

        assertEquals(2, model.picture().get().marks().size());
        assertEquals(NOW.minusSeconds(3_600), model.picture().get().from());
        assertEquals(Optional.of(NOW), model.picture().get().picked());
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
