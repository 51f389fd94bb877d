package dev.howdah.provider.http;

import static dev.howdah.provider.http.SomeHttp.GET;
import static dev.howdah.provider.http.SomeHttp.NOON;
import static dev.howdah.provider.http.SomeHttp.POST;
import static dev.howdah.provider.http.SomeHttp.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.core.Problem.Kind;
import dev.howdah.core.Secret;
import dev.howdah.provider.http.LoopbackServer.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TokenCacheTest {

    private final SomeHttp acme = new SomeHttp();
    private final ManualTime time = acme.time;
    private final Deque<Reply> replies = acme.replies;
    private final LoopbackServer server = acme.server;

    @AfterEach
    void stop() {
        acme.close();
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
        JsonHttp http = acme.as(tokens);

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
        JsonHttp http = acme.as(tokens);
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
                acme.as(
                        new TokenCache(
                                () ->
                                        new TokenCache.Token(
                                                Secret.of("Bearer x"), NOON.plusSeconds(9_999)),
                                time));

        assertEquals(Kind.LOGIN_REFUSED, problem(http, GET).kind());
        assertEquals(2, server.asked().size());
    }
}
