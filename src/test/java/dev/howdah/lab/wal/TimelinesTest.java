package dev.howdah.lab.wal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.lab.wal.Timelines.Stretch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** On which timeline the data stood at a moment. */
class TimelinesTest {
    private static final Instant DAY = Instant.parse("2026-11-21T00:00:00Z");
    private static final long SEGMENT = 16L << 20;

    private final Timelines timelines = new Timelines();

    private static Instant at(double hour) {
        return DAY.plus(Duration.ofMinutes(Math.round(hour * 60)));
    }

    /** At ten back to nine, at twelve from the abandoned half past nine, at two a switchover. */
    private void liveThroughADay() {
        timelines.add(2, "1\t0/5000000\tbefore 2026-11-21 09:00:00.25+00\n", at(10));
        timelines.add(3, "1\t0/6000000\tbefore 2026-11-21 15:00:00+05:30\n", at(12));
        timelines.add(
                4,
                "1\t0/6000000\tbefore 2026-11-21 15:00:00+05:30\n\n3\t0/9000000\tno recovery target specified\n",
                at(14));
    }

    @Test
    void itIsTheOneThatWasLiveOrANewerOneThatHasLostNothingOfIt() {
        liveThroughADay();

        assertEquals(4, timelines.showing(at(8)));
        assertEquals(4, timelines.showing(at(9.25)));
        assertEquals(1, timelines.showing(at(9.5)));
        assertEquals(1, timelines.showing(at(9.75)));
        assertEquals(2, timelines.showing(at(10)));
        assertEquals(2, timelines.showing(at(11)));
        assertEquals(4, timelines.showing(at(13)));
        assertEquals(4, timelines.showing(at(15)));
        assertEquals(4, timelines.latest());
    }

    @Test
    void aWayEndsWhereTheNextBegins() {
        liveThroughADay();

        assertEquals(
                List.of(
                        new Stretch(1, Optional.of(new Lsn(0x6000000))),
                        new Stretch(3, Optional.of(new Lsn(0x9000000))),
                        new Stretch(4, Optional.empty())),
                timelines.way(4));
        assertTrue(timelines.leadsOver(4, 1, new Lsn(0x6000000)));
        assertFalse(timelines.leadsOver(4, 1, new Lsn(0x6000001)));
        assertFalse(timelines.leadsOver(4, 2, new Lsn(0x5000001)));
        assertTrue(timelines.leadsOver(1, 1, new Lsn(Long.MAX_VALUE)));
    }

    @Test
    void segmentsAreNamedAsPostgresqlNamesThem() {
        WalSegment segment = WalSegment.at(3, Lsn.parse("2/FF000028"), SEGMENT);

        assertEquals("0000000300000002000000FF", segment.name(SEGMENT));
        assertEquals(Optional.of(segment), WalSegment.named("0000000300000002000000FF", SEGMENT));
        assertEquals(
                "00000001000000000000000A",
                WalSegment.at(1, Lsn.parse("0/A00000"), 1L << 20).name(1L << 20));
        assertEquals(Optional.empty(), WalSegment.named("00000003.history", SEGMENT));
        assertEquals(
                Optional.empty(), WalSegment.named("0000000300000002000000FF.partial", SEGMENT));
        assertEquals("2/FF000028", Lsn.parse("2/FF000028").toString());
    }
}
