package dev.howdah.provider.http;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.provider.http.LoopbackServer.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;

/**
 * A provider's server on this machine with what it will answer, and callers that wait in no time.
 */
final class SomeHttp implements AutoCloseable {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    static final HttpLimits LIMITS = limits(Duration.ofSeconds(30));
    static final HttpCall GET = HttpCall.get("things");
    static final HttpCall POST = HttpCall.post(Json.object().with("a", 1), "things");

    final ManualTime time = new ManualTime(NOON);

    /** The next answers; without any it is a good one. */
    final Deque<Reply> replies = new ArrayDeque<>();

    final LoopbackServer server;

    SomeHttp() {
        try {
            server =
                    new LoopbackServer(_ ->
                            replies.isEmpty()
                                    ? Reply.json(200, "{\"x\":1}")
                                    : replies.removeFirst());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static HttpLimits limits(Duration answer) {
        return new HttpLimits(answer, answer, 10_000, 4, Duration.ofSeconds(65));
    }

    JsonHttp as(Authorization authorization) {
        return as(server.base(), authorization, 1_000);
    }

    JsonHttp as(URI base, Authorization authorization, int perMinute) {
        return as(base, authorization, perMinute, LIMITS);
    }

    /** For those who wait in vain: a busy desktop would make others do that, too. */
    JsonHttp impatient() {
        return as(server.base(), Authorization.none(), 1_000, limits(Duration.ofMillis(500)));
    }

    private JsonHttp as(URI base, Authorization authorization, int perMinute, HttpLimits limits) {
        return new JsonHttp(
                "Acme",
                base,
                authorization,
                new HttpWire(limits, time, time, new Random(1)),
                new Pace(perMinute, Duration.ofMinutes(1), time));
    }

    static Problem problem(JsonHttp http, HttpCall call) {
        return assertThrows(ProblemException.class, () -> http.send(call)).problem();
    }

    @Override
    public void close() {
        server.close();
    }
}
