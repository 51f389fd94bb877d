package dev.howdah.lab;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.howdah.core.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;

/**
 * An hour that comes once a week.
 *
 * @param hourUtc 0 to 23
 */
public record WeeklyHour(DayOfWeek dayUtc, int hourUtc) {
    public static final Duration LENGTH = Duration.ofHours(1);

    /** When few people work. */
    static final WeeklyHour USUAL = new WeeklyHour(DayOfWeek.SUNDAY, 4);

    private static final String FORM = "[A-Z]+DAY ([01]?[0-9]|2[0-3])";

    public WeeklyHour {
        if (hourUtc < 0 || hourUtc > 23) {
            throw new IllegalArgumentException("no hour of the day: " + hourUtc);
        }
    }

    /** As it was written; {@link #USUAL} when it never was, or by somebody else. */
    static WeeklyHour in(Path file) throws IOException {
        return Files.isRegularFile(file)
                ? of(Files.readString(file, US_ASCII).strip()).orElse(USUAL)
                : USUAL;
    }

    void writeTo(Path file) throws IOException {
        AtomicFile.write(file, text().getBytes(US_ASCII));
    }

    /** From its {@link #text}; empty when it is none. */
    public static Optional<WeeklyHour> of(String text) {
        if (!text.matches(FORM)) {
            return Optional.empty();
        }
        int gap = text.indexOf(' ');
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> day.name().equals(text.substring(0, gap)))
                .findFirst()
                .map(day -> new WeeklyHour(day, Integer.parseInt(text.substring(gap + 1))));
    }

    /** For files: "SUNDAY 4". */
    public String text() {
        return dayUtc + " " + hourUtc;
    }

    /** When it began last: now at the latest. */
    Instant lastBegin(Instant now) {
        ZonedDateTime thisWeek =
                now.atZone(ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.DAYS)
                        .withHour(hourUtc)
                        .with(TemporalAdjusters.previousOrSame(dayUtc));
        return (thisWeek.toInstant().isAfter(now) ? thisWeek.minusWeeks(1) : thisWeek).toInstant();
    }

    /** Whether it is that hour. */
    boolean contains(Instant now) {
        return now.isBefore(lastBegin(now).plus(LENGTH));
    }
}
