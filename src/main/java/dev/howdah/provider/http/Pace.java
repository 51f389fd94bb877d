package dev.howdah.provider.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Keeps our requests below what a provider allows in a stretch of time, and keeps the pause it asks
 * for. Shared by all that send to the same account.
 */
public final class Pace {
    private final int most;
    private final Duration stretch;
    private final Clock clock;
    private final Deque<Instant> sent = new ArrayDeque<>();
    private Instant pausedAt = Instant.MIN;
    private Instant notBefore = Instant.MIN;

    /**
     * @param most requests in any stretch of this length
     */
    public Pace(int most, Duration stretch, Clock clock) {
        this.most = most;
        this.stretch = stretch;
        this.clock = clock;
    }

    /**
     * Takes a place when there is one now.
     *
     * @return zero when it was taken; else how long to wait before asking again
     */
    synchronized Duration place() {
        Instant now = clock.instant();
        // a clock that was set back leaves entries in the future
        sent.removeIf(each -> each.isAfter(now) || !each.plus(stretch).isAfter(now));
        if (now.isBefore(pausedAt)) {
            // the pause begins anew, and doesn't last until the clock is there again
            notBefore = now.plus(Duration.between(pausedAt, notBefore));
            pausedAt = now;
        }
        if (notBefore.isAfter(now)) {
            return Duration.between(now, notBefore);
        }
        if (sent.size() >= most) {
            return Duration.between(now, sent.getFirst().plus(stretch));
        }
        sent.addLast(now);
        return Duration.ZERO;
    }

    /** The provider asked for a pause. */
    synchronized void pause(Duration duration) {
        Instant now = clock.instant();
        Instant until = now.plus(duration);
        if (until.isAfter(notBefore) || now.isBefore(pausedAt)) {
            pausedAt = now;
            notBefore = until;
        }
    }
}
