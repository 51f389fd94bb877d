package dev.howdah.provider.scalingo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.provider.FoundDatabase;
import dev.howdah.provider.ProviderAccount.Search;
import dev.howdah.provider.http.HttpWire;
import dev.howdah.provider.http.LoopbackServer;
import dev.howdah.provider.http.LoopbackServer.Asked;
import dev.howdah.provider.http.LoopbackServer.Delivery;
import dev.howdah.provider.http.LoopbackServer.Reply;
import dev.howdah.provider.http.ManualTime;
import dev.howdah.provider.scalingo.call.ScalingoHosts;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The search for the databases of an account that has many apps. */
class ScalingoAccountTest {
    /** More than the requests of a minute, and a multiple of {@link #TOGETHER}. */
    private static final int APPS = 64;

    private static final int TOGETHER = 4;

    private final ManualTime time = new ManualTime(ScalingoStage.NOON);
    private LoopbackServer server;

    @BeforeEach
    void start() throws Exception {
        server = new LoopbackServer(_ -> Reply.json(404, "{}"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private ScalingoAccount account() {
        return new ScalingoAccount(
                new ScalingoHosts(server.base(), ScalingoHosts.Databases.AS_REGION_SAYS),
                () -> Secret.of("tk"),
                new HttpWire(ScalingoStage.LIMITS, time, time, new Random(1)));
    }

    /**
     * @param ofApp answers what is asked about one app
     */
    private void play(LoopbackServer.Script ofApp) {
        String apps =
                IntStream.range(0, APPS)
                        .mapToObj(each -> "{\"name\":\"" + each + "\"}")
                        .collect(Collectors.joining(",", "{\"apps\":[", "]}"));
        server.play(asked ->
                switch (asked.uri().getPath()) {
                    case "/v1/tokens/exchange" -> Reply.json(200, "{\"token\":\"bearer\"}");
                    case "/v1/regions" ->
                            Reply.json(
                                    200,
                                    "{\"regions\":[{\"name\":\"r\",\"api\":\""
                                            + server.base()
                                            + "\"}]}");
                    case "/v1/apps" -> Reply.json(200, apps);
                    case "/v1/databases" -> Reply.json(200, "{\"databases\":[]}");
                    default -> ofApp.reply(asked);
                });
    }

    private static Reply addon(Asked asked) {
        return Reply.json(
                200,
                """
                {"addons": [{"id": "ad-%s", "resource_id": "x", "status": "running",
                             "plan": {"name": "postgresql-starter-512"},
                             "addon_provider": {"id": "postgresql"}}]}
                """
                        .formatted(asked.uri().getPath().split("/", -1)[3]));
    }

    @Test
    void looksIntoSomeAppsAtATimeWithinTheRateAndTellsHowFarItIs() throws Exception {
        CyclicBarrier together = new CyclicBarrier(TOGETHER);
        play(asked -> {
            try {
                together.await(1, TimeUnit.MINUTES);
                return addon(asked);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException _) {
                return Reply.json(500, "{\"error\":\"nobody asks beside this one\"}");
            }
        });
        Set<Search> told = ConcurrentHashMap.newKeySet();

        List<FoundDatabase> found = account().services(told::add);

        assertEquals(
                IntStream.range(0, APPS).mapToObj(each -> "scalingo/r/ad-" + each).toList(),
                found.stream().map(FoundDatabase::id).toList());
        assertEquals(
                IntStream.rangeClosed(0, APPS)
                        .mapToObj(each -> new Search(each, APPS))
                        .collect(Collectors.toSet()),
                told);
        assertEquals(APPS + 4, server.asked().size());
        assertTrue(
                time.instant().isAfter(ScalingoStage.NOON.plus(Duration.ofSeconds(59))),
                "60 requests a minute");
    }

    @Test
    void isGivenUpWhenItIsInterrupted() {
        play(_ -> Reply.text(200, "", Map.of()).by(Delivery.SILENT));
        Thread searching = Thread.currentThread();

        ProblemException end =
                assertThrows(
                        ProblemException.class,
                        () ->
                                account()
                                        .services(now -> {
                                            assertEquals(new Search(0, APPS), now);
                                            searching.interrupt();
                                        }));

        assertTrue(Thread.interrupted(), "whoever interrupted it is not forgotten");
        assertEquals("The search for databases was cancelled.", end.problem().sentence());
        assertTrue(server.asked().size() < APPS, "no app is asked about after that");
    }
}
