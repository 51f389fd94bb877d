package dev.howdah.ui.overview.tiles;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.core.Reading;
import dev.howdah.health.Finding.Severity;
import dev.howdah.health.session.SessionFacts;
import dev.howdah.health.session.SessionFacts.OpenSession;
import dev.howdah.pg.archive.ArchiveSnapshot.Mode;
import dev.howdah.pg.server.replication.ReplicationSnapshot;
import dev.howdah.pg.server.vitals.VitalsSnapshot;
import dev.howdah.session.VitalsSample;
import dev.howdah.ui.overview.SomeReadings;
import dev.howdah.ui.overview.findings.SomeFindings;
import dev.howdah.ui.overview.tiles.TileContent.Face;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TilesViewModelTest {
    private static final ZonedDateTime NOW = SomeReadings.NOON.atZone(ZoneOffset.UTC);
    private static final Optional<Duration> LONG = Optional.of(Duration.ofMinutes(14));

    private final TilesViewModel model =
            new TilesViewModel(Clock.fixed(SomeReadings.NOON, ZoneOffset.UTC));

    private void showVitals(Reading<VitalsSnapshot> reading, List<VitalsSample> samples) {
        model.showVitals(
                new VitalsTiles(reading, samples, NOW), SomeReadings.fresh(SomeReadings.trend()));
    }

    private String text(Tile tile) {
        TileContent content = model.content(tile).get();
        return content.quantity() + " | " + content.note();
    }

    private Face face(Tile tile) {
        return model.content(tile).get().face();
    }

    @Test
    void everyTileIsWaitingBeforeTheFirstAnswer() {
        assertEquals(
                List.of(Face.WAITING),
                Arrays.stream(Tile.values()).map(this::face).distinct().toList());
    }

    @Test
    void everyNumberHasItsUnitAndItsNote() {
        showVitals(SomeReadings.fresh(SomeReadings.vitals(LONG, true)), SomeReadings.samples());
        model.showSizes(SomeReadings.fresh(SomeReadings.sizes()));
        model.showReplication(SomeReadings.fresh(SomeReadings.primaryWithTwoStandbys()));
        model.showWraparound(SomeReadings.fresh(SomeReadings.wraparound()));
        model.showArchive(SomeReadings.fresh(SomeReadings.archive(Mode.ON, false)));

        Map<Tile, String> shown = new TreeMap<>();
        for (Tile tile : Tile.values()) {
            shown.put(tile, text(tile));
        }
        assertEquals(
                Map.of(
                        Tile.CONNECTIONS, "62 of 100 | 7 in a transaction",
                        Tile.TRANSACTIONS, "118 /s | rolled back 0.3 /s",
                        Tile.CACHE_HIT, "99.2 % | over 35 min",
                        Tile.LONGEST_TRANSACTION, "14 min | ",
                        Tile.SIZE, "1.91 GB | 3 databases",
                        Tile.WAL, "300 kB/s | written",
                        Tile.REPLICA_LAG, "1.1 s | 2 standbys, the worst",
                        Tile.DEADLOCKS, "1 | over 35 min",
                        Tile.WRAPAROUND, "8.4 % | oldest: shop",
                        Tile.ARCHIVE, "2 min 10 s | 4.20 MB to archive"),
                shown);
    }

    @Test
    void namesTheOneWhoseTransactionIsTheLongest() {
        OpenSession report =
                new OpenSession(4_711, "report", "report-service", Duration.ofMinutes(14));
        model.showSessions(
                SomeReadings.fresh(
                        new SessionFacts(0, List.of(), List.of(), List.of(report), List.of())));
        showVitals(SomeReadings.fresh(SomeReadings.vitals(LONG, true)), SomeReadings.samples());

        assertEquals("14 min | report-service", text(Tile.LONGEST_TRANSACTION));
    }

    @Test
    void aRateNeedsTwoLooksAndIsNotInventedAfterAGap() {
        List<VitalsSample> samples = new ArrayList<>(SomeReadings.samples());
        VitalsSample last = samples.removeLast();
        double no = Double.NaN;
        samples.add(new VitalsSample(last.at(), 62, 7, no, no, no, no, no, no, no, no, no, 840));

        showVitals(SomeReadings.fresh(SomeReadings.vitals(LONG, true)), samples);

        assertEquals(Face.FRESH, face(Tile.CONNECTIONS));
        assertEquals(Face.WAITING, face(Tile.TRANSACTIONS));
        assertEquals(Face.WAITING, face(Tile.WAL));
    }

    @Test
    void keepsTheNumbersOnScreenWhileSayingHowOldTheyAre() {
        showVitals(SomeReadings.stale(SomeReadings.vitals(LONG, true)), SomeReadings.samples());

        assertEquals("62 of 100 | as of 11:58:46", text(Tile.CONNECTIONS));
        assertEquals("118 /s | as of 11:58:46", text(Tile.TRANSACTIONS));
        assertEquals(Face.STALE, face(Tile.TRANSACTIONS));
    }

    @Test
    void anUnknownNumberIsADashWithItsReason() {
        model.showArchive(SomeReadings.unavailable(SomeReadings.FORBIDDEN));
        model.showSizes(SomeReadings.unavailable(SomeReadings.AWAY));

        assertEquals("– | needs a grant", text(Tile.ARCHIVE));
        assertEquals(
                "The role app may not read this.\nAsk for: GRANT pg_monitor TO app.",
                model.content(Tile.ARCHIVE).get().explanation());
        assertEquals("– | no answer", text(Tile.SIZE));
    }

    @Test
    void whatDoesNotExistIsNotCalledZero() {
        showVitals(
                SomeReadings.fresh(SomeReadings.vitals(Optional.empty(), true)),
                SomeReadings.samples());
        model.showReplication(
                SomeReadings.fresh(
                        new ReplicationSnapshot(List.of(), List.of(), Optional.empty())));
        model.showArchive(SomeReadings.fresh(SomeReadings.archive(Mode.OFF, false)));

        assertEquals("– | no transaction is open", text(Tile.LONGEST_TRANSACTION));
        assertEquals("– | no standby", text(Tile.REPLICA_LAG));
        assertEquals("– | archiving is off", text(Tile.ARCHIVE));
    }

    @Test
    void whatOurRoleMayNotSeeIsNotCalledNothing() {
        showVitals(
                SomeReadings.fresh(SomeReadings.vitals(Optional.empty(), false)),
                SomeReadings.samples());
        model.showReplication(
                SomeReadings.fresh(
                        new ReplicationSnapshot(
                                List.of(SomeReadings.hiddenStandby()),
                                List.of(),
                                Optional.empty())));

        assertEquals("– | not visible", text(Tile.LONGEST_TRANSACTION));
        assertEquals("– | needs a grant", text(Tile.REPLICA_LAG));
    }

    @Test
    void aStandbySaysItsOwnLag() {
        model.showReplication(SomeReadings.fresh(SomeReadings.standbyItself(false)));
        assertEquals("300 ms | behind the primary", text(Tile.REPLICA_LAG));

        model.showReplication(SomeReadings.fresh(SomeReadings.standbyItself(true)));
        assertEquals("300 ms | replay is paused", text(Tile.REPLICA_LAG));
    }

    @Test
    void aFailingArchiveSaysSo() {
        model.showArchive(SomeReadings.fresh(SomeReadings.archive(Mode.ON, true)));

        assertEquals("2 min 10 s | archiving fails", text(Tile.ARCHIVE));
    }

    @Test
    void theRulesColourTheNumbersAndWhatComesLaterKeepsTheColour() {
        showVitals(SomeReadings.fresh(SomeReadings.vitals(LONG, true)), SomeReadings.samples());
        model.judge(SomeFindings.troubled());
        showVitals(SomeReadings.fresh(SomeReadings.vitals(LONG, true)), SomeReadings.samples());

        assertEquals(Severity.WARNING, model.content(Tile.LONGEST_TRANSACTION).get().severity());
        assertEquals(Severity.OK, model.content(Tile.CONNECTIONS).get().severity());

        model.judge(SomeFindings.calm());
        assertEquals(Severity.OK, model.content(Tile.LONGEST_TRANSACTION).get().severity());
    }

    @Test
    void theLineOfConnectionsEndsAtTheLimitAndCoversTenMinutes() {
        showVitals(SomeReadings.fresh(SomeReadings.vitals(LONG, true)), SomeReadings.samples());

        TileContent.Course course = model.content(Tile.CONNECTIONS).get().course();
        assertEquals(100, course.ceiling());
        assertEquals(300, course.series().size());
        assertEquals(SomeReadings.NOON.minusSeconds(600), course.from());
        assertEquals(SomeReadings.NOON, course.to());
    }

    @Test
    void rememberedValuesAreBoundedAndNeverTakenTwice() {
        RecentValues values = new RecentValues(Duration.ofSeconds(10));
        for (int i = 0; i < 1_000; i++) {
            values.add(SomeReadings.NOON.plusSeconds(i / 2), i);
        }
        assertEquals(RecentValues.MOST, values.series().size());
        assertEquals(998, values.series().last());
    }
}
