package dev.howdah.core;

import java.time.Instant;
import java.util.Optional;

/**
 * What a panel knows at this moment about something that is read again and again. Sealed, so that
 * every screen has to say what it shows in each case.
 */
public sealed interface Reading<T> {

    /** Nothing has been answered yet. */
    record Waiting<T>() implements Reading<T> {}

    /** The last attempt succeeded. */
    record Fresh<T>(T value, Instant takenAt) implements Reading<T> {}

    /**
     * The last attempt failed, an earlier one succeeded: old content with its age and the reason.
     */
    record Stale<T>(T value, Instant takenAt, Problem reason) implements Reading<T> {}

    /** No attempt has succeeded so far. */
    record Unavailable<T>(Problem reason) implements Reading<T> {}

    static <T> Reading<T> waiting() {
        return new Waiting<>();
    }

    /** What this reading becomes with the answer of one more attempt. */
    default Reading<T> after(Answer<T> answer) {
        return switch (answer) {
            case Answer.Got<T>(T value, Instant takenAt) -> new Fresh<>(value, takenAt);
            case Answer.Failed<T>(Problem reason) ->
                    switch (this) {
                        case Fresh<T>(T value, Instant takenAt) ->
                                new Stale<>(value, takenAt, reason);
                        case Stale<T>(T value, Instant takenAt, Problem _) ->
                                new Stale<>(value, takenAt, reason);
                        case Waiting<T> _ -> new Unavailable<>(reason);
                        case Unavailable<T> _ -> new Unavailable<>(reason);
                    };
        };
    }

    /** The newest content there is, fresh or stale. */
    default Optional<T> content() {
        return switch (this) {
            case Fresh<T>(T value, Instant _) -> Optional.of(value);
            case Stale<T>(T value, Instant _, Problem _) -> Optional.of(value);
            case Waiting<T> _ -> Optional.empty();
            case Unavailable<T> _ -> Optional.empty();
        };
    }

    /** Why the last attempt failed; empty when it succeeded or none was made. */
    default Optional<Problem> problem() {
        return switch (this) {
            case Stale<T>(T _, Instant _, Problem reason) -> Optional.of(reason);
            case Unavailable<T>(Problem reason) -> Optional.of(reason);
            case Waiting<T> _ -> Optional.empty();
            case Fresh<T> _ -> Optional.empty();
        };
    }
}
