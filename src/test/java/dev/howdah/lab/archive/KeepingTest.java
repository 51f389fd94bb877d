package dev.howdah.lab.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.lab.backup.BackupFacts.Kind;
import dev.howdah.lab.backup.BackupRecord;
import dev.howdah.lab.backup.BackupRecord.State;
import dev.howdah.lab.backup.BackupStore;
import dev.howdah.lab.backup.SomeBackup;
import dev.howdah.lab.wal.WalSegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept, for how long, and when the next backup is made. */
class KeepingTest {
    private static final long SEGMENT_BYTES = 16L << 20;
    private static final Instant NOON = SomeBackup.NOON;

    @TempDir private Path folder;

    private LabArchive archive() throws Exception {
        LabArchive archive = new LabArchive(folder, Clock.fixed(NOON, ZoneOffset.UTC));
        archive.prepare(folder.resolve("no such cluster"));
        for (int day = 5; day >= 1; day--) {
            SomeBackup.in(archive.backups().folder(), NOON.minus(Duration.ofDays(day)), 10 - day);
        }
        for (long number = 4; number <= 10; number++) {
            Files.write(archive.wal().file(new WalSegment(1, number), SEGMENT_BYTES), new byte[10]);
        }
        Files.writeString(archive.wal().folder().resolve("00000002.history"), "1\t0/5000000\tx\n");
        return archive;
    }

    private static List<String> names(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void twoDaysCanBeReachedToTheirFirstMomentAndWhatIsOlderGoes() throws Exception {
        LabArchive archive = archive();

        archive.tidy(Retention.ofDays(2));

        assertEquals(
                List.of("20261118T120000.000Z", "20261119T120000.000Z", "20261120T120000.000Z"),
                names(archive.backups().folder()));
        assertEquals(
                List.of(
                        "000000010000000000000007",
                        "000000010000000000000008",
                        "000000010000000000000009",
                        "00000001000000000000000A",
                        "00000002.history"),
                names(archive.wal().folder()));
        assertEquals(Optional.of(NOON.minus(Duration.ofDays(3))), archive.window(true).earliest());
        assertEquals(Optional.of(NOON), archive.window(true).latest());
    }

    @Test
    void aPlanWithoutBackupsKeepsNothingAndHandsNothingOver() throws Exception {
        LabArchive archive = archive();

        archive.tidy(Retention.ofDays(0));

        assertEquals(List.of(), names(archive.backups().folder()));
        assertEquals(List.of("00000002.history"), names(archive.wal().folder()));
        assertEquals("off", archive.settings(Retention.ofDays(0)).get("archive_mode"));
        assertEquals("on", archive.settings(Retention.ofDays(2)).get("archive_mode"));
        assertEquals("300", archive.settings(Retention.ofDays(2)).get("archive_timeout"));
    }

    @Test
    void theLastBackupIsNeverTooOld() throws Exception {
        LabArchive later =
                new LabArchive(folder, Clock.fixed(NOON.plus(Duration.ofDays(90)), ZoneOffset.UTC));
        archive();

        later.tidy(Retention.ofDays(14));

        assertEquals(List.of("20261120T120000.000Z"), names(later.backups().folder()));
    }

    @Test
    void whatAKilledRunLeftIsClearedAwayAndSaid() throws Exception {
        LabArchive archive = archive();
        Path store = archive.backups().folder();
        Path making = Files.createDirectory(store.resolve("20261121T030000.000Z.making"));
        Files.writeString(
                making.resolve("note"),
                "20261121T030000.000Z\nSCHEDULED\n2026-11-21T03:00:00Z\n\n");
        Files.createDirectories(store.resolve("20261101T030000.000Z.removing/data"));
        Files.write(
                archive.wal().folder().resolve("00000001000000000000000B.arriving"), new byte[1]);

        archive.prepare(folder.resolve("no such cluster"));

        assertEquals(
                new BackupRecord(
                        "20261121T030000.000Z",
                        Kind.SCHEDULED,
                        State.FAILED,
                        Instant.parse("2026-11-21T03:00:00Z"),
                        Optional.of(NOON),
                        OptionalLong.empty(),
                        Optional.of("The lab was ended while the backup was made.")),
                archive.list().getFirst());
        assertEquals(6, archive.list().size());
        assertEquals(6, names(store).size());
        assertFalse(names(archive.wal().folder()).contains("00000001000000000000000B.arriving"));
    }

    @Test
    void aBackupWhoseListIsDamagedIsShownAsFailedAndNeverUsed() throws Exception {
        LabArchive archive = archive();
        Path manifest =
                archive.backups().folder().resolve("20261120T120000.000Z").resolve("manifest");
        Files.writeString(manifest, Files.readString(manifest).replace("18.6", "18.7"));

        assertEquals(State.FAILED, archive.list().getFirst().state());
        assertEquals(
                new BackupStore(archive.backups().folder()).whole().getLast().facts(),
                SomeBackup.facts(NOON.minus(Duration.ofDays(2)), 8));
    }

    @Test
    void aFolderThatIsNoBackupIsLeftAloneAndHidesNone() throws Exception {
        LabArchive archive = archive();
        Path strange = archive.backups().folder().resolve("copy of 20261120T120000.000Z");
        Files.createDirectories(strange.resolve("data"));
        int before = archive.backups().whole().size();

        assertEquals(before, archive.list().size());
        assertEquals(before, archive.backups().whole().size());
        assertTrue(Files.exists(strange));
    }

    private static BackupRecord record(State state, String startedAt) {
        Instant at = Instant.parse(startedAt);
        return new BackupRecord(
                "x",
                Kind.SCHEDULED,
                state,
                at,
                Optional.of(at),
                OptionalLong.empty(),
                Optional.empty());
    }

    @Test
    void oneIsMadeADayAtTheHourAndMadeUpForLater() {
        DailyBackup atThree = new DailyBackup(true, 3);
        List<BackupRecord> yesterday = List.of(record(State.WHOLE, "2026-11-20T03:00:05Z"));

        assertTrue(atThree.due(List.of(), NOON));
        assertTrue(atThree.due(yesterday, NOON));
        assertFalse(atThree.due(yesterday, Instant.parse("2026-11-21T02:59:59Z")));
        assertTrue(atThree.due(yesterday, Instant.parse("2026-11-21T03:00:00Z")));
        assertFalse(atThree.due(List.of(record(State.WHOLE, "2026-11-21T03:00:00Z")), NOON));
        assertFalse(atThree.due(List.of(record(State.FAILED, "2026-11-21T11:30:00Z")), NOON));
        assertTrue(atThree.due(List.of(record(State.FAILED, "2026-11-21T11:00:00Z")), NOON));
        assertFalse(atThree.due(List.of(record(State.RUNNING, "2026-11-20T11:00:00Z")), NOON));
        assertFalse(new DailyBackup(false, 3).due(List.of(), NOON));
    }

    @Test
    void theHourIsRememberedAndIsThreeBefore() throws Exception {
        LabArchive archive = archive();
        assertEquals(new DailyBackup(true, 3), archive.daily());
        archive.setDaily(new DailyBackup(true, 0));
        assertEquals(new DailyBackup(true, 0), archive().daily());
        archive.setDaily(new DailyBackup(false, 5));
        assertFalse(archive().daily().on());
    }
}
