package dev.howdah.provider.http;

import static dev.howdah.provider.http.SomeHttp.GET;
import static dev.howdah.provider.http.SomeHttp.LIMITS;
import static dev.howdah.provider.http.SomeHttp.NOON;
import static dev.howdah.provider.http.SomeHttp.POST;
import static dev.howdah.provider.http.SomeHttp.problem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.Problem.Kind;
import dev.howdah.core.Secret;
import dev.howdah.provider.http.LoopbackServer.Delivery;
import dev.howdah.provider.http.LoopbackServer.Reply;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonHttpTest {
    private static final String TOKEN = "tk-very-secret-0123456789";

    private final SomeHttp acme = new SomeHttp();
    private final ManualTime time = acme.time;
    private final Deque<Reply> replies = acme.replies;
    private final LoopbackServer server = acme.server;

    @AfterEach
    void stop() {
        acme.close();
    }

    private JsonHttp http() {
        return acme.as(Authorization.fixed(Secret.of("Bearer " + TOKEN)));
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

    @Test
    void aWriteWithoutAnAnswerIsSentOnce() {
        replies.add(Reply.json(201, "{}").by(Delivery.NOTHING));

        assertEquals(Kind.UNKNOWN_OUTCOME, problem(http(), POST).kind());
        assertEquals(1, server.asked().size());
    }

    @Test
    void aWriteThatIsNotAnsweredInTimeIsSentOnce() {
        // however late it comes in on a busy desktop
        server.play(_ -> Reply.json(201, "{}").by(Delivery.SILENT));

        assertEquals(Kind.UNKNOWN_OUTCOME, problem(acme.impatient(), POST).kind());
        assertTrue(server.asked().size() <= 1);
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
        server.play(_ -> Reply.json(200, "{\"x\":12345}").by(Delivery.STALLED));

        assertEquals(Kind.TIMED_OUT, problem(acme.impatient(), GET).kind());
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
        JsonHttp http =
                acme.as(URI.create("http://127.0.0.1:" + free), Authorization.none(), 1_000);

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
        JsonHttp http = acme.as(server.base(), Authorization.none(), 3);
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
        // however often a busy desktop makes it ask again
        server.play(_ -> Reply.text(302, "", Map.of("Location", server.base() + "/elsewhere")));

        assertEquals(Kind.FAILED, problem(http(), GET).kind());
        assertEquals(
                Set.of("/things"),
                server.asked().stream()
                        .map(asked -> asked.uri().toString())
                        .collect(Collectors.toSet()));
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
    void tellsNoPasswordThatTheProviderRepeats() {
        String password = "a\\password-of-24-letters-or-so";
        Json user = Json.object().with("name", "ann").with("password", password);
        HttpCall call = HttpCall.post(Json.object().with("user", user), "users");
        replies.add(
                Reply.json(
                        422,
                        Json.object()
                                .with("error", password + " is too weak")
                                .with("asked", Json.object().with("value", password))
                                .toString()));

        Problem problem = problem(http(), call);

        assertEquals(
                "Acme can't do this as it was asked. It said: ••• is too weak", problem.sentence());
        assertFalse(problem.detail().contains("password-of"), problem.detail());
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
