package dev.howdah.ui;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments as people read them. */
public final class Moments {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);

    private Moments() {}

    /** The day in this zone: "2027-01-01". PostgreSQL's infinities keep their name. */
    public static String date(Instant moment, ZoneId zone) {
        return isInfinite(moment) ? infinity(moment) : DATE.format(at(moment, zone));
    }

    /** Day, time and offset: "2027-01-01 01:00:00 +01:00". */
    public static String exact(Instant moment, ZoneId zone) {
        return isInfinite(moment) ? infinity(moment) : EXACT.format(at(moment, zone));
    }

    /** The time of day for a moment of the same day as {@code today}, else the day, too. */
    public static String near(Instant moment, Instant today, ZoneId zone) {
        if (isInfinite(moment)) {
            return infinity(moment);
        }
        ZonedDateTime there = at(moment, zone);
        return there.toLocalDate().equals(at(today, zone).toLocalDate())
                ? TIME.format(there)
                : DATE.format(there) + " " + TIME.format(there);
    }

    /** The same without seconds, for what began long enough ago: "14:02", "2027-01-01 14:02". */
    public static String begun(Instant moment, Instant today, ZoneId zone) {
        if (isInfinite(moment)) {
            return infinity(moment);
        }
        ZonedDateTime there = at(moment, zone);
        String minute = MINUTE.format(there);
        return there.toLocalDate().equals(at(today, zone).toLocalDate())
                ? minute
                : DATE.format(there) + " " + minute;
    }

    private static ZonedDateTime at(Instant moment, ZoneId zone) {
        return moment.atZone(zone);
    }

    private static boolean isInfinite(Instant moment) {
        return moment.equals(Instant.MAX) || moment.equals(Instant.MIN);
    }

    private static String infinity(Instant moment) {
        return moment.equals(Instant.MAX) ? "infinity" : "-infinity";
    }
}
