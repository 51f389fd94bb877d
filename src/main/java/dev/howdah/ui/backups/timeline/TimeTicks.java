package dev.howdah.ui.backups.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Where the line of time is lettered: at round hours, or at midnights, of this zone. */
final class TimeTicks {
    private static final int[] STEPS_MIN = {5, 10, 15, 30, 60, 120, 180, 360, 720};
    private static final int[] STEPS_DAYS = {1, 2, 7, 14, 30, 90};

    private TimeTicks() {}

    /** A moment with its words. */
    record Tick(Instant at, String words) {}

    /**
     * @param most 1 or more
     */
    static List<Tick> of(Instant from, Instant to, int most, ZoneId zone) {
        long minutes = Math.max(1, Duration.between(from, to).toMinutes());
        for (int step : STEPS_MIN) {
            if (minutes / step <= most) {
                return hours(from, to, step, zone);
            }
        }
        for (int step : STEPS_DAYS) {
            if (minutes / (1_440L * step) <= most) {
                return days(from, to, step, zone);
            }
        }
        return days(from, to, Math.toIntExact(minutes / 1_440 / most) + 1, zone);
    }

    /** Steps on the clock of the zone, so that they stay round when it is put on. */
    private static List<Tick> hours(Instant from, Instant to, int step, ZoneId zone) {
        DateTimeFormatter time = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
        List<Tick> ticks = new ArrayList<>();
        ZonedDateTime tick = from.atZone(zone).toLocalDate().atStartOfDay(zone);
        while (!tick.toInstant().isAfter(to)) {
            boolean isRound = (tick.getHour() * 60 + tick.getMinute()) % step == 0;
            if (isRound && !tick.toInstant().isBefore(from)) {
                ticks.add(new Tick(tick.toInstant(), time.format(tick)));
            }
            tick = tick.plusMinutes(5);
        }
        return ticks;
    }

    private static List<Tick> days(Instant from, Instant to, int step, ZoneId zone) {
        DateTimeFormatter day = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
        List<Tick> ticks = new ArrayList<>();
        LocalDate date = to.atZone(zone).toLocalDate();
        while (!date.atStartOfDay(zone).toInstant().isBefore(from)) {
            ticks.addFirst(new Tick(date.atStartOfDay(zone).toInstant(), day.format(date)));
            date = date.minusDays(step);
        }
        return ticks;
    }
}
