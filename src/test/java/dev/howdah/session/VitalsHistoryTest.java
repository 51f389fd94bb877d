package dev.howdah.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.howdah.core.Problem;
import dev.howdah.core.Reading;
import dev.howdah.pg.server.vitals.VitalsSnapshot;
import dev.howdah.pg.server.vitals.VitalsSnapshot.Checkpoints;
import dev.howdah.pg.server.vitals.VitalsSnapshot.DatabaseCounters;
import dev.howdah.pg.server.vitals.VitalsTrend;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Gaps where nothing is known, and neither spikes nor negative numbers. */
class VitalsHistoryTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant STARTED = NOON.minusSeconds(86_400);
    private static final double GAP = Double.NaN;
    private static final Problem GONE =
            Problem.of(Problem.Kind.UNREACHABLE, "The connection to the server broke.", "");

    private final VitalsHistory history = new VitalsHistory();

    private static VitalsSnapshot vitals(
            int second, Instant startedAt, long commits, boolean seesEverySession) {
        DatabaseCounters database =
                new DatabaseCounters(
                        16_384,
                        "shop",
                        5,
                        commits,
                        commits / 10,
                        commits,
                        9 * commits,
                        commits,
                        commits,
                        commits,
                        0,
                        0,
                        0,
                        1_024 * commits,
                        0,
                        OptionalLong.empty(),
                        0,
                        0,
                        Optional.empty());
        return new VitalsSnapshot(
                NOON.plusSeconds(second),
                startedAt,
                false,
                100,
                3,
                5,
                1,
                0,
                seesEverySession,
                Optional.of(NOON.minusSeconds(60)),
                OptionalLong.of(100 * commits),
                new Checkpoints(0, 0, 0, Optional.empty()),
                List.of(database));
    }

    private void fresh(int second, long commits) {
        take(vitals(second, STARTED, commits, true), second);
    }

    private void take(VitalsSnapshot snapshot, int second) {
        history.take(new Reading.Fresh<>(snapshot, NOON.plusSeconds(second)));
    }

    private double[] series(ToDoubleFunction<VitalsSample> value) {
        return history.samples().stream().mapToDouble(value).toArray();
    }

    private double[] transactions() {
        return series(VitalsSample::transactionsPerSecond);
    }

    private double[] sessions() {
        return series(VitalsSample::sessions);
    }

    @Test
    void ratesAreDifferencesOverTheMeasuredTime() {
        fresh(0, 100);
        fresh(2, 120);
        fresh(5, 180);

        assertArrayEquals(new double[] {GAP, 11, 22}, transactions());
        assertEquals(
                new VitalsSample(
                        NOON.plusSeconds(2), 5, 1, 11, 1, 20, 10, 90, 10, 10_240, 1_000, 0, 62),
                history.samples().get(1));
    }

    @Test
    void countersThatGoBackLeaveAGap() {
        fresh(0, 100);
        fresh(2, 120);
        fresh(4, 7);
        fresh(6, 27);

        assertArrayEquals(new double[] {GAP, 11, GAP, 11}, transactions());
        assertArrayEquals(new double[] {5, 5, 5, 5}, sessions(), "gauges need no difference");
    }

    @Test
    void aRestartLeavesAGapEvenWhenCountersHaveGrown() {
        fresh(0, 100);
        take(vitals(2, NOON, 10_000, true), 2);
        take(vitals(4, NOON, 10_020, true), 4);

        assertArrayEquals(new double[] {GAP, GAP, 11}, transactions());
    }

    @Test
    void aTimeNobodyLookedIsAGapAndNoAverage() {
        fresh(0, 100);
        fresh(2, 120);
        fresh(600, 50_000);
        fresh(602, 50_020);

        assertArrayEquals(new double[] {GAP, 11, GAP, GAP, 11}, transactions());
        assertArrayEquals(new double[] {5, 5, GAP, 5, 5}, sessions());
    }

    @Test
    void aLateAnswerIsNoHole() {
        fresh(0, 100);
        fresh(10, 200);

        assertArrayEquals(new double[] {GAP, 11}, transactions());
    }

    @Test
    void aServerThatDoesNotAnswerLeavesOneGap() {
        fresh(0, 100);
        fresh(2, 120);
        VitalsSnapshot last = vitals(2, STARTED, 120, true);
        history.take(new Reading.Stale<>(last, NOON.plusSeconds(2), GONE));
        history.take(new Reading.Stale<>(last, NOON.plusSeconds(2), GONE.withDetail("and again")));
        fresh(8, 180);
        fresh(10, 200);

        assertArrayEquals(new double[] {GAP, 11, GAP, GAP, 11}, transactions());
        assertArrayEquals(new double[] {5, 5, GAP, 5, 5}, sessions());
    }

    @Test
    void theSameReadingTwiceIsOneSample() {
        fresh(0, 100);
        fresh(2, 120);
        fresh(2, 120);

        assertArrayEquals(new double[] {GAP, 11}, transactions());
    }

    @Test
    void othersTransactionsAreAGapForARoleThatDoesNotSeeThem() {
        take(vitals(0, STARTED, 100, false), 0);

        assertArrayEquals(new double[] {GAP}, series(VitalsSample::longestTransactionSeconds));
    }

    @Test
    void anHourIsKeptAndNoMore() {
        for (int i = 0; i < VitalsHistory.CAPACITY + 10; i++) {
            fresh(2 * i, 20L * i);
        }

        assertEquals(VitalsHistory.CAPACITY, history.samples().size());
        assertEquals(NOON.plusSeconds(20), history.samples().getFirst().at());
    }

    @Test
    void whoeverListensHearsOfGoodAndBadReadingsUntilTheyStop() {
        List<String> heard = new ArrayList<>();
        Runnable stop =
                history.subscribe(() -> heard.add(history.reading().getClass().getSimpleName()));

        fresh(0, 100);
        history.take(new Reading.Stale<>(vitals(0, STARTED, 100, true), NOON, GONE));
        stop.run();
        fresh(2, 120);

        assertEquals(List.of("Fresh", "Stale"), heard);
    }

    @Test
    void theTrendAddsUpWhatIsComparable() {
        fresh(0, 100);
        assertEquals(Reading.waiting(), history.trend());

        fresh(2, 120);
        fresh(4, 5);
        fresh(6, 45);

        VitalsTrend trend = history.trend().content().orElseThrow();
        assertEquals(60, trend.lately().commits());
        assertEquals(Duration.ofSeconds(4), trend.lately().elapsed());
        assertEquals(trend.lately(), trend.lastHour());
    }

    @Test
    void latelyIsFiveMinutes() {
        for (int i = 0; i <= 300; i++) {
            fresh(2 * i, 20L * i);
        }

        VitalsTrend trend = history.trend().content().orElseThrow();
        assertEquals(Duration.ofSeconds(302), trend.lately().elapsed());
        assertEquals(Duration.ofMinutes(10), trend.lastHour().elapsed());
    }

    @Test
    void theTrendIsAsStaleOrUnavailableAsItsSource() {
        history.take(new Reading.Unavailable<>(GONE));
        assertEquals(new Reading.Unavailable<>(GONE), history.trend());

        fresh(0, 100);
        fresh(2, 120);
        history.take(new Reading.Stale<>(vitals(2, STARTED, 120, true), NOON.plusSeconds(2), GONE));
        assertEquals(Optional.of(GONE), history.trend().problem());
        assertInstanceOf(Reading.Stale.class, history.trend());
    }
}
