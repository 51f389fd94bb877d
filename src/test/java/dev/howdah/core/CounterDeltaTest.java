package dev.howdah.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A counter's growth, and what a reset does to it. */
class CounterDeltaTest {

    @Test
    void countsWhatWasAdded() {
        assertEquals(OptionalLong.of(5), CounterDelta.between(10, 15));
        assertEquals(OptionalLong.of(0), CounterDelta.between(10, 10));
        assertEquals(OptionalDouble.of(2.5), CounterDelta.perSecond(10, 15, Duration.ofSeconds(2)));
    }

    @Test
    void aResetIsNoNegativeGrowth() {
        assertEquals(OptionalLong.empty(), CounterDelta.between(10, 3));
        assertEquals(OptionalDouble.empty(), CounterDelta.perSecond(10, 3, Duration.ofSeconds(2)));
    }

    @Test
    void withoutTimeThereIsNoRate() {
        assertEquals(OptionalDouble.empty(), CounterDelta.perSecond(1, 2, Duration.ZERO));
        assertEquals(OptionalDouble.empty(), CounterDelta.perSecond(1, 2, Duration.ofSeconds(-1)));
    }
}
