package dev.howdah.provider.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until somebody sleeps or lets time pass. */
public final class ManualTime extends Clock implements Sleeper {
    private Instant now;

    public ManualTime(Instant start) {
        now = start;
    }

    @Override
    public void sleep(Duration duration) {
        pass(duration);
    }

    public synchronized void pass(Duration duration) {
        now = now.plus(duration);
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("always UTC");
    }
}
