package dev.howdah.ui.backups.list;

import dev.howdah.core.Texts;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.zone.ZoneOffsetTransition;
import java.util.Locale;

/** An hour of UTC as clocks here show it, also after they are next put on or back. */
final class HourWords {
    private static final Texts TEXTS = Texts.of(HourWords.class);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private HourWords() {}

    /** "03:00 UTC, 04:00 here, from 29 Mar 2027 on 05:00". */
    static String of(int hourUtc, ZoneId zone, Instant now) {
        String utc = "%02d:00".formatted(hourUtc);
        String here = local(hourUtc, zone, now);
        ZoneOffsetTransition next = zone.getRules().nextTransition(now);
        if (next != null) {
            String then = local(hourUtc, zone, next.getInstant().plusSeconds(86_400));
            if (!then.equals(here)) {
                return TEXTS.text(
                        "hour.changes",
                        utc,
                        here,
                        DAY.format(next.getInstant().atZone(zone)),
                        then);
            }
        }
        return TEXTS.text("hour.same", utc, here);
    }

    private static String local(int hourUtc, ZoneId zone, Instant day) {
        ZonedDateTime hour =
                day.atZone(ZoneOffset.UTC).toLocalDate().atTime(hourUtc, 0).atZone(ZoneOffset.UTC);
        return TIME.format(hour.withZoneSameInstant(zone));
    }
}
