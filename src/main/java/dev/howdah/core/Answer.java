package dev.howdah.core;

import java.time.Instant;

/** What came of asking one {@link Question} once. */
public sealed interface Answer<T> {

    /** The question was answered; {@code takenAt} is the moment by this desktop's clock. */
    record Got<T>(T value, Instant takenAt) implements Answer<T> {}

    /** It was not; the reason is fit to be shown. */
    record Failed<T>(Problem reason) implements Answer<T> {}
}
