package dev.howdah.provider.http;

import java.net.http.HttpClient;
import java.time.Clock;

/** What all requests of one adapter share: the client, the time, the limits. */
public final class HttpWire {
    private final HttpLimits limits;
    private final Clock clock;
    private final Sleeper sleeper;
    private final HttpClient shared;

    public HttpWire(HttpLimits limits, Clock clock, Sleeper sleeper) {
        this.limits = limits;
        this.clock = clock;
        this.sleeper = sleeper;
        this.shared = newClient();
    }

    /** With the usual limits, by the clock on the wall. */
    public static HttpWire usual() {
        return new HttpWire(HttpLimits.USUAL, Clock.systemUTC(), Sleeper.real());
    }

    /** Follows no redirect: it would take the token along. */
    HttpClient newClient() {
        return HttpClient.newBuilder()
                .connectTimeout(limits.connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    HttpClient shared() {
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
}
