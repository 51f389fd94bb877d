package dev.howdah.health.vitals;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.health.HealthRule;
import dev.howdah.health.Judged;
import dev.howdah.health.vitals.SomeVitals.Trend;
import dev.howdah.pg.server.vitals.VitalsSnapshot;
import dev.howdah.pg.server.vitals.VitalsTrend;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is said about counters, gauges and rates. */
class VitalsRulesTest {

    private static String judged(HealthRule rule, VitalsSnapshot facts) {
        return Judged.by(rule, VitalsSnapshot.class, facts);
    }

    private static String judged(HealthRule rule, Trend trend) {
        return Judged.by(rule, VitalsTrend.class, trend.trend());
    }

    @Test
    void connectionsAreJudgedByWhatOrdinaryRolesCanHave() {
        HealthRule rule = new ConnectionsNearLimit();

        assertEquals(
                "OK: No connection is in use, of 97 that ordinary roles can have.",
                judged(rule, SomeVitals.withSessions(0)));
        assertEquals(
                "OK: 1 connection is in use, of 97 that ordinary roles can have.",
                judged(rule, SomeVitals.withSessions(1)));
        assertEquals(
                "OK: 77 connections are in use, of 97 that ordinary roles can have.",
                judged(rule, SomeVitals.withSessions(77)));
        assertEquals(
                "WARNING: 78 connections are in use, 80 % of the 97 that ordinary roles can have.",
                judged(rule, SomeVitals.withSessions(78)));
        assertEquals(
                "CRITICAL: 88 connections are in use, 91 % of the 97 that ordinary roles can have.",
                judged(rule, SomeVitals.withSessions(88)));
        assertEquals(
                "CRITICAL: 1 connection is in use, 1 % of the 97 that ordinary roles can have.",
                judged(new ConnectionsNearLimit(0.1, 0.2), SomeVitals.withSessions(1)));
    }

    @Test
    void cacheHitsAreJudgedOnlyWhileMuchIsRead() {
        HealthRule rule = new CacheHits();

        assertEquals(
                "OK: Too few blocks come from the operating system to judge by: 999 a second.",
                judged(rule, new Trend().blocks(0, 999 * 300)));
        assertEquals(
                "OK: 90 % of the blocks of the last minutes were found in shared_buffers.",
                judged(rule, new Trend().blocks(9 * 300_000, 300_000)));
        assertEquals(
                "NOTICE: Only 89.9 % of the blocks of the last minutes were found in"
                        + " shared_buffers; 1,010 /s came from the operating system.",
                judged(rule, new Trend().blocks(899 * 3_000, 101 * 3_000)));
        assertEquals(
                "WARNING: Only 50 % of the blocks of the last minutes were found in"
                        + " shared_buffers; 1,000 /s came from the operating system.",
                judged(rule, new Trend().blocks(300_000, 300_000)));
    }

    @Test
    void anyDeadlockOfTheLastHourIsMentioned() {
        HealthRule rule = new Deadlocks();

        assertEquals("OK: No deadlock in the last 1 h.", judged(rule, new Trend()));
        assertEquals("NOTICE: 1 deadlock in the last 1 h.", judged(rule, new Trend().deadlocks(1)));
        assertEquals(
                "WARNING: 10 deadlocks in the last 12 min.",
                judged(rule, new Trend().deadlocks(10).lookedFor(Duration.ofMinutes(12))));
    }

    @Test
    void rollbacksAreJudgedWhenTheyAreMoreThanAFew() {
        HealthRule rule = new Rollbacks();

        assertEquals(
                "OK: 0 % of the transactions of the last minutes were rolled back.",
                judged(rule, new Trend()));
        assertEquals(
                "OK: 90.8 % of the transactions of the last minutes were rolled back.",
                judged(rule, new Trend().transactions(10, 99)));
        assertEquals(
                "OK: 4.8 % of the transactions of the last minutes were rolled back.",
                judged(rule, new Trend().transactions(2_000, 100)));
        assertEquals(
                "NOTICE: 5 % of the transactions of the last minutes were rolled back, 1.0 /s.",
                judged(rule, new Trend().transactions(5_700, 300)));
        assertEquals(
                "WARNING: 50 % of the transactions of the last minutes were rolled back, 10 /s.",
                judged(rule, new Trend().transactions(3_000, 3_000)));
    }

    @Test
    void temporaryFilesAreJudgedByBytesASecond() {
        HealthRule rule = new TempFiles();

        assertEquals(
                "OK: Sorts and hashes wrote 0 B/s to disk in the last minutes.",
                judged(rule, new Trend()));
        assertEquals(
                "NOTICE: Sorts and hashes write 1.00 MB/s to disk.",
                judged(rule, new Trend().tempBytes(300L << 20)));
        assertEquals(
                "WARNING: Sorts and hashes write 10.0 MB/s to disk.",
                judged(rule, new Trend().tempBytes(3_000L << 20)));
    }

    @Test
    void checkpointsBeforeTheirTimeAreJudgedAgainstThoseInTime() {
        HealthRule rule = new RequestedCheckpoints();

        assertEquals(
                "OK: No checkpoint was made early in the last 1 h.",
                judged(rule, new Trend().checkpoints(12, 0)));
        assertEquals(
                "OK: 1 checkpoint was made early in the last 1 min.",
                judged(rule, new Trend().checkpoints(0, 1).lookedFor(Duration.ofMinutes(1))));
        assertEquals(
                "OK: 6 checkpoints were made early in the last 1 h.",
                judged(rule, new Trend().checkpoints(6, 6)));
        assertEquals(
                "NOTICE: 7 checkpoints were made early in the last 1 h, more than in" + " time.",
                judged(rule, new Trend().checkpoints(6, 7)));
        assertEquals(
                "WARNING: 30 checkpoints were made early in the last 1 h, more than in" + " time.",
                judged(rule, new Trend().checkpoints(6, 30)));
    }

    @Test
    void aFailedChecksumIsCriticalAndChecksumsThatAreOffAreNoGoodNews() {
        HealthRule rule = new ChecksumFailures();

        assertEquals(
                "NOT_APPLICABLE: Data checksums are off: a damaged page would go unnoticed.",
                judged(
                        rule,
                        SomeVitals.withChecksumFailures(
                                SomeVitals.database("shop", OptionalLong.empty()))));
        assertEquals(
                "OK: No page has failed its checksum.",
                judged(
                        rule,
                        SomeVitals.withChecksumFailures(
                                SomeVitals.database("shop", OptionalLong.of(0)))));
        assertEquals(
                "CRITICAL: 1 page has failed the checksum, in the objects that all databases share.",
                judged(
                        rule,
                        SomeVitals.withChecksumFailures(
                                SomeVitals.database("", OptionalLong.of(1)),
                                SomeVitals.database("shop", OptionalLong.of(0)))));
        assertEquals(
                "CRITICAL: 4 pages have failed the checksum, in shop.",
                judged(
                        rule,
                        SomeVitals.withChecksumFailures(
                                SomeVitals.database("", OptionalLong.of(1)),
                                SomeVitals.database("shop", OptionalLong.of(3)))));
    }
}
