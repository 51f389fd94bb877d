package dev.howdah.provider.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Stops asking a provider that has failed several times in a row, and lets one request try after a
 * while. The pause doubles with each such try that fails, up to {@link #LONGEST}.
 */
public final class Circuit {
    static final int FAILURES = 5;
    static final Duration SHORTEST = Duration.ofSeconds(15);
    static final Duration LONGEST = Duration.ofMinutes(2);

    private final Clock clock;
    private int failures;
    private Instant closedUntil = Instant.MIN;
    private boolean trying;

    public Circuit(Clock clock) {
        this.clock = clock;
    }

    /**
     * Whether a request may go; then {@link #worked}, {@link #failed} or {@link #abandoned} has to
     * follow.
     *
     * @return zero, or how long nothing will be sent
     */
    synchronized Duration shut() {
        if (failures < FAILURES) {
            return Duration.ZERO;
        }
        Duration rest = Duration.between(clock.instant(), closedUntil);
        if (rest.isPositive() && rest.compareTo(LONGEST) <= 0) {
            return rest;
        }
        if (trying) {
            return Duration.ofSeconds(1);
        }
        trying = true;
        return Duration.ZERO;
    }

    /** Any answer, also a refusal, shows that somebody is there. */
    synchronized void worked() {
        failures = 0;
        trying = false;
    }

    /** Nobody waits for the answer any more, which says nothing about the provider. */
    synchronized void abandoned() {
        trying = false;
    }

    synchronized void failed() {
        failures++;
        trying = false;
        if (failures >= FAILURES) {
            Duration pause = SHORTEST.multipliedBy(1L << Math.min(4, failures - FAILURES));
            closedUntil = clock.instant().plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
        }
    }
}
