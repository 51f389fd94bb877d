package dev.howdah.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An hour of the week, in UTC. */
class WeeklyHourTest {
    private static final WeeklyHour SUNDAYS = new WeeklyHour(DayOfWeek.SUNDAY, 4);

    @Test
    void beginsOnceAWeekAndLastsAnHour() {
        Instant sunday = Instant.parse("2026-11-22T04:00:00Z");

        assertEquals(sunday, SUNDAYS.lastBegin(sunday));
        assertEquals(sunday, SUNDAYS.lastBegin(Instant.parse("2026-11-29T03:59:59.999Z")));
        assertTrue(SUNDAYS.contains(sunday));
        assertTrue(SUNDAYS.contains(Instant.parse("2026-11-22T04:59:59.999Z")));
        assertFalse(SUNDAYS.contains(Instant.parse("2026-11-22T05:00:00Z")));
        assertFalse(SUNDAYS.contains(Instant.parse("2026-11-22T03:59:59.999Z")));
    }

    @Test
    void isKeptInAFileAndSurvivesStrangers(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("hour");
        assertEquals(WeeklyHour.USUAL, WeeklyHour.in(file));

        new WeeklyHour(DayOfWeek.WEDNESDAY, 23).writeTo(file);

        assertEquals(new WeeklyHour(DayOfWeek.WEDNESDAY, 23), WeeklyHour.in(file));
        for (String strange : new String[] {"", "WEDNESDAY", "WEDNESDAY 24", "NODAY 3", "x"}) {
            Files.writeString(file, strange);
            assertEquals(WeeklyHour.USUAL, WeeklyHour.in(file), strange);
        }
    }
}
