package dev.howdah.pg;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.howdah.core.Problem;
import dev.howdah.core.Problem.Kind;
import dev.howdah.core.ProblemException;
import dev.howdah.testing.Await;
import dev.howdah.testing.FaultProxy;
import dev.howdah.testing.TestServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A network that freezes, lies, breaks or crawls: always an answer, never a wedge. */
class PgPoolNetworkTest {
    private static final SomeQuery QUERY =
            SomeQuery.of("SELECT 'alive'").within(Duration.ofSeconds(1));

    /** What is given up sooner is no wedge, however slow the desktop is. */
    private static final Duration NEVER = Duration.ofSeconds(30);

    private final TestServer server = TestServer.newest();
    private FaultProxy proxy = FaultProxy.to(server);
    private PgPool pool;
    private PgReader reader;

    @BeforeEach
    void open() throws ProblemException {
        pool = SomePools.through(proxy, server);
        reader = new PgReader(pool, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        pool.close();
        proxy.close();
    }

    @Test
    @Execution(CONCURRENT)
    void aFrozenNetworkIsNoticedSoonAfterTheLimitAndForgottenWhenItHeals() throws Exception {
        reader.ask(QUERY);
        proxy.freeze();

        Timed frozen = timed(() -> reader.ask(QUERY));
        proxy.heal();
        Await.until("read again", this::answers);

        assertEquals(Kind.UNREACHABLE, frozen.problem().kind());
        assertTrue(frozen.took().compareTo(NEVER) < 0, frozen::toString);
    }

    @Test
    @Execution(CONCURRENT)
    void aPeerThatAcceptsAndStaysSilentIsGivenUp() {
        proxy.acceptSilently();

        Timed silent = timed(() -> reader.ask(QUERY));

        assertEquals(Kind.UNREACHABLE, silent.problem().kind());
        assertEquals(sentence("server.silent"), silent.problem().sentence());
        assertTrue(silent.took().compareTo(NEVER) < 0, silent::toString);
    }

    @Test
    void aConnectionThatWasResetCostsOneMoreTryAndNoQuestion() throws Exception {
        reader.ask(QUERY);

        proxy.resetAll();

        assertEquals(List.of("alive"), reader.ask(QUERY));
    }

    @Test
    @Execution(CONCURRENT)
    void aConnectionThatBreaksDuringTheLoginIsAProblemAndNoWedge() throws Exception {
        for (int bytes : new int[] {0, 8, 100, 200, 400}) {
            proxy.cutAfter(bytes);
            Timed cut = timed(() -> reader.ask(QUERY));
            assertEquals(Kind.UNREACHABLE, cut.problem().kind());
            assertTrue(cut.took().compareTo(NEVER) < 0, cut::toString);
        }
        proxy.heal();
        Await.until("read again", this::answers);
    }

    @Test
    @Execution(CONCURRENT)
    void aLinkWithSixHundredMillisecondsOfLatencyIsSlowAndWorks() throws Exception {
        proxy.delay(Duration.ofMillis(300));

        assertEquals(List.of("alive"), reader.ask(QUERY));
    }

    @Test
    void anIpv6AddressIsReached() throws Exception {
        try (FaultProxy onIpv6 = FaultProxy.to(server.host(), server.port(), "::1");
                PgPool overIpv6 = SomePools.to("::1", onIpv6.port(), server)) {
            assertEquals(List.of("alive"), new PgReader(overIpv6, Clock.systemUTC()).ask(QUERY));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "host/db?socketFactory=x",
                "host?user=x",
                "host:5433",
                "[::1]",
                "one,two",
                "host#x",
                "u@host",
                "host\n"
            })
    void aHostThatIsNoneNeverReachesTheDriver(String host) {
        Problem problem =
                assertThrows(ProblemException.class, () -> SomePools.to(host, 5432, server))
                        .problem();

        assertEquals(Kind.BAD_INPUT, problem.kind());
    }

    @Test
    void aPortWhereNothingListensIsNamed() throws Exception {
        int free;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            free = taken.getLocalPort();
        }
        assertEquals(sentence("port.refused"), problemOf("127.0.0.1", free).sentence());
    }

    @Test
    void aHostThatNobodyKnowsIsNamed() throws Exception {
        assertEquals(sentence("host.unknown"), problemOf("no-such-host.invalid", 5432).sentence());
    }

    @Test
    void aWebServerAtThePortIsNotTakenForPostgres() throws Exception {
        try (ServerSocket web = answering("HTTP/1.1 400 Bad Request\r\n\r\n")) {
            for (TlsMode tls : TlsMode.values()) {
                assertEquals(
                        sentence("server.notPostgres"),
                        problemOf(web.getLocalPort(), tls).sentence(),
                        tls.name());
            }
        }
    }

    @Test
    void aServerThatHangsUpBeforeTheLoginIsNamed() throws Exception {
        try (ServerSocket rude = answering("")) {
            for (TlsMode tls : TlsMode.values()) {
                assertEquals(
                        sentence("server.hungUp"),
                        problemOf(rude.getLocalPort(), tls).sentence(),
                        tls.name());
            }
        }
    }

    /** Reads a little, says its piece to everybody, and hangs up. */
    private static ServerSocket answering(String answer) throws IOException {
        ServerSocket listener = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        Thread.ofVirtual()
                .start(() -> {
                    while (!listener.isClosed()) {
                        try (Socket client = listener.accept()) {
                            client.getInputStream().read(new byte[1_024]);
                            client.getOutputStream().write(answer.getBytes(UTF_8));
                        } catch (IOException e) {
                            if (!listener.isClosed()) {
                                throw new UncheckedIOException(e);
                            }
                        }
                    }
                });
        return listener;
    }

    private Problem problemOf(int port, TlsMode tls) throws ProblemException {
        PgTarget target = PgTarget.of("127.0.0.1", port, "db", "user", tls);
        try (PgPool toWeb = SomePools.as(target, "secret")) {
            return assertThrows(ProblemException.class, toWeb::borrow, tls.name()).problem();
        }
    }

    private Problem problemOf(String host, int port) throws ProblemException {
        try (PgPool elsewhere = SomePools.to(host, port, server)) {
            return assertThrows(ProblemException.class, elsewhere::borrow).problem();
        }
    }

    private boolean answers() {
        try {
            return reader.ask(QUERY).equals(List.of("alive"));
        } catch (ProblemException _) {
            return false;
        }
    }

    private static String sentence(String key) {
        return dev.howdah.core.Texts.of(PgPool.class).text(key);
    }

    private record Timed(Problem problem, Duration took) {}

    private static Timed timed(org.junit.jupiter.api.function.Executable ask) {
        long start = System.nanoTime();
        Problem problem = assertThrows(ProblemException.class, ask).problem();
        return new Timed(problem, Duration.ofNanos(System.nanoTime() - start));
    }
}
