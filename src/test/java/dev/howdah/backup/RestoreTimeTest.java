package dev.howdah.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The moment that is sent is the moment that was meant, in every zone of the world. */
class RestoreTimeTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant FROM = Instant.parse("2024-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2031-01-01T00:00:00Z");

    @Test
    void readsATimeWithAndWithoutItsOffset() {
        RestoreTime winter = new RestoreTime.Exact(Instant.parse("2026-11-21T12:57:40Z"));
        for (String text :
                List.of(
                        "2026-11-21 13:57:40",
                        " 2026-11-21T13:57:40 ",
                        "2026-11-21 13:57:40 +01:00",
                        "2026-11-21 13:57:40+0100",
                        "2026-11-21 07:57:40 -05",
                        "2026-11-21T12:57:40Z")) {
            assertEquals(winter, RestoreTime.of(text, BERLIN), text);
        }
        assertEquals(
                new RestoreTime.Exact(Instant.parse("2026-11-21T12:57:00Z")),
                RestoreTime.of("2026-11-21 13:57", BERLIN));
        assertEquals(
                new RestoreTime.Exact(Instant.parse("2026-11-21T12:57:40.250Z")),
                RestoreTime.of("2026-11-21 13:57:40.25", BERLIN));
        for (String text :
                List.of("", "yesterday", "2026-02-30 10:00", "2026-11-21 24:00", "13:57")) {
            assertEquals(new RestoreTime.Unreadable(), RestoreTime.of(text, BERLIN), text);
        }
    }

    @Test
    void asksWhichOfTwoHoursIsMeant() {
        assertEquals(
                new RestoreTime.Twice(
                        OffsetDateTime.parse("2026-10-25T02:30:00+02:00"),
                        OffsetDateTime.parse("2026-10-25T02:30:00+01:00")),
                RestoreTime.of("2026-10-25 02:30", BERLIN));
        assertEquals(
                new RestoreTime.Exact(Instant.parse("2026-10-25T01:30:00Z")),
                RestoreTime.of("2026-10-25 02:30 +01:00", BERLIN));
    }

    @Test
    void saysThatAnHourDoesNotExist() {
        assertEquals(
                new RestoreTime.Skipped(
                        OffsetDateTime.parse("2026-03-29T01:59:59+01:00"),
                        OffsetDateTime.parse("2026-03-29T03:00:00+02:00")),
                RestoreTime.of("2026-03-29 02:30", BERLIN));
    }

    @Test
    void bringsBackEveryMomentAroundEveryTransitionOfEveryZone() {
        int transitions = 0;
        for (String id : ZoneId.getAvailableZoneIds()) {
            ZoneId zone = ZoneId.of(id);
            ZoneOffsetTransition next = zone.getRules().nextTransition(FROM);
            while (next != null && next.getInstant().isBefore(TO)) {
                transitions++;
                around(zone, next);
                next = zone.getRules().nextTransition(next.getInstant());
            }
        }
        assertTrue(transitions > 1_000, transitions + " transitions");
    }

    private static void around(ZoneId zone, ZoneOffsetTransition transition) {
        for (long seconds : new long[] {-7_201, -3_600, -1, 0, 1, 1_800, 3_600, 7_201}) {
            Instant moment = transition.getInstant().plusSeconds(seconds);
            String shown = RestoreTime.text(moment, zone);
            assertEquals(new RestoreTime.Exact(moment), RestoreTime.of(shown, zone), shown);
            LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
            switch (RestoreTime.at(local, zone)) {
                case RestoreTime.Exact(Instant exact) -> assertEquals(moment, exact);
                case RestoreTime.Twice(OffsetDateTime earlier, OffsetDateTime later) ->
                        assertTrue(
                                moment.equals(earlier.toInstant())
                                        || moment.equals(later.toInstant()),
                                zone + " " + local);
                default -> throw new AssertionError(zone + " skips " + local);
            }
        }
        if (transition.isGap()) {
            LocalDateTime skipped = transition.getDateTimeBefore().plusSeconds(1);
            RestoreTime.Skipped gap =
                    assertInstanceOf(RestoreTime.Skipped.class, RestoreTime.at(skipped, zone));
            assertEquals(transition.getInstant(), gap.after().toInstant());
            assertEquals(transition.getInstant().minusSeconds(1), gap.before().toInstant());
        }
    }
}
