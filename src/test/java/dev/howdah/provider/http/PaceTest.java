package dev.howdah.provider.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private final ManualTime time = new ManualTime(SomeHttp.NOON);
    private final Pace pace = new Pace(60, Duration.ofMinutes(1), time);

    @Test
    void aPauseLastsNoLongerBecauseTheClockIsSetBack() {
        pace.pause(Duration.ofSeconds(5));
        time.pass(Duration.ofDays(-1));

        assertEquals(Duration.ofSeconds(5), pace.place(), "it begins anew");
        time.pass(Duration.ofSeconds(5));
        assertEquals(Duration.ZERO, pace.place());
    }

    @Test
    void aShorterWishDoesNotEndALongerPause() {
        pace.pause(Duration.ofSeconds(30));
        pace.pause(Duration.ofSeconds(1));

        assertEquals(Duration.ofSeconds(30), pace.place());
    }
}
