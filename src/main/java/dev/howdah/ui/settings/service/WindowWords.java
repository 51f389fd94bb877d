package dev.howdah.ui.settings.service;

import dev.howdah.core.Texts;
import dev.howdah.provider.service.MaintenanceWindow;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** Says when maintenance may be done, in UTC and in local time. */
record WindowWords(Clock clock, ZoneId zone) {
    private static final Texts TEXTS = Texts.of(WindowWords.class);
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("EEEE HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter OFFSET =
            DateTimeFormatter.ofPattern("xxx", Locale.ENGLISH);

    /** "Sunday 22:00 to Monday 06:00 UTC". */
    String utc(MaintenanceWindow window) {
        ZonedDateTime start = next(window);
        return TEXTS.text(
                "window.utc",
                DAY_AND_TIME.format(start),
                DAY_AND_TIME.format(start.plus(window.length())));
    }

    /** The same in local time, with the offset that will be in force the next time. */
    String local(MaintenanceWindow window) {
        ZonedDateTime start = next(window).withZoneSameInstant(zone);
        ZonedDateTime end = next(window).plus(window.length()).withZoneSameInstant(zone);
        return TEXTS.text(
                "window.local",
                DAY_AND_TIME.format(start),
                DAY_AND_TIME.format(end),
                OFFSET.format(start));
    }

    /** The next one that has not begun yet. */
    private ZonedDateTime next(MaintenanceWindow window) {
        Instant now = clock.instant();
        ZonedDateTime sameDay =
                now.atZone(ZoneOffset.UTC)
                        .with(TemporalAdjusters.nextOrSame(window.dayUtc()))
                        .truncatedTo(ChronoUnit.DAYS)
                        .withHour(window.hourUtc());
        return sameDay.toInstant().isBefore(now) ? sameDay.plusWeeks(1) : sameDay;
    }
}
