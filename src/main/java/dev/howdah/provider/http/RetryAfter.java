package dev.howdah.provider.http;

import java.net.http.HttpHeaders;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** For how long a provider wants to be left alone, by its {@code Retry-After}. */
final class RetryAfter {
    /** A longer wish is a mistake, and would shut us out for a day. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private RetryAfter() {}

    /**
     * Seconds or a date, which is compared with the provider's own clock where it tells it.
     *
     * @return zero to an hour; empty when nothing was said, or nothing that can be understood
     */
    static Optional<Duration> of(HttpHeaders headers, Instant now) {
        return headers.firstValue("Retry-After")
                .map(String::strip)
                .flatMap(text ->
                        text.matches("[0-9]{1,9}")
                                ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                                : date(text)
                                        .map(until ->
                                                Duration.between(
                                                        headers.firstValue("Date")
                                                                .flatMap(RetryAfter::date)
                                                                .orElse(now),
                                                        until)))
                .map(wait ->
                        wait.isNegative()
                                ? Duration.ZERO
                                : wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(
                    ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
