package dev.howdah.core;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** The difference of two readings of a counter that only grows, unless somebody resets it. */
public final class CounterDelta {
    private CounterDelta() {}

    /** How much was added; empty when the counter went back, which only a reset can do. */
    public static OptionalLong between(long before, long after) {
        return after < before ? OptionalLong.empty() : OptionalLong.of(after - before);
    }

    /**
     * Additions per second over the measured time; empty after a reset or when no time has passed.
     */
    public static OptionalDouble perSecond(long before, long after, Duration elapsed) {
        if (after < before || elapsed.isZero() || elapsed.isNegative()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((after - before) / (elapsed.toNanos() / 1e9));
    }
}
