package dev.howdah.ui.journal;

import dev.howdah.journal.JournaledChange;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the person asks the journal for, besides words. */
final class Asked {
    private Asked() {}

    /** How the change stands. */
    enum Outcome {
        ANY,
        DONE,
        NOT_DONE,
        NOT_KNOWN,
        UNDER_WAY;

        boolean takes(JournaledChange change) {
            return switch (change.result()) {
                case DONE, PARTLY -> this == ANY || this == DONE;
                case FAILED, REFUSED -> this == ANY || this == NOT_DONE;
                case UNKNOWN, CUT_OFF -> this == ANY || this == NOT_KNOWN;
                case UNDER_WAY -> this == ANY || this == UNDER_WAY;
            };
        }
    }

    /** By which way it was done. */
    enum Kind {
        ANY,
        SQL,
        PROVIDER,
        UNDO;

        boolean takes(JournaledChange change) {
            boolean provider = change.notes().act().isPresent();
            return switch (this) {
                case ANY -> true;
                case SQL -> !provider;
                case PROVIDER -> provider;
                case UNDO -> change.notes().undoes().isPresent();
            };
        }
    }

    /** How long ago at the most. */
    enum Time {
        ANY(null),
        HOUR(Duration.ofHours(1)),
        DAY(Duration.ofDays(1)),
        WEEK(Duration.ofDays(7)),
        MONTH(Duration.ofDays(30));

        private final Optional<Duration> ago;

        Time(@Nullable Duration ago) {
            this.ago = Optional.ofNullable(ago);
        }

        boolean takes(JournaledChange change, Instant now) {
            return ago.map(now::minus).filter(change.at()::isBefore).isEmpty();
        }
    }
}
