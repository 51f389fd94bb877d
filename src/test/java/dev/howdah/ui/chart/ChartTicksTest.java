package dev.howdah.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartTicksTest {

    private static List<String> texts(double lowest, double highest, int most, ChartUnit unit) {
        return ChartTicks.values(lowest, highest, most, unit).stream().map(unit::tick).toList();
    }

    @Test
    void countsGoInOnesTwosAndFivesAndNeverInHalves() {
        assertEquals(List.of("0", "20", "40", "60", "80"), texts(0, 62, 5, ChartUnit.COUNT));
        assertEquals(List.of("0", "1"), texts(0, 1, 5, ChartUnit.COUNT));
        assertEquals(List.of("0", "1", "2", "3"), texts(0, 3, 5, ChartUnit.COUNT));
        assertEquals(List.of("0", "500", "1,000"), texts(0, 1000, 3, ChartUnit.COUNT));
    }

    @Test
    void bytesGoInStepsThatAreRoundInPowersOf1024() {
        assertEquals(
                List.of("0 B", "200 kB", "400 kB", "600 kB"),
                texts(0, 500 * 1_024, 4, ChartUnit.BYTES));
        assertEquals(
                List.of("0 B/s", "1 MB/s", "2 MB/s"),
                texts(0, 1.5 * 1_048_576, 4, ChartUnit.BYTES_PER_SECOND));
        assertEquals(
                List.of("0 B/s", "1 MB/s", "2 MB/s", "3 MB/s"),
                texts(0, 2.9 * 1_048_576, 8, ChartUnit.BYTES_PER_SECOND));
        assertEquals(List.of("0 B", "1 kB"), texts(0, 1_020, 2, ChartUnit.BYTES));
    }

    @Test
    void sharesNearAHundredGetAnAxisOfTheirOwnThatEndsAtAHundred() {
        assertEquals(
                List.of("98.5 %", "99 %", "99.5 %", "100 %"),
                texts(98.6, 99.9, 4, ChartUnit.PERCENT));
        assertEquals(List.of("0 %", "50 %", "100 %"), texts(3, 97, 3, ChartUnit.PERCENT));
    }

    @Test
    void ratesAndSecondsAreRoundToo() {
        assertEquals(List.of("0 /s", "0.1 /s", "0.2 /s"), texts(0, 0.15, 4, ChartUnit.PER_SECOND));
        assertEquals(
                List.of("0 ms", "5 min", "10 min", "15 min"), texts(0, 840, 4, ChartUnit.SECONDS));
    }

    @Test
    void nothingKnownStillHasAnAxis() {
        assertEquals(List.of("0 /s", "1 /s"), texts(0, Double.NaN, 4, ChartUnit.PER_SECOND));
        assertEquals(List.of("0", "1"), texts(Double.NaN, Double.NaN, 4, ChartUnit.COUNT));
    }

    @Test
    void neverMoreMarksThanThereIsRoomFor() {
        for (ChartUnit unit : ChartUnit.values()) {
            for (double highest = 0.01; highest < 1e13; highest *= 1.7) {
                List<Double> ticks = ChartTicks.values(0, highest, 4, unit);
                assertEquals(true, ticks.size() <= 4, unit + " to " + highest + ": " + ticks);
                assertEquals(true, ticks.getLast() >= highest * 0.999, unit + " " + ticks);
            }
        }
    }

    @Test
    void timesStandAtFullMinutesOfTheClock() {
        assertEquals(
                List.of(
                        Instant.parse("2026-11-21T11:52:00Z"),
                        Instant.parse("2026-11-21T11:54:00Z"),
                        Instant.parse("2026-11-21T11:56:00Z"),
                        Instant.parse("2026-11-21T11:58:00Z"),
                        Instant.parse("2026-11-21T12:00:00Z")),
                ChartTicks.times(
                        Instant.parse("2026-11-21T11:50:07.400Z"),
                        Instant.parse("2026-11-21T12:00:07.400Z"),
                        6,
                        ZoneOffset.UTC));
    }

    @Test
    void timesAreRoundOnTheLocalClockAndNotOnUtc() {
        assertEquals(
                List.of(
                        Instant.parse("2026-11-21T11:30:00Z"),
                        Instant.parse("2026-11-21T11:45:00Z"),
                        Instant.parse("2026-11-21T12:00:00Z"),
                        Instant.parse("2026-11-21T12:15:00Z")),
                ChartTicks.times(
                        Instant.parse("2026-11-21T11:16:00Z"),
                        Instant.parse("2026-11-21T12:16:00Z"),
                        5,
                        ZoneId.of("Asia/Kathmandu")));
    }
}
