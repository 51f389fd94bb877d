package dev.howdah.provider.http;

import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** What all requests of one adapter share: the client, the time, the limits. */
public final class HttpWire {
    private final HttpLimits limits;
    private final Clock clock;
    private final Sleeper sleeper;
    private final RandomGenerator chance;
    private final HttpClient shared;

    /**
     * @param chance shortens pauses, so that several consoles don't march in step
     */
    public HttpWire(HttpLimits limits, Clock clock, Sleeper sleeper, RandomGenerator chance) {
        this.limits = limits;
        this.clock = clock;
        this.sleeper = sleeper;
        this.chance = chance;
        this.shared = newClient();
    }

    /** With the usual limits, by the clock on the wall. */
    public static HttpWire usual() {
        return usual(Clock.systemUTC());
    }

    /** With the usual limits. */
    public static HttpWire usual(Clock clock) {
        return new HttpWire(HttpLimits.USUAL, clock, Sleeper.real(), new SecureRandom());
    }

    /** Follows no redirect: it would take the token along. */
    HttpClient newClient() {
        return HttpClient.newBuilder()
                .connectTimeout(limits.connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    public HttpClient shared() {
        return shared;
    }

    public HttpLimits limits() {
        return limits;
    }

    public Clock clock() {
        return clock;
    }

    public Sleeper sleeper() {
        return sleeper;
    }

    /** Some length between half of the given one and all of it. */
    Duration shortened(Duration most) {
        return Duration.ofMillis(
                chance.nextLong(most.toMillis() / 2, Math.max(1, most.toMillis()) + 1));
    }
}
