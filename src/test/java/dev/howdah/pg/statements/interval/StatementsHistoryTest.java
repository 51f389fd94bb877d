package dev.howdah.pg.statements.interval;

import static dev.howdah.pg.statements.SomeStatements.OPENING;
import static dev.howdah.pg.statements.SomeStatements.RESET;
import static dev.howdah.pg.statements.SomeStatements.at;
import static dev.howdah.pg.statements.SomeStatements.row;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.pg.statements.SomeStatements;
import dev.howdah.pg.statements.StatementCounter;
import dev.howdah.pg.statements.StatementsCut;
import dev.howdah.pg.statements.StatementsSnapshot;
import dev.howdah.pg.statements.StatementsSnapshot.Origin;
import dev.howdah.pg.statements.interval.StatementsInterval.Certainty;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Any stretch of time up to now, from few readings, and never a negative number. */
class StatementsHistoryTest {
    private final StatementsHistory history = new StatementsHistory();

    @Test
    void hasTotalsAtOnceAndIntervalsFromTheSecondReading() {
        assertEquals(Optional.empty(), history.interval(StatementsRange.TOTALS));

        history.add(at(0, row(1, 10, 100), row(2, 1, 5)));

        assertEquals(Optional.empty(), history.interval(StatementsRange.SINCE_OPENING));
        assertEquals(
                List.of("1: 10 calls, 100.0 ms", "2: 1 calls, 5.0 ms"),
                lines(StatementsRange.TOTALS));
    }

    @Test
    void showsOnlyWhatRanInTheRange() {
        history.add(at(0, row(1, 10, 100), row(2, 1, 5), row(3, 7, 7)));
        history.add(at(30, row(1, 12, 140), row(2, 1, 5), row(3, 8, 9)));
        history.add(at(60, row(1, 13, 150), row(2, 1, 5), row(4, 2, 30)));

        assertEquals(
                List.of("1: 3 calls, 50.0 ms", "4: 2 calls, 30.0 ms new"),
                lines(StatementsRange.SINCE_OPENING));
        assertEquals(
                OptionalDouble.empty(),
                interval(StatementsRange.SINCE_OPENING).all().totalMs(),
                "statement 3 took its numbers with it");
    }

    @Test
    void takesTheReadingThatComesClosestToTheRange() {
        for (int second = 0; second <= 3_600; second += 30) {
            history.add(at(second, row(1, second, second)));
        }

        assertEquals(60, length(StatementsRange.LAST_MINUTE));
        assertEquals(300, length(StatementsRange.LAST_5_MINUTES), 30);
        assertEquals(900, length(StatementsRange.LAST_15_MINUTES), 60);
        assertEquals(3_600, length(StatementsRange.LAST_HOUR), 240);
        assertEquals(3_600, length(StatementsRange.SINCE_OPENING));
        StatementsInterval hour = interval(StatementsRange.LAST_15_MINUTES);
        assertEquals(
                seconds(hour),
                hour.rows().getFirst().added(StatementCounter.CALLS),
                "numbers belong to the readings");
    }

    @Test
    void isShorterThanAskedForUntilItHasWatchedLongEnough() {
        history.add(at(0, row(1, 1, 1)));
        history.add(at(40, row(1, 2, 2)));

        assertEquals(40, length(StatementsRange.LAST_HOUR));
    }

    @Test
    void comparesMeansWithTheStretchBefore() {
        history.add(at(0, row(1, 100, 1_000)));
        history.add(at(60, row(1, 110, 1_200)));
        history.add(at(120, row(1, 120, 1_800)));

        StatementsInterval.Row lastMinute = interval(StatementsRange.LAST_MINUTE).rows().getFirst();
        assertEquals(
                Optional.of(Duration.ofMinutes(1)),
                interval(StatementsRange.LAST_MINUTE).meansBefore());
        assertEquals(OptionalDouble.of(20), lastMinute.meanBeforeMs());
        assertEquals(OptionalDouble.of(200), lastMinute.meanChangePct());
        StatementsInterval.Row sinceOpening =
                interval(StatementsRange.SINCE_OPENING).rows().getFirst();
        assertEquals(Optional.empty(), interval(StatementsRange.SINCE_OPENING).meansBefore());
        assertEquals(OptionalDouble.of(10), sinceOpening.meanBeforeMs());
        assertEquals(OptionalDouble.of(300), sinceOpening.meanChangePct());
    }

    @Test
    void startsOverWhenTheStatisticsWereReset() {
        history.add(at(0, row(1, 10, 100)));
        Origin reset =
                new Origin(
                        OPENING.plusSeconds(30),
                        Instant.EPOCH,
                        Optional.of(OPENING.plusSeconds(20)),
                        OptionalLong.of(0));

        assertTrue(history.add(SomeStatements.with(reset, at(30, row(1, 12, 3)))));

        assertEquals(Optional.empty(), history.interval(StatementsRange.SINCE_OPENING));
        assertEquals(List.of("1: 12 calls, 3.0 ms"), lines(StatementsRange.TOTALS));
    }

    @Test
    void goesOnWhenAServerRestartKeptTheCounters() {
        history.add(at(0, row(1, 10, 100)));
        Origin restarted =
                new Origin(
                        OPENING.plusSeconds(60),
                        OPENING.plusSeconds(5),
                        Optional.of(RESET),
                        OptionalLong.of(0));

        assertFalse(history.add(SomeStatements.with(restarted, at(60, row(1, 11, 104)))));

        assertEquals(List.of("1: 1 calls, 4.0 ms"), lines(StatementsRange.SINCE_OPENING));
    }

    @Test
    void startsOverAfterARestartWhenTheExtensionDoesNotKnowItsReset() {
        Instant started = OPENING.minusSeconds(100);
        history.add(old(started, at(0, row(1, 10, 100))));

        assertFalse(history.add(old(started, at(30, row(1, 11, 101)))));
        assertTrue(history.add(old(OPENING.plusSeconds(40), at(60, row(1, 12, 102)))));
        assertTrue(history.add(old(OPENING.plusSeconds(40), at(90, row(1, 2, 3)))), "went back");
    }

    @Test
    void countsAnEntryThatBeganAnewFromZero() {
        history.add(at(0, row(1, 100, 1_000), row(2, 5, 5)));
        history.add(at(30, row(1, 4, 8), row(2, 6, 6)));

        StatementsInterval interval = interval(StatementsRange.SINCE_OPENING);
        assertEquals(
                List.of("1: 4 calls, 8.0 ms AT_LEAST", "2: 1 calls, 1.0 ms"),
                lines(StatementsRange.SINCE_OPENING));
        assertEquals(OptionalDouble.empty(), interval.all().totalMs());
    }

    @Test
    void knowsFromItsBirthThatAnEntryIsAnotherOne() {
        history.add(at(0, SomeStatements.since(RESET, row(1, 100, 1_000))));
        history.add(at(30, SomeStatements.since(OPENING.plusSeconds(10), row(1, 150, 1_500))));

        assertEquals(
                List.of("1: 150 calls, 1500.0 ms AT_LEAST"), lines(StatementsRange.SINCE_OPENING));
    }

    @Test
    void saysWhatAllOthersDidTogether() {
        StatementsCut cut = new StatementsCut(Map.of(StatementCounter.TOTAL_MS, 50.0));
        history.add(at(0, row(1, 10, 100), row(2, 1, 5), row(3, 1, 6)));
        history.add(cut(cut, 30, row(1, 12, 140), row(2, 2, 8), row(3, 1, 6)));

        StatementsInterval interval = interval(StatementsRange.SINCE_OPENING);

        assertEquals(List.of("1: 2 calls, 40.0 ms"), lines(StatementsRange.SINCE_OPENING));
        assertEquals(OptionalDouble.of(43), interval.all().totalMs());
        assertEquals(OptionalDouble.of(3), interval.all().unseenMs());
        assertEquals(OptionalDouble.of(1), interval.all().unseenCalls());
        assertEquals(3, interval.missingUpTo(StatementsRank.TOTAL_TIME));
        assertEquals(3, interval.missingUpTo(StatementsRank.MEAN_TIME));
        assertEquals(1, interval.missingUpTo(StatementsRank.CALLS));
        assertEquals(Double.POSITIVE_INFINITY, interval.missingUpTo(StatementsRank.TEMP_FILES));
    }

    @Test
    void missesNothingWhenNothingElseRan() {
        StatementsCut cut = new StatementsCut(Map.of(StatementCounter.TOTAL_MS, 50.0));
        history.add(at(0, row(1, 10, 100), row(2, 1, 5)));
        history.add(cut(cut, 30, row(1, 12, 140), row(2, 1, 5)));

        StatementsInterval interval = interval(StatementsRange.SINCE_OPENING);

        for (StatementsRank rank : StatementsRank.values()) {
            assertEquals(0, interval.missingUpTo(rank), rank.name());
        }
    }

    @Test
    void marksAStatementThatWasBelowTheCutWhenTheRangeBegan() {
        StatementsCut cut = new StatementsCut(Map.of(StatementCounter.TOTAL_MS, 50.0));
        history.add(at(0, row(1, 10, 100), row(2, 1, 5)));
        history.add(cut(cut, 60, row(1, 10, 100), row(2, 2, 40)));
        history.add(cut(cut, 120, row(1, 10, 100), row(2, 3, 90)));

        assertEquals(List.of("2: 2 calls, 85.0 ms AT_MOST"), lines(StatementsRange.LAST_MINUTE));
        assertEquals(List.of("2: 2 calls, 85.0 ms"), lines(StatementsRange.SINCE_OPENING));
        assertEquals(
                Certainty.AT_MOST,
                interval(StatementsRange.LAST_MINUTE).rows().getFirst().certainty());
    }

    @Test
    void keepsItsMemorySmall() {
        List<StatementsSnapshot.Row> rows = new ArrayList<>();
        for (int poll = 0; poll < 100; poll++) {
            rows.clear();
            for (int id = 0; id < 2_000; id++) {
                rows.add(row(id, poll + 1, poll + 1));
            }
            history.add(at(30 * poll, rows.toArray(StatementsSnapshot.Row[]::new)));
        }

        assertTrue(history.keptRows() <= 30_000, history.keptRows() + " rows");
        assertEquals(
                99,
                interval(StatementsRange.SINCE_OPENING)
                        .rows()
                        .getFirst()
                        .added(StatementCounter.CALLS));
    }

    private static StatementsSnapshot cut(
            StatementsCut cut, int second, StatementsSnapshot.Row... there) {
        return SomeStatements.cut(cut, second, OptionalLong.of(0), List.of(there));
    }

    /** As an extension before 1.9 tells it. */
    private static StatementsSnapshot old(Instant started, StatementsSnapshot snapshot) {
        return SomeStatements.with(
                new Origin(snapshot.takenAt(), started, Optional.empty(), OptionalLong.empty()),
                snapshot);
    }

    private StatementsInterval interval(StatementsRange range) {
        return history.interval(range).orElseThrow();
    }

    private double length(StatementsRange range) {
        StatementsInterval interval = interval(range);
        return seconds(interval);
    }

    private static double seconds(StatementsInterval interval) {
        return Duration.between(interval.from().orElseThrow(), interval.to()).toMillis() / 1e3;
    }

    private List<String> lines(StatementsRange range) {
        return interval(range).top(StatementsRank.TOTAL_TIME, 10, _ -> true).stream()
                .map(row ->
                        "%d: %.0f calls, %.1f ms%s%s"
                                .formatted(
                                        row.key().queryId(),
                                        row.added(StatementCounter.CALLS),
                                        row.added(StatementCounter.TOTAL_MS),
                                        row.isNew() ? " new" : "",
                                        row.certainty() == Certainty.EXACT
                                                ? ""
                                                : " " + row.certainty()))
                .toList();
    }
}
