package dev.howdah.pg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.howdah.core.Problem.Kind;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Reading;
import dev.howdah.refresh.RefreshLoop;
import dev.howdah.testing.Await;
import dev.howdah.testing.TestServer;
import java.nio.file.Files;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/** The incidents the console is opened for, on a server of one's own. */
class PgPoolIncidentTest {
    private static final SomeQuery ALIVE = SomeQuery.of("SELECT 'alive'");
    private static final String OURS =
            "SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE 'howdah/%'";

    private final TestServer server =
            TestServer.start(
                    18,
                    Map.of(
                            "max_connections", "12",
                            "superuser_reserved_connections", "2",
                            "log_connections", "on"));
    private PgPool pool;
    private PgReader reader;

    @BeforeEach
    void open() throws Exception {
        server.run("CREATE ROLE app LOGIN PASSWORD 'app' IN ROLE pg_monitor", "CHECKPOINT");
        pool =
                SomePools.as(
                        PgTarget.of(
                                server.host(), server.port(), "postgres", "app", TlsMode.DISABLE),
                        "app");
        reader = new PgReader(pool, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        pool.close();
        server.close();
    }

    @Test
    void neverMoreThanTwoSessionsAndNoneAfterClose() throws Exception {
        int most = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<?>> asking = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                asking.add(
                        threads.submit(() ->
                                reader.ask(
                                        SomeQuery.of(
                                                "SELECT count(*) FROM pg_stat_activity, pg_sleep(0.01)"))));
            }
            while (asking.stream().anyMatch(future -> !future.isDone())) {
                most = Math.max(most, Integer.parseInt(server.ask(OURS)));
            }
            for (Future<?> future : asking) {
                future.get();
            }
        }
        most = Math.max(most, Integer.parseInt(server.ask(OURS)));
        assertEquals(2, most);
        assertEquals(2, pool.openSessions());

        pool.close();

        Await.until("no session of ours", () -> server.ask(OURS).equals("0"));
    }

    @Test
    @Execution(CONCURRENT)
    void aFullServerKeepsTheSessionWeHaveAndIsNotAskedAgainForTenSeconds() throws Exception {
        assertEquals(List.of("alive"), reader.ask(ALIVE));
        List<Connection> others = fill();
        int before = refusals();

        try (ExecutorService threads = Executors.newSingleThreadExecutor()) {
            Future<List<String>> waiting;
            try (Connection _ = pool.borrow()) {
                waiting = threads.submit(() -> reader.ask(ALIVE));
                Await.until("refused once", () -> refusals() > before);
            }
            assertEquals(List.of("alive"), waiting.get());
        }
        for (int i = 0; i < 20; i++) {
            assertEquals(List.of("alive"), reader.ask(ALIVE));
        }
        assertEquals(1, refusals() - before);
        for (Connection other : others) {
            other.close();
        }
    }

    @Test
    void aFullServerIsNamedWhenWeHaveNoSession() throws Exception {
        List<Connection> others = fill();
        int before = refusals();

        for (int i = 0; i < 20; i++) {
            assertEquals(
                    Kind.TOO_MANY_CONNECTIONS,
                    assertThrows(ProblemException.class, () -> reader.ask(ALIVE)).problem().kind());
        }

        assertEquals(1, refusals() - before);
        for (Connection other : others) {
            other.close();
        }
    }

    @Test
    @Execution(CONCURRENT)
    void aPanelIsFreshAgainSoonAfterTheServerWasKilledAndCameBack() throws Exception {
        AtomicReference<Reading<List<String>>> shown = new AtomicReference<>(Reading.waiting());
        try (RefreshLoop loop = loop()) {
            loop.subscribe(ALIVE, Duration.ofMillis(200), shown::set).shown();
            Await.until("fresh", () -> isFresh(shown));

            server.kill();
            Await.until("stale", () -> isUnreachable(shown));
            server.start();

            Await.until("fresh again", () -> isFresh(shown));
        }
    }

    @Test
    @Execution(CONCURRENT)
    void aFrozenBackendCostsItsQuestionAndNothingElse() throws Exception {
        reader.ask(ALIVE);
        int frozen = pool.ownPids().iterator().next();
        server.freeze(frozen);
        try {
            assertEquals(
                    Kind.UNREACHABLE,
                    assertThrows(
                                    ProblemException.class,
                                    () -> reader.ask(ALIVE.within(Duration.ofMillis(500))))
                            .problem()
                            .kind());

            assertEquals(List.of("alive"), reader.ask(ALIVE));
        } finally {
            server.thaw(frozen);
        }
    }

    @Test
    @Execution(CONCURRENT)
    void aServerThatEndsIdleSessionsIsReadOnWithoutAWord() throws Exception {
        // Of the role and not of the server: in force from each login on, without a reload that
        // may reach an idle session only with its next statement.
        server.run("ALTER ROLE app SET idle_session_timeout = '1s'");
        reader.ask(ALIVE);

        for (int i = 0; i < 2; i++) {
            Await.until("our session ended", () -> server.ask(OURS).equals("0"));
            assertEquals(List.of("alive"), reader.ask(ALIVE));
        }
    }

    @Test
    @Execution(CONCURRENT)
    void aPromotedStandbyIsSeenWithTheNextQuestion() throws Exception {
        server.stop();
        Files.createFile(server.data().resolve("standby.signal"));
        server.start();
        reader.ask(ALIVE);
        assertTrue(Objects.requireNonNull(pool.lastShape()).inRecovery());

        server.run("SELECT pg_promote()");
        reader.ask(ALIVE);
        reader.ask(ALIVE);

        assertFalse(Objects.requireNonNull(pool.lastShape()).inRecovery());
    }

    private RefreshLoop loop() {
        RefreshLoop loop = new RefreshLoop("test", reader, Runnable::run, Clock.systemUTC());
        loop.start();
        return loop;
    }

    private static boolean isUnreachable(AtomicReference<Reading<List<String>>> shown) {
        return shown.get() instanceof Reading.Stale<List<String>> stale
                && stale.reason().kind() == Kind.UNREACHABLE;
    }

    private static boolean isFresh(AtomicReference<Reading<List<String>>> shown) {
        return shown.get() instanceof Reading.Fresh<List<String>>;
    }

    /** Takes every slot that a plain role can get. */
    private List<Connection> fill() throws Exception {
        List<Connection> others = new ArrayList<>();
        while (true) {
            try {
                others.add(server.connect("postgres", "app", "app"));
            } catch (java.sql.SQLException e) {
                assertEquals("53300", e.getSQLState());
                return others;
            }
        }
    }

    /** How often the server has refused somebody for lack of a slot. */
    private int refusals() throws Exception {
        return server.settledLog().split("remaining connection slots|too many clients", -1).length
                - 1;
    }
}
