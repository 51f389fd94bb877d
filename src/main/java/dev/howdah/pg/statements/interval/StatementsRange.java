package dev.howdah.pg.statements.interval;

import java.time.Duration;

/** Over which stretch of time statements are compared. */
public enum StatementsRange {
    /** All that the server remembers: since the statistics were reset. */
    TOTALS(Duration.ZERO),
    /** Since the console first read this server's statements. */
    SINCE_OPENING(Duration.ZERO),
    LAST_MINUTE(Duration.ofMinutes(1)),
    LAST_5_MINUTES(Duration.ofMinutes(5)),
    LAST_15_MINUTES(Duration.ofMinutes(15)),
    LAST_HOUR(Duration.ofHours(1));

    private final Duration length;

    StatementsRange(Duration length) {
        this.length = length;
    }

    /** The length that is asked for; zero when it is whatever it is. */
    public Duration length() {
        return length;
    }
}
