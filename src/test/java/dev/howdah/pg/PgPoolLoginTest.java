package dev.howdah.pg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.Problem.Kind;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.testing.FakeServer;
import dev.howdah.testing.TestServer;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, who does not and why, and how often a refused login is tried. */
class PgPoolLoginTest {
    private static TestServer server;

    @BeforeAll
    static void start() throws Exception {
        server =
                TestServer.start(
                        18,
                        Map.of("log_connections", "on", "password_encryption", "scram-sha-256"));
        server.run(
                "CREATE ROLE app LOGIN PASSWORD 'right'",
                "CREATE ROLE expired LOGIN PASSWORD 'right' VALID UNTIL '2020-01-01'",
                "CREATE ROLE guest NOLOGIN",
                "CREATE ROLE once LOGIN PASSWORD 'right' CONNECTION LIMIT 0",
                "CREATE DATABASE private",
                "REVOKE CONNECT ON DATABASE private FROM PUBLIC",
                "CREATE DATABASE closed ALLOW_CONNECTIONS false");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aWrongPasswordIsAskedOnceHoweverManyWait() throws Exception {
        int before = refusals("app");
        try (PgPool pool = SomePools.as(target("postgres", "app"), "wrong");
                ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Kind>> kinds =
                    IntStream.range(0, 24)
                            .mapToObj(_ -> threads.submit(() -> kindOf(pool)))
                            .toList();

            for (Future<Kind> kind : kinds) {
                assertEquals(Kind.LOGIN_REFUSED, kind.get());
            }
        }
        assertEquals(1, refusals("app") - before);
    }

    @Test
    void aPasswordThatWasCorrectedIsTriedAtOnce() throws Exception {
        AtomicReference<Secret> password = new AtomicReference<>(Secret.of("wrong"));
        try (PgPool pool =
                new PgPool(
                        target("postgres", "app"), () -> Objects.requireNonNull(password.get()))) {
            assertEquals(Kind.LOGIN_REFUSED, kindOf(pool));

            password.set(Secret.of("right"));
            pool.lookAgain();

            try (Connection connection = pool.borrow()) {
                assertEquals("app", pool.shape(connection).user());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"expired", "guest", "nobody"})
    void aRoleThatMayNotLogInIsRefused(String role) throws Exception {
        assertEquals(Kind.LOGIN_REFUSED, problemOf("postgres", role, "right").kind());
    }

    @Test
    void aWrongDatabaseIsNamed() throws Exception {
        Problem problem = problemOf("shop", "app", "right");

        assertEquals(Kind.LOGIN_REFUSED, problem.kind());
        assertEquals("The server has no database named shop.", problem.sentence());
    }

    @Test
    void aDatabaseWithoutTheRightToConnectNamesTheGrant() throws Exception {
        Problem problem = problemOf("private", "app", "right");

        assertEquals(Kind.LOGIN_REFUSED, problem.kind());
        assertTrue(problem.remedy().contains("GRANT CONNECT ON DATABASE \"private\" TO \"app\""));
    }

    @Test
    void aDatabaseThatTakesNoConnectionsIsNamed() throws Exception {
        assertEquals(
                "The database closed takes no connections.",
                problemOf("closed", server.user(), server.password()).sentence());
    }

    @Test
    void aRoleWithoutAFreeSlotIsTold() throws Exception {
        Problem problem = problemOf("postgres", "once", "right");

        assertEquals(Kind.TOO_MANY_CONNECTIONS, problem.kind());
        assertEquals("The server has no free connection slot for once.", problem.sentence());
    }

    @Test
    void aNameThatIsHostileReachesNothingButItself() throws Exception {
        String hostile = "x?user=postgres&socketFactory=\"a'b c";
        assertEquals(
                "The server has no database named " + hostile + ".",
                problemOf(hostile, "app", "right").sentence());
    }

    @Test
    void aServerOlderThanThirteenIsRefusedBeforeItIsAskedAnything() throws Exception {
        try (FakeServer old = FakeServer.ofVersion("12.22");
                PgPool pool =
                        SomePools.as(
                                PgTarget.of("127.0.0.1", old.port(), "db", "user", TlsMode.DISABLE),
                                "secret");
                Connection connection = pool.borrow()) {
            Problem problem =
                    assertThrows(ProblemException.class, () -> pool.shape(connection)).problem();

            assertEquals(Kind.NOT_SUPPORTED, problem.kind());
            assertEquals(
                    "This server is PostgreSQL 12; the console speaks to 13 and later.",
                    problem.sentence());
        }
    }

    @Test
    void theShapeSaysWhatTheRoleMayDo() throws Exception {
        server.run("CREATE ROLE monitor LOGIN PASSWORD 'right' IN ROLE pg_monitor");

        assertEquals(
                new ServerShape.Rights(true, true, true, true, true),
                rightsOf(server.user(), server.password()));
        assertEquals(
                new ServerShape.Rights(false, true, true, false, false),
                rightsOf("monitor", "right"));
        assertEquals(
                new ServerShape.Rights(false, false, false, false, false),
                rightsOf("app", "right"));
    }

    private static ServerShape.Rights rightsOf(String user, String password) throws Exception {
        try (PgPool pool = SomePools.as(target("postgres", user), password);
                Connection connection = pool.borrow()) {
            return pool.shape(connection).rights();
        }
    }

    private static Problem problemOf(String database, String user, String password)
            throws ProblemException {
        try (PgPool pool = SomePools.as(target(database, user), password)) {
            return assertThrows(ProblemException.class, pool::borrow).problem();
        }
    }

    private static Kind kindOf(PgPool pool) {
        return assertThrows(ProblemException.class, pool::borrow).problem().kind();
    }

    private static PgTarget target(String database, String user) {
        return PgTarget.of(server.host(), server.port(), database, user, TlsMode.DISABLE);
    }

    /** How often the server says that this role's password was wrong. */
    private static int refusals(String role) throws Exception {
        return server.settledLog()
                        .split("password authentication failed for user \"" + role + "\"", -1)
                        .length
                - 1;
    }
}
