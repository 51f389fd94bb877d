package dev.howdah.provider.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.Problem.Kind;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.provider.http.LoopbackServer.Delivery;
import dev.howdah.provider.http.LoopbackServer.Reply;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonHttpTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final String TOKEN = "tk-very-secret-0123456789";
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

    private JsonHttp http() {
        return http(Authorization.fixed(Secret.of("Bearer " + TOKEN)));
    }

    private Problem problem(JsonHttp http, HttpCall call) {
        return assertThrows(ProblemException.class, () -> http.send(call)).problem();
    }

    @Test
    void sendsAndReadsJson() throws Exception {
        HttpAnswer answer =
                http().send(
                                HttpCall.patch(Json.object().with("n", "a\"b"), "apps", "a/b c")
                                        .with("q", "1&2"));

        assertEquals(1, answer.body().at("x").whole().orElse(0));
        var asked = server.asked().getFirst();
        assertEquals("PATCH", asked.method());
        assertEquals("/apps/a%2Fb%20c?q=1%262", asked.uri().toString());
        assertEquals("{\"n\":\"a\\\"b\"}", asked.body());
        assertEquals("Bearer " + TOKEN, asked.header("Authorization"));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504})
    void asksAgainWhenItOnlyReads(int status) throws Exception {
        replies.add(Reply.text(status, "Retry later", Map.of()));
        replies.add(Reply.text(status, "Retry later", Map.of()));

        assertEquals(200, http().send(GET).status());
        assertEquals(3, server.asked().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504})
    void neverSendsAWriteAgainAndSaysThatItsFateIsNotKnown(int status) {
        replies.add(Reply.json(status, "{\"error\":\"oops\"}"));

        assertEquals(Kind.UNKNOWN_OUTCOME, problem(http(), POST).kind());
        assertEquals(1, server.asked().size());
    }

    @ParameterizedTest
    @EnumSource(
            value = Delivery.class,
            names = {"NOTHING", "SILENT"})
    void aWriteWithoutAnAnswerIsSentOnce(Delivery delivery) {
        replies.add(Reply.json(201, "{}").by(delivery));

        assertEquals(Kind.UNKNOWN_OUTCOME, problem(http(), POST).kind());
        assertEquals(1, server.asked().size());
    }

    @ParameterizedTest
    @EnumSource(
            value = Delivery.class,
            names = {"CUT", "NOTHING"})
    void aReadThatIsCutIsAskedAgain(Delivery delivery) throws Exception {
        replies.add(Reply.json(200, "{\"x\":12345}").by(delivery));

        assertEquals(1, http().send(GET).body().at("x").whole().orElse(0));
    }

    @Test
    void aWriteWhoseAnswerIsCutWasTakenAllTheSame() throws Exception {
        replies.add(Reply.json(201, "{\"id\":12345}").by(Delivery.CUT));

        HttpAnswer answer = http().send(POST);

        assertEquals(201, answer.status());
        assertFalse(answer.body().present());
    }

    @Test
    void anAnswerThatNeverEndsIsGivenUp() {
        for (int i = 0; i < LIMITS.tries(); i++) {
            replies.add(Reply.json(200, "{\"x\":12345}").by(Delivery.STALLED));
        }

        assertEquals(Kind.TIMED_OUT, problem(http(), GET).kind());
    }

    @Test
    void anAnswerThatIsTooLongIsNotReadToItsEnd() {
        for (int i = 0; i < LIMITS.tries(); i++) {
            replies.add(Reply.json(200, "[" + "1,".repeat(20_000) + "1]"));
        }

        assertEquals(Kind.FAILED, problem(http(), GET).kind());
    }

    @Test
    void nobodyThereMeansThatNothingWasSent() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        JsonHttp http = http(URI.create("http://127.0.0.1:" + free), Authorization.none(), 1_000);

        assertEquals(Kind.UNREACHABLE, problem(http, POST).kind());
    }

    @Test
    void waitsAsLongAsItIsAskedToInSecondsOrByDate() throws Exception {
        replies.add(Reply.text(429, "Retry later", Map.of("Retry-After", "7")));
        http().send(GET);
        assertTrue(Duration.between(NOON, time.instant()).toSeconds() >= 7);

        Instant before = time.instant();
        String until =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(40));
        replies.add(Reply.text(429, "", Map.of("Retry-After", until)));
        http().send(GET);
        // compared with the server's own date, which is that of the wall
        long waited = Duration.between(before, time.instant()).toSeconds();
        assertTrue(waited >= 20 && waited <= 41, waited + " s");
    }

    @Test
    void aWriteThatIsRefusedForHasteIsNotSentAgainButTheNextWaits() throws Exception {
        JsonHttp http = http();
        replies.add(Reply.text(429, "Retry later", Map.of("Retry-After", "9")));
        assertEquals(Kind.FAILED, problem(http, POST).kind());
        assertEquals(1, server.asked().size());

        http.send(POST);

        assertTrue(Duration.between(NOON, time.instant()).toSeconds() >= 9);
    }

    @Test
    void aPauseOfAnHourIsToldAndNotWaitedFor() {
        JsonHttp http = http();
        replies.add(Reply.text(429, "", Map.of("Retry-After", "3600")));

        Problem problem = problem(http, GET);

        assertEquals("Acme takes no more requests from this account for 1 h.", problem.sentence());
        assertEquals(1, server.asked().size());
    }

    @Test
    void keepsItsOwnPace() throws Exception {
        JsonHttp http = http(server.base(), Authorization.none(), 3);
        for (int i = 0; i < 10; i++) {
            http.send(GET);
        }
        assertEquals(Duration.ofMinutes(3), Duration.between(NOON, time.instant()));
    }

    @Test
    void afterFiveFailuresNothingIsSentForAWhileThenOneTries() throws Exception {
        JsonHttp http = http();
        for (int i = 0; i < 8; i++) {
            replies.add(Reply.text(500, "", Map.of()));
        }
        problem(http, GET);
        Problem shut = problem(http, GET);
        int asked = server.asked().size();
        assertEquals(Kind.UNREACHABLE, shut.kind());
        assertEquals(Circuit.FAILURES, asked);

        assertEquals(Kind.UNREACHABLE, problem(http, GET).kind());
        assertEquals(asked, server.asked().size());

        time.pass(Circuit.LONGEST);
        problem(http, GET);
        assertEquals(asked + 1, server.asked().size());

        replies.clear();
        time.pass(Circuit.LONGEST);
        assertEquals(200, http.send(GET).status());
        assertEquals(200, http.send(GET).status());
    }

    @Test
    void followsNoRedirect() {
        replies.add(Reply.text(302, "", Map.of("Location", server.base() + "/elsewhere")));

        assertEquals(Kind.FAILED, problem(http(), GET).kind());
        assertEquals(1, server.asked().size());
    }

    @Test
    void saysWhatTheProviderSaidAsPlainTextWithoutSecrets() {
        replies.add(
                Reply.json(
                        422,
                        "{\"errors\":{\"name\":[\"has already been taken\",\"is <b>bad</b>\"]}}"));
        assertEquals(
                "Acme can't do this as it was asked. It said: name has already been taken, "
                        + "is <b>bad</b>",
                problem(http(), POST).sentence());

        replies.add(
                Reply.text(
                        403,
                        "<html><script>evil()</script><body>no\u202e " + TOKEN + "</body>",
                        Map.of()));
        Problem problem = problem(http(), POST);
        assertEquals(Kind.NOT_PERMITTED, problem.kind());
        assertEquals("The token may not do this at Acme. It said: no •••", problem.sentence());
        assertFalse(problem.detail().contains(TOKEN));

        replies.add(Reply.text(400, "x".repeat(9_000), Map.of()));
        Problem cut = problem(http(), POST);
        assertTrue(cut.sentence().length() < 300);
        assertTrue(cut.detail().length() <= Problem.MAX_DETAIL + 1);
    }

    @Test
    void masksSecretsInAPreview() {
        HttpCall call =
                HttpCall.post(
                        Json.object()
                                .with("user", Json.object().with("password", "p").with("n", 1)),
                        "users");

        assertEquals(
                "POST https://acme.example/v1/users\n{\"user\":{\"password\":\"•••\",\"n\":1}}",
                call.preview(URI.create("https://acme.example/v1"), List.of("password")));
    }
}
