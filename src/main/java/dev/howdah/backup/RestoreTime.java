package dev.howdah.backup;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Locale;

/**
 * A typed time of day as a moment. The hours that clocks skip or repeat are said to be so: a server
 * would silently turn the one into another hour and choose between the two of the other.
 */
public sealed interface RestoreTime {

    /** Exactly one moment. */
    record Exact(Instant moment) implements RestoreTime {}

    /**
     * Clocks showed it twice.
     *
     * @param earlier with the offset that was valid before clocks went back
     */
    record Twice(OffsetDateTime earlier, OffsetDateTime later) implements RestoreTime {}

    /**
     * Clocks skipped it: {@code before} is the last moment before, {@code after} the first after.
     */
    record Skipped(OffsetDateTime before, OffsetDateTime after) implements RestoreTime {}

    /** Not a time. */
    record Unreadable() implements RestoreTime {}

    /** "2026-11-21 13:57:40", also with a T, without seconds, with a fraction. */
    private static DateTimeFormatter local() {
        return new DateTimeFormatterBuilder()
                .appendPattern("uuuu-MM-dd[ ]['T']HH:mm[:ss]")
                .optionalStart()
                .appendFraction(ChronoField.NANO_OF_SECOND, 1, 6, true)
                .optionalEnd()
                .toFormatter(Locale.ROOT)
                .withResolverStyle(ResolverStyle.STRICT);
    }

    /**
     * @param text a date and a time of day, with an offset or Z behind it or without
     * @param zone for a text without an offset
     */
    static RestoreTime of(String text, ZoneId zone) {
        String plain = text.strip().replaceAll("\\s+", " ");
        try {
            DateTimeFormatter withOffset =
                    new DateTimeFormatterBuilder()
                            .append(local())
                            .appendPattern("[ ][XXX][XX][X]")
                            .toFormatter(Locale.ROOT)
                            .withResolverStyle(ResolverStyle.STRICT);
            return withOffset.parseBest(plain, OffsetDateTime::from, LocalDateTime::from)
                            instanceof OffsetDateTime offset
                    ? new Exact(offset.toInstant())
                    : at(LocalDateTime.parse(plain, local()), zone);
        } catch (DateTimeParseException _) {
            return new Unreadable();
        }
    }

    static RestoreTime at(LocalDateTime time, ZoneId zone) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        if (offsets.size() == 1) {
            return new Exact(time.toInstant(offsets.getFirst()));
        }
        if (offsets.size() == 2) {
            return new Twice(
                    OffsetDateTime.of(time, offsets.getFirst()),
                    OffsetDateTime.of(time, offsets.getLast()));
        }
        ZoneOffsetTransition gap = zone.getRules().getTransition(time);
        return new Skipped(
                gap.getDateTimeBefore().minusSeconds(1).atOffset(gap.getOffsetBefore()),
                gap.getDateTimeAfter().atOffset(gap.getOffsetAfter()));
    }

    /** With its offset, so that {@link #of} reads exactly this moment back. */
    static String text(Instant moment, ZoneId zone) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT)
                .format(moment.atZone(zone));
    }
}
