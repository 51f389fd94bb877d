package dev.howdah.provider.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.howdah.core.Problem;
import dev.howdah.core.Problem.Kind;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.provider.http.LoopbackServer.Reply;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenCacheTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final HttpLimits LIMITS =
            new HttpLimits(
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(1),
                    10_000,
                    4,
                    Duration.ofSeconds(65));
    private static final HttpCall GET = HttpCall.get("things");
    private static final HttpCall POST = HttpCall.post(Json.object().with("a", 1), "things");

    private final ManualTime time = new ManualTime(NOON);
    private final Deque<Reply> replies = new ArrayDeque<>();
    private LoopbackServer server;

    @BeforeEach
    void start() throws IOException {
        server =
                new LoopbackServer(_ ->
                        replies.isEmpty() ? Reply.json(200, "{\"x\":1}") : replies.removeFirst());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonHttp http(Authorization authorization) {
        return http(server.base(), authorization, 1_000);
    }

    private JsonHttp http(URI base, Authorization authorization, int perMinute) {
        return new JsonHttp(
                "Acme",
                base,
                authorization,
                new HttpWire(LIMITS, time, time, new Random(1)),
                new Pace(perMinute, Duration.ofMinutes(1), time));
    }

    private Problem problem(JsonHttp http, HttpCall call) {
        return assertThrows(ProblemException.class, () -> http.send(call)).problem();
    }

    @Test
    void aTokenThatIsRefusedIsRenewedOnceByOneOfManyThreads() throws Exception {
        AtomicInteger fetched = new AtomicInteger();
        TokenCache tokens =
                new TokenCache(
                        () ->
                                new TokenCache.Token(
                                        Secret.of("Bearer t" + fetched.incrementAndGet()),
                                        NOON.plus(Duration.ofHours(1))),
                        time);
        server.play(asked ->
                asked.header("Authorization").equals("Bearer t1")
                        ? Reply.json(401, "{\"error\":\"expired\"}")
                        : Reply.json(200, "{}"));
        JsonHttp http = http(tokens);

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpAnswer>> answers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                answers.add(threads.submit(() -> http.send(POST)));
            }
            for (Future<HttpAnswer> answer : answers) {
                assertEquals(200, answer.get().status());
            }
        }
        assertEquals(2, fetched.get());
    }

    @Test
    void aTokenIsRenewedBeforeItEnds() throws Exception {
        AtomicInteger fetched = new AtomicInteger();
        TokenCache tokens =
                new TokenCache(
                        () ->
                                new TokenCache.Token(
                                        Secret.of("Bearer t" + fetched.incrementAndGet()),
                                        time.instant().plus(Duration.ofHours(1))),
                        time);
        JsonHttp http = http(tokens);
        http.send(GET);
        time.pass(Duration.ofMinutes(54));
        http.send(GET);
        assertEquals(1, fetched.get());

        time.pass(Duration.ofMinutes(2));
        http.send(GET);

        assertEquals(2, fetched.get());
    }

    @Test
    void aTokenThatStaysRefusedIsToldAfterOneRenewal() {
        for (int i = 0; i < 3; i++) {
            replies.add(Reply.json(401, "{\"error\":\"no\"}"));
        }
        JsonHttp http =
                http(
                        new TokenCache(
                                () ->
                                        new TokenCache.Token(
                                                Secret.of("Bearer x"), NOON.plusSeconds(9_999)),
                                time));

        assertEquals(Kind.LOGIN_REFUSED, problem(http, GET).kind());
        assertEquals(2, server.asked().size());
    }
}
