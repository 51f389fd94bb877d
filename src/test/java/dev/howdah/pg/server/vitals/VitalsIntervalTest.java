package dev.howdah.pg.server.vitals;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.pg.server.vitals.VitalsSnapshot.Checkpoints;
import dev.howdah.pg.server.vitals.VitalsSnapshot.DatabaseCounters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Subtracting two looks. */
class VitalsIntervalTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Instant STARTED = NOON.minusSeconds(86_400);

    /** Every counter of the database stands at {@code count}. */
    private static DatabaseCounters database(long oid, long count, Optional<Instant> resetAt) {
        return new DatabaseCounters(
                oid,
                "db" + oid,
                1,
                count,
                count,
                count,
                count,
                count,
                count,
                count,
                count,
                count,
                count,
                count,
                count,
                OptionalLong.of(count),
                count,
                count,
                resetAt);
    }

    private static DatabaseCounters database(long oid, long count) {
        return database(oid, count, Optional.empty());
    }

    private static VitalsSnapshot at(int second, DatabaseCounters... databases) {
        return new VitalsSnapshot(
                NOON.plusSeconds(second),
                STARTED,
                false,
                100,
                3,
                5,
                1,
                0,
                true,
                Optional.empty(),
                OptionalLong.of(1_000L * second),
                new Checkpoints(second, 2L * second, 0, Optional.empty()),
                List.of(databases));
    }

    @Test
    void addsUpAllDatabasesOverTheMeasuredTime() {
        Optional<VitalsInterval> interval =
                VitalsInterval.between(
                        at(0, database(1, 100), database(2, 0)),
                        at(3, database(1, 130), database(2, 6)));

        assertEquals(
                Optional.of(
                        new VitalsInterval(
                                Duration.ofSeconds(3),
                                36,
                                36,
                                36,
                                36,
                                72,
                                108,
                                36,
                                36,
                                36,
                                3_000,
                                3,
                                6)),
                interval);
        assertEquals(24, interval.orElseThrow().transactionsPerSecond());
        assertEquals(OptionalDouble.of(50), interval.orElseThrow().cacheHitPct());
        assertEquals(OptionalDouble.of(50), interval.orElseThrow().rollbackPct());
    }

    @Test
    void aDatabaseThatIsNewOrGoneDoesNotCountYetOrAnyMore() {
        assertEquals(
                10,
                VitalsInterval.between(
                                at(0, database(1, 100), database(2, 7_000)),
                                at(1, database(1, 110), database(3, 90_000)))
                        .orElseThrow()
                        .commits());
    }

    @Test
    void aShareOfNothingIsEmpty() {
        VitalsInterval idle =
                VitalsInterval.between(at(0, database(1, 5)), at(1, database(1, 5))).orElseThrow();

        assertEquals(OptionalDouble.empty(), idle.cacheHitPct());
        assertEquals(OptionalDouble.empty(), idle.rollbackPct());
        assertEquals(0, idle.transactionsPerSecond());
    }

    @Test
    void isEmptyWhenCountersWereReset() {
        Optional<Instant> reset = Optional.of(NOON);

        assertEquals(
                Optional.empty(),
                VitalsInterval.between(
                        at(0, database(1, 100), database(2, 0)),
                        at(1, database(1, 500, reset), database(2, 0))));
        assertEquals(
                Optional.empty(),
                VitalsInterval.between(
                        at(0, database(1, 100), database(2, 0)),
                        at(1, database(1, 1), database(2, 1_000_000))),
                "a reset that hides behind the growth of another database");
    }

    @Test
    void theFirstActivityInADatabaseIsNoReset() {
        assertEquals(
                12,
                VitalsInterval.between(
                                at(0, database(1, 0)), at(1, database(1, 12, Optional.of(NOON))))
                        .orElseThrow()
                        .commits());
    }

    @Test
    void isEmptyAcrossARestartAPromotionOrATurnedBackClock() {
        VitalsSnapshot before = at(5, database(1, 100));
        VitalsSnapshot after = at(7, database(1, 110));
        VitalsSnapshot restarted =
                new VitalsSnapshot(
                        after.serverTime(),
                        NOON,
                        false,
                        100,
                        3,
                        5,
                        1,
                        0,
                        true,
                        Optional.empty(),
                        after.walPositionBytes(),
                        after.checkpoints(),
                        after.databases());
        VitalsSnapshot demoted =
                new VitalsSnapshot(
                        after.serverTime(),
                        STARTED,
                        true,
                        100,
                        3,
                        5,
                        1,
                        0,
                        true,
                        Optional.empty(),
                        after.walPositionBytes(),
                        after.checkpoints(),
                        after.databases());

        assertEquals(Optional.empty(), VitalsInterval.between(before, restarted));
        assertEquals(Optional.empty(), VitalsInterval.between(before, demoted));
        assertEquals(Optional.empty(), VitalsInterval.between(after, before));
        assertEquals(Optional.empty(), VitalsInterval.between(before, before));
    }

    @Test
    void twoStretchesAddUp() {
        VitalsInterval first =
                VitalsInterval.between(at(0, database(1, 0)), at(2, database(1, 20))).orElseThrow();
        VitalsInterval second =
                VitalsInterval.between(at(2, database(1, 20)), at(5, database(1, 50)))
                        .orElseThrow();

        assertEquals(
                VitalsInterval.between(at(0, database(1, 0)), at(5, database(1, 50))),
                Optional.of(first.plus(second)));
    }
}
