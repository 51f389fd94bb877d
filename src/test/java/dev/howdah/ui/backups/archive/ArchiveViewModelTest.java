package dev.howdah.ui.backups.archive;

import static dev.howdah.pg.archive.SomeArchive.NOW;
import static dev.howdah.pg.archive.SomeArchive.SEGMENT;
import static dev.howdah.pg.archive.SomeArchive.archived;
import static dev.howdah.pg.archive.SomeArchive.baseBackup;
import static dev.howdah.pg.archive.SomeArchive.configuration;
import static dev.howdah.pg.archive.SomeArchive.copy;
import static dev.howdah.pg.archive.SomeArchive.failing;
import static dev.howdah.pg.archive.SomeArchive.hidden;
import static dev.howdah.pg.archive.SomeArchive.hostedBy;
import static dev.howdah.pg.archive.SomeArchive.nothing;
import static dev.howdah.pg.archive.SomeArchive.off;
import static dev.howdah.pg.archive.SomeArchive.primary;
import static dev.howdah.pg.archive.SomeArchive.standby;
import static dev.howdah.pg.archive.SomeArchive.working;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.Reading;
import dev.howdah.pg.archive.ArchiveSnapshot;
import dev.howdah.pg.archive.ArchiveSnapshot.Archiver;
import dev.howdah.pg.archive.ArchiveSnapshot.Destination;
import dev.howdah.pg.archive.ArchiveSnapshot.Mode;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.panel.PanelState;
import dev.howdah.ui.table.LiveRow;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the panel Archive says, without a screen. */
class ArchiveViewModelTest {
    private static final Problem GONE =
            Problem.of(Problem.Kind.UNREACHABLE, "The connection broke.", "");
    private static final long MB = 1L << 20;

    private final ArchiveViewModel model = new ArchiveViewModel(ZoneOffset.UTC);

    @Test
    void saysWhatWouldBeMissingFromTheArchive() {
        assertEquals(
                "GOOD If this server died now, 3.20 MB of WAL written in the last 4 min would be"
                        + " missing from the archive.",
                says(working((long) (3.2 * MB), Duration.ofMinutes(4))));
        assertEquals(
                "GOOD If this server died now, no WAL would be missing from the archive.",
                says(working(0, Duration.ofDays(4))));
    }

    @Test
    void neverSaysNowOfAServerThatDoesNotAnswer() {
        model.show(new Reading.Stale<>(working(MB, Duration.ofMinutes(4)), NOW, GONE));

        assertEquals(
                "If this server had died at 12:00:00, 1.00 MB of WAL written in the last 4 min"
                        + " would be missing from the archive.",
                model.headline().get().sentence());
        assertEquals(PanelState.Phase.STALE, model.state().get().phase());
    }

    @Test
    void judgesByWhatWaitsAndByHowLate() {
        assertEquals(Notice.Level.GOOD, level(working(9 * SEGMENT, Duration.ofMinutes(1))));
        assertEquals(Notice.Level.WARNING, level(working(10 * SEGMENT, Duration.ofMinutes(1))));
        assertEquals(Notice.Level.DANGER, level(working(20 * SEGMENT, Duration.ofMinutes(1))));
        assertEquals(Notice.Level.GOOD, level(working(1, Duration.ofMinutes(15))));
        assertEquals(Notice.Level.WARNING, level(working(1, Duration.ofMinutes(16))));
        assertEquals(Notice.Level.GOOD, level(working(0, Duration.ofHours(9))), "nothing to do");
    }

    @Test
    void saysHowOftenAndSinceWhenArchivingFails() {
        Archiver failing = failing(archived(Duration.ofHours(3)), 14, Duration.ofSeconds(20));
        show(primary(configuration(Mode.ON, Destination.SET), failing, 120 * MB));

        assertEquals(
                new Notice(
                        Notice.Level.DANGER,
                        "If this server died now, 120 MB of WAL written in the last 3 h would be"
                                + " missing from the archive.",
                        "Archiving fails: 14 attempts since the statistics began, the last 20 s"
                                + " ago. WAL piles up on this server's disk until it works"
                                + " again."),
                model.headline().get());
        assertTrue(model.stretch().get().orElseThrow().failing());
    }

    @Test
    void countsASingleFailureInTheSingular() {
        Archiver failing = failing(nothing(), 1, Duration.ofSeconds(20));
        show(primary(configuration(Mode.ON, Destination.SET), failing, 0));

        assertEquals(
                "Archiving fails, and nothing has reached the archive since the statistics began.",
                model.headline().get().sentence());
        assertTrue(model.headline().get().advice().startsWith("Archiving fails: 1 attempt since"));
        assertEquals(Optional.empty(), model.stretch().get(), "there is nothing to draw");
    }

    @Test
    void neverShowsAnArchiveOfUnknownReachAsGood() {
        Archiver history =
                new Archiver(
                        3,
                        Optional.of("00000002.history"),
                        Optional.of(NOW.minusSeconds(9)),
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());

        assertEquals(
                "WARNING The newest file in the archive, 00000002.history, does not tell how far"
                        + " the archive reaches.",
                says(primary(configuration(Mode.ON, Destination.SET), history, MB)));
        assertEquals(
                "WARNING Nothing has been archived since the statistics began at"
                        + " 2026-11-01 12:00:00.",
                says(primary(configuration(Mode.ON, Destination.HIDDEN), nothing(), MB)));
    }

    @Test
    void saysWhatAServerWithoutAnArchiveHas() {
        assertEquals(
                "DANGER No WAL archive is configured here: nothing on this server would survive"
                        + " its disk.",
                says(off()));
        assertEquals(
                "WARNING No WAL archive is configured here, but replica1 has all of the WAL.",
                says(off(copy(1, "replica1", 0))));
        assertEquals(
                "WARNING Amazon RDS keeps its backups outside SQL; without its API the console"
                        + " can't see them.",
                says(hostedBy("Amazon RDS", off())));
        assertEquals(
                "DANGER Archiving is on, but there is neither a command nor a library: WAL piles"
                        + " up on this server's disk.",
                says(primary(configuration(Mode.ON, Destination.EMPTY), nothing(), 0)));
    }

    @Test
    void sendsTheReaderOfAStandbyToItsPrimary() {
        show(standby());

        assertEquals(
                new Notice(
                        Notice.Level.INFO,
                        "This standby leaves the archive to its primary; look there for what"
                                + " would be lost.",
                        "The newest commit that it shows is 3.0 s old."),
                model.headline().get());
        assertEquals("0/2FFE000", value("WAL replayed up to"));
        assertEquals("3.0 s ago (11:59:57)", meaning("Newest commit replayed"));
    }

    @Test
    void tellsHowMuchTheBestCopyHas() {
        show(
                working(
                        MB,
                        Duration.ofMinutes(1),
                        copy(1, "replica1", MB - 24 * 1_024),
                        copy(2, "replica2", MB / 2)));

        assertEquals(
                "replica1 has all of the WAL but the last 24.0 kB.",
                model.headline().get().advice());
        assertEquals(
                List.of("replica1 24576", "replica2 524288"),
                model.receivers().stream()
                        .map(row -> row.get().name() + " " + row.get().behindBytes())
                        .toList());
        assertEquals(
                List.of(
                        new WalStretch.Copy("replica1", MB - 24 * 1_024),
                        new WalStretch.Copy("replica2", MB / 2)),
                model.stretch().get().orElseThrow().copies());
    }

    @Test
    void remarksOnWhatIsWrongAndWhatIsHidden() {
        assertEquals(
                List.of(
                        "INFO Nobody takes WAL from this server: there is no standby that could take over."),
                remarks(working(MB, Duration.ofMinutes(1))));
        assertEquals(
                List.of(
                        "WARNING 12 full segments wait for the archiver; from 10 on the archive"
                                + " can't keep up or hangs.",
                        "WARNING Nothing has been archived for 20 min, though archive_timeout asks"
                                + " for a segment every 5 min.",
                        "INFO 1 receiver of WAL is hidden from this role, so it isn't known what"
                                + " they have."),
                remarks(working(12 * SEGMENT, Duration.ofMinutes(20), hidden(7))));
    }

    @Test
    void showsTheFactsWithUnitsAndTheirMeaning() {
        Archiver failedOnce = failing(archived(Duration.ofMinutes(4)), 1, Duration.ofHours(2));
        show(primary(configuration(Mode.ON, Destination.SET), failedOnce, 3 * SEGMENT + MB));

        assertEquals(
                List.of(
                        "Newest in the archive | 000000010000000000000002 | 4 min ago (11:56:00)",
                        "Archived | 1,204 files | since 2026-11-01 12:00:00",
                        "Failed | 1 attempt | the last 2 h ago (10:00:00), on"
                                + " 000000010000000000000003",
                        "WAL written up to | 0/6100000 | ",
                        "Not in the archive | 49.0 MB | written in the last 4 min",
                        "Waits for the archiver | 3 full segments | of 16.0 MB each",
                        "archive_mode | on | a primary archives what it writes",
                        "archive_command | set | its text is among the parameters",
                        "archive_timeout | 5 min | the longest wait while anything is written",
                        "wal_level | replica | ",
                        "wal_segment_size | 16.0 MB | "),
                model.facts().stream()
                        .map(LiveRow::get)
                        .map(f -> f.name() + " | " + f.value() + " | " + f.meaning())
                        .toList());
    }

    @Test
    void showsTheProgressOfABaseBackup() {
        show(working(MB, Duration.ofMinutes(1), baseBackup(9, 450 * MB, 1_000 * MB)));

        ReceiverLine line = model.receivers().getFirst().get();
        assertEquals("45 % of 0.98 GB", line.progress());
        assertEquals(-1, line.behindBytes());
        assertEquals(List.of(), model.stretch().get().orElseThrow().copies());
    }

    @Test
    void keepsTheRowsWhileTheNumbersChange() {
        show(working(MB, Duration.ofMinutes(1)));
        LiveRow<ArchiveFact> row = model.facts().getFirst();

        show(working(2 * MB, Duration.ofMinutes(2)));

        assertSame(row, model.facts().getFirst());
        assertEquals("2.00 MB", value("Not in the archive"));
    }

    private void show(ArchiveSnapshot snapshot) {
        model.show(new Reading.Fresh<>(snapshot, NOW));
    }

    private String says(ArchiveSnapshot snapshot) {
        show(snapshot);
        return model.headline().get().level() + " " + model.headline().get().sentence();
    }

    private Notice.Level level(ArchiveSnapshot snapshot) {
        show(snapshot);
        return model.headline().get().level();
    }

    private List<String> remarks(ArchiveSnapshot snapshot) {
        show(snapshot);
        return model.findings().get().stream()
                .map(notice -> notice.level() + " " + notice.sentence())
                .toList();
    }

    private String value(String name) {
        return fact(name).value();
    }

    private String meaning(String name) {
        return fact(name).meaning();
    }

    private ArchiveFact fact(String name) {
        return model.facts().stream()
                .map(LiveRow::get)
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
