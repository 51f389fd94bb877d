package dev.howdah.health;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.pg.server.ArchiverSnapshot;
import dev.howdah.pg.server.ArchiverSnapshot.Mode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is said about the WAL archive. */
class ArchiveRulesTest {
    private static final long MB = 1L << 20;

    private static String judged(HealthRule rule, ArchiverSnapshot facts) {
        return Judged.by(rule, ArchiverSnapshot.class, facts);
    }

    private static ArchiverSnapshot archiver(
            Mode mode,
            boolean inRecovery,
            Optional<Duration> sinceSuccess,
            Optional<Duration> sinceFailure,
            OptionalLong unarchivedBytes) {
        Optional<Instant> success = sinceSuccess.map(Judged.NOW::minus);
        Optional<Instant> failure = sinceFailure.map(Judged.NOW::minus);
        return new ArchiverSnapshot(
                Judged.NOW,
                inRecovery,
                mode,
                success.isPresent() ? 40 : 0,
                success.map(_ -> "000000010000000000000028"),
                success,
                failure.isPresent() ? 3 : 0,
                failure.map(_ -> "000000010000000000000029"),
                failure,
                Optional.empty(),
                Optional.of("00000001000000000000002A"),
                unarchivedBytes,
                16 * MB);
    }

    private static ArchiverSnapshot working(Duration sinceSuccess, long unarchivedBytes) {
        return archiver(
                Mode.ON,
                false,
                Optional.of(sinceSuccess),
                Optional.empty(),
                OptionalLong.of(unarchivedBytes));
    }

    private static ArchiverSnapshot failing(Optional<Duration> sinceSuccess) {
        return archiver(
                Mode.ON,
                false,
                sinceSuccess,
                Optional.of(Duration.ofSeconds(5)),
                OptionalLong.of(0));
    }

    @Test
    void aServerThatDoesNotArchiveIsNotJudged() {
        ArchiverSnapshot off =
                archiver(Mode.OFF, false, Optional.empty(), Optional.empty(), OptionalLong.empty());
        ArchiverSnapshot standby =
                archiver(Mode.ON, true, Optional.empty(), Optional.empty(), OptionalLong.empty());
        String said = "NOT_APPLICABLE: This server does not archive WAL by itself.";

        assertEquals(said, judged(new ArchiverFailing(), off));
        assertEquals(said, judged(new ArchiverFailing(), standby));
        assertEquals(said, judged(new ArchiveAge(), off));
        assertEquals(said, judged(new ArchiveAge(), standby));
    }

    @Test
    void aFailingArchiverGetsCriticalAfterTenMinutes() {
        HealthRule rule = new ArchiverFailing();

        assertEquals(
                "OK: The last attempt to archive succeeded.",
                judged(rule, working(Duration.ofMinutes(3), 0)));
        assertEquals(
                "WARNING: Archiving fails; the last success was 9 min 59 s ago. It stops at segment"
                        + " 000000010000000000000029.",
                judged(rule, failing(Optional.of(Duration.ofSeconds(599)))));
        assertEquals(
                "CRITICAL: Archiving fails; the last success was 10 min ago. It stops at segment"
                        + " 000000010000000000000029.",
                judged(rule, failing(Optional.of(Duration.ofMinutes(10)))));
        assertEquals(
                "CRITICAL: Archiving has never succeeded since the counters were reset and failed"
                        + " 3 times. It stops at segment 000000010000000000000029.",
                judged(rule, failing(Optional.empty())));
    }

    @Test
    void aSingleFailureIsCalledOnce() {
        ArchiverSnapshot once =
                new ArchiverSnapshot(
                        Judged.NOW,
                        false,
                        Mode.ON,
                        0,
                        Optional.empty(),
                        Optional.empty(),
                        1,
                        Optional.of("000000010000000000000001"),
                        Optional.of(Judged.NOW),
                        Optional.empty(),
                        Optional.of("000000010000000000000002"),
                        OptionalLong.empty(),
                        16 * MB);

        assertEquals(
                "CRITICAL: Archiving has never succeeded since the counters were reset and failed"
                        + " once. It stops at segment 000000010000000000000001.",
                judged(new ArchiverFailing(), once));
    }

    @Test
    void anOldArchiveIsOnlyBadWhenAWholeSegmentWaits() {
        HealthRule rule = new ArchiveAge();

        assertEquals(
                "OK: The last segment was archived 9 h ago; 15.0 MB of WAL came after it.",
                judged(rule, working(Duration.ofHours(9), 15 * MB)));
        assertEquals(
                "OK: The last segment was archived 14 min ago; 512 MB of WAL came after it.",
                judged(rule, working(Duration.ofMinutes(14), 512 * MB)));
        assertEquals(
                "WARNING: The last segment was archived 15 min ago, and 16.0 MB of WAL came after"
                        + " it.",
                judged(rule, working(Duration.ofMinutes(15), 16 * MB)));
        assertEquals(
                "CRITICAL: The last segment was archived 1 h ago, and 16.0 MB of WAL came after it.",
                judged(rule, working(Duration.ofHours(1), 16 * MB)));
    }

    @Test
    void anArchiveThatNobodySawIsUnknown() {
        ArchiverSnapshot fresh =
                archiver(Mode.ON, false, Optional.empty(), Optional.empty(), OptionalLong.empty());

        assertEquals(
                "UNKNOWN: How much WAL waits to be archived is not known: nothing was archived since the"
                        + " counters were reset.",
                judged(new ArchiveAge(), fresh));
    }
}
