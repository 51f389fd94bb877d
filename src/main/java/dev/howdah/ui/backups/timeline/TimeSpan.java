package dev.howdah.ui.backups.timeline;

import java.time.Duration;
import java.util.Optional;

/** How much of the past the line of time shows. */
public enum TimeSpan {
    ALL(Optional.empty()),
    DAY(Optional.of(Duration.ofDays(1))),
    HOUR(Optional.of(Duration.ofHours(1)));

    private final Optional<Duration> length;

    TimeSpan(Optional<Duration> length) {
        this.length = length;
    }

    /** Empty for as far back as anything is known. */
    Optional<Duration> length() {
        return length;
    }
}
