package dev.howdah.health.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.health.HealthRule;
import dev.howdah.health.Judged;
import dev.howdah.pg.archive.ArchiveSnapshot;
import dev.howdah.pg.archive.ArchiveSnapshot.Archiver;
import dev.howdah.pg.archive.ArchiveSnapshot.Destination;
import dev.howdah.pg.archive.ArchiveSnapshot.Mode;
import dev.howdah.pg.archive.SomeArchive;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is said about the WAL archive. */
class ArchiveRulesTest {
    private static final long MB = 1L << 20;

    private static String judged(HealthRule rule, ArchiveSnapshot facts) {
        return Judged.by(rule, ArchiveSnapshot.class, facts);
    }

    private static ArchiveSnapshot primary(Destination destination, Archiver archiver) {
        return SomeArchive.primary(
                SomeArchive.configuration(Mode.ON, destination), archiver, 16 * MB);
    }

    private static ArchiveSnapshot working(Duration sinceSuccess, long unarchivedBytes) {
        return SomeArchive.working(unarchivedBytes, sinceSuccess);
    }

    private static ArchiveSnapshot failing(Archiver before, long times) {
        return primary(Destination.SET, SomeArchive.failing(before, times, Duration.ofSeconds(5)));
    }

    @Test
    void aServerThatDoesNotArchiveIsNotJudged() {
        ArchiveSnapshot off = SomeArchive.off();
        ArchiveSnapshot standby = SomeArchive.standby();
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
                        + " 000000010000000000000003.",
                judged(rule, failing(SomeArchive.archived(Duration.ofSeconds(599)), 3)));
        assertEquals(
                "CRITICAL: Archiving fails; the last success was 10 min ago. It stops at segment"
                        + " 000000010000000000000003.",
                judged(rule, failing(SomeArchive.archived(Duration.ofMinutes(10)), 3)));
        assertEquals(
                "CRITICAL: Archiving has never succeeded since the counters were reset and failed"
                        + " 3 times. It stops at segment 000000010000000000000003.",
                judged(rule, failing(SomeArchive.nothing(), 3)));
    }

    @Test
    void aSingleFailureIsCalledOnce() {
        assertEquals(
                "CRITICAL: Archiving has never succeeded since the counters were reset and failed"
                        + " once. It stops at segment 000000010000000000000003.",
                judged(new ArchiverFailing(), failing(SomeArchive.nothing(), 1)));
    }

    @Test
    void anArchiveWithoutAPlaceIsNotCalledFine() {
        assertEquals(
                "WARNING: archive_mode is on, but neither a command nor a library says where to"
                        + " archive to.",
                judged(
                        new ArchiverFailing(),
                        primary(Destination.EMPTY, SomeArchive.archived(Duration.ofDays(1)))));
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
        ArchiveSnapshot fresh = primary(Destination.SET, SomeArchive.nothing());

        assertEquals(
                "OK: Nothing was archived and nothing failed since the counters were reset.",
                judged(new ArchiverFailing(), fresh));
        assertEquals(
                "UNKNOWN: How much WAL waits to be archived is not known: nothing was archived since the"
                        + " counters were reset.",
                judged(new ArchiveAge(), fresh));
    }
}
