package dev.howdah.ui.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** Where the marks of an axis stand: at round numbers and at round times of the clock. */
final class ChartTicks {
    private static final int[] TIME_STEPS_S = {
        1, 5, 10, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 21_600, 43_200
    };

    private ChartTicks() {}

    /**
     * Evenly spaced round values from at or below the lowest to at or above the highest.
     *
     * @param highest NaN or nothing above the lowest gives one step
     * @param most how many marks there is room for, 2 or more
     */
    static List<Double> values(double lowest, double highest, int most, ChartUnit unit) {
        double from = Double.isNaN(lowest) ? 0 : lowest;
        double span = Double.isNaN(highest) || highest <= from ? 0 : highest - from;
        double step = span == 0 ? unit.stepFrom(1, 1) : unit.stepFrom(span / (most - 1), highest);
        List<Double> ticks = between(from, from + span, step);
        while (ticks.size() > most) {
            step = unit.stepFrom(step * 1.01, highest);
            ticks = between(from, from + span, step);
        }
        return ticks;
    }

    private static List<Double> between(double lowest, double highest, double step) {
        List<Double> ticks = new ArrayList<>();
        long first = (long) Math.floor(lowest / step);
        long last = Math.max(first + 1, (long) Math.ceil(highest / step - 1e-9));
        for (long i = first; i <= last; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }

    /**
     * Moments that are round on the clock of this zone, at most so many, all within the range.
     *
     * @param most 1 or more
     */
    static List<Instant> times(Instant from, Instant to, int most, ZoneId zone) {
        long seconds = Math.max(1, to.getEpochSecond() - from.getEpochSecond());
        int step = 86_400;
        for (int candidate : TIME_STEPS_S) {
            if (seconds / candidate + 1 <= most) {
                step = candidate;
                break;
            }
        }
        ZonedDateTime start = from.atZone(zone);
        int sinceMidnight = start.toLocalTime().toSecondOfDay();
        int toNext = (step - sinceMidnight % step) % step;
        Instant tick = start.withNano(0).plusSeconds(toNext).toInstant();
        if (tick.isBefore(from)) {
            tick = tick.plusSeconds(step);
        }
        List<Instant> ticks = new ArrayList<>();
        while (!tick.isAfter(to)) {
            ticks.add(tick);
            tick = tick.plusSeconds(step);
        }
        return ticks;
    }
}
