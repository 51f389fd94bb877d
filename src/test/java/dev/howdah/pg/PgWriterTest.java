package dev.howdah.pg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.parallel.ExecutionMode.CONCURRENT;

import dev.howdah.core.Problem;
import dev.howdah.core.Problem.Kind;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Version;
import dev.howdah.testing.Await;
import dev.howdah.testing.FaultProxy;
import dev.howdah.testing.TestServer;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;

/** Writing: whole or not at all, and honest when nobody can know. */
class PgWriterTest {
    private static final AtomicInteger TABLES = new AtomicInteger();

    private static TestServer server;

    private final String table = "noted_" + TABLES.incrementAndGet();

    private FaultProxy proxy;
    private PgPool pool;
    private PgWriter writer;

    @BeforeAll
    static void start() {
        server = TestServer.start(18, Map.of("max_prepared_transactions", "1"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void open() throws Exception {
        server.run("CREATE TABLE " + table + " (text text)");
        proxy = FaultProxy.to(server);
        pool = SomePools.through(proxy, server);
        writer = new PgWriter(pool);
    }

    @AfterEach
    void close() {
        pool.close();
        proxy.close();
    }

    @Test
    void allStatementsTakeEffectTogether() throws Exception {
        assertEquals(
                PgWriter.Commit.DONE,
                writer.run(List.of(insert("first"), insert("second's \\ \"text\""))));

        assertEquals("first,second's \\ \"text\"", noted());
    }

    @Test
    void whenOneStatementFailsNothingIsLeft() throws Exception {
        for (int failing = 0; failing < 3; failing++) {
            List<Sql> statements = new ArrayList<>(List.of(insert("a"), insert("b"), insert("c")));
            statements.add(failing, Sql.of("INSERT INTO no_such_table VALUES (1)"));

            Problem problem =
                    assertThrows(ProblemException.class, () -> writer.run(statements)).problem();

            assertEquals(Kind.NOT_SUPPORTED, problem.kind());
            assertEquals("", noted());
        }
    }

    @Test
    void itRunsUnderItsOwnLimitsAndLeavesNoneOfThem() throws Exception {
        writer.run(
                List.of(
                        Sql.of(
                                """
                                INSERT INTO %s
                                SELECT concat_ws(' ', current_setting('statement_timeout'),
                                                 current_setting('lock_timeout'),
                                                 current_setting('application_name'))
                                """
                                        .formatted(table))));

        assertEquals("30s 2s howdah/" + Version.current() + " change", noted());
        assertEquals(1, pool.openSessions());
        try (Connection same = pool.borrow();
                var statement = same.createStatement();
                var row =
                        statement.executeQuery(
                                """
                                SELECT concat_ws(' ', current_setting('statement_timeout'),
                                                 current_setting('lock_timeout'),
                                                 current_setting('application_name'))
                                """)) {
            row.next();
            assertEquals("0 0 howdah/" + Version.current(), row.getString(1));
        }
    }

    @Test
    void aLostReplyToCommitIsLookedUpAndNotRepeated() throws Exception {
        proxy.loseReplyTo("COMMIT");

        assertEquals(PgWriter.Commit.DONE, writer.run(List.of(insert("once"))));

        assertEquals("once", noted());
    }

    @Test
    @Execution(CONCURRENT)
    void aLostReplyToCommitIsUnknownWhenNobodyCanBeAsked() throws Exception {
        proxy.loseReplyTo("COMMIT", "pg_xact_status");

        assertEquals(PgWriter.Commit.UNKNOWN, writer.run(List.of(insert("once"))));

        assertEquals("once", noted());
    }

    @Test
    void aLinkThatBreaksBeforeCommitLeavesNothingAndSaysSo() throws Exception {
        proxy.loseReplyTo("INSERT");

        Problem problem =
                assertThrows(ProblemException.class, () -> writer.run(List.of(insert("never"))))
                        .problem();

        assertEquals(Kind.UNREACHABLE, problem.kind());
        assertEquals(
                "Nothing was changed: the server undoes what a lost session did not commit.",
                problem.remedy());
        assertEquals("", noted());
    }

    @Test
    void aCallWhoseReplyIsLostHasAnUnknownOutcome() {
        proxy.loseReplyTo("pg_reload_conf");

        Problem problem =
                assertThrows(
                                ProblemException.class,
                                () ->
                                        writer.call(
                                                Sql.of("SELECT pg_reload_conf()"),
                                                row -> row.getBoolean(1)))
                        .problem();

        assertEquals(Kind.UNKNOWN_OUTCOME, problem.kind());
    }

    @Test
    void aCallAnswersWithItsRows() throws Exception {
        assertEquals(
                List.of(1, 2, 3),
                writer.call(
                        Sql.of("SELECT unnest(?)", (Object) new Integer[] {1, 2, 3}),
                        row -> row.getInt(1)));
    }

    @Test
    void aConnectionThatDiedInThePoolIsReplacedBeforeTheWrite() throws Exception {
        writer.run(List.of(insert("first")));

        proxy.resetAll();
        writer.run(List.of(insert("second")));

        assertEquals("first,second", noted());
    }

    /** Before 18 a GRANT that waited for another one fails instead of going on from there. */
    @Test
    void aGrantThatCollidesWithThatOfSomebodyElseIsRepeatedUntilBothAreThere() throws Exception {
        TestServer older = TestServer.of(16);
        older.run("DROP ROLE IF EXISTS reader", "CREATE ROLE reader");
        int before = collisions(older);
        try (Connection other = older.connect();
                var grants = other.createStatement();
                PgPool own = SomePools.to(older);
                ExecutorService thread = Executors.newVirtualThreadPerTaskExecutor()) {
            PgWriter patient = new PgWriter(own, own, Duration.ofSeconds(30));
            other.setAutoCommit(false);
            grants.execute("GRANT CREATE ON DATABASE postgres TO reader");
            Future<PgWriter.Commit> commit =
                    thread.submit(() ->
                            patient.run(
                                    List.of(
                                            Sql.of(
                                                    "GRANT TEMPORARY ON DATABASE postgres TO"
                                                            + " reader"))));
            Await.until(
                    "it waits for the other one",
                    () -> older.ask("SELECT count(*) FROM pg_locks WHERE NOT granted").equals("1"));
            other.commit();

            assertEquals(PgWriter.Commit.DONE, commit.get());
        }
        assertEquals(
                "reader=CT/postgres",
                older.ask(
                        "SELECT unnest(datacl) FROM pg_database WHERE datname = 'postgres'"
                                + " ORDER BY unnest(datacl)::text LIKE 'reader=%' DESC"));
        assertEquals(before + 1, collisions(older));
        older.run("REVOKE ALL ON DATABASE postgres FROM reader", "DROP ROLE reader");
    }

    private static int collisions(TestServer server) throws Exception {
        return server.settledLog().split("tuple concurrently updated", -1).length - 1;
    }

    /** A GRANT, which waits for others from 18 on. */
    @Test
    @Execution(CONCURRENT)
    void aLockThatIsNeverGivenUpIsAnsweredWithWhoHoldsIt() throws Exception {
        try (Connection holder = server.connect();
                var statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("LOCK TABLE " + table + " IN ACCESS EXCLUSIVE MODE");

            Problem problem = refusedForALock("GRANT SELECT ON TABLE " + table + " TO PUBLIC");

            assertEquals(
                    "Nothing was changed: in 5 attempts the lock that this needs was held by one"
                            + " other session: # (user postgres, application howdah test), in a"
                            + " transaction for #, its statement begun # ago.",
                    unnumbered(problem.sentence()));
            assertTrue(problem.remedy().startsWith("Wait until it has ended its transaction, or"));
            assertTrue(
                    problem.detail().startsWith("55P03 ")
                            && problem.detail().contains(": LOCK TABLE " + table),
                    problem.detail());
            holder.rollback();
        }
        assertEquals("", noted());
    }

    @Test
    @Execution(CONCURRENT)
    void aPreparedTransactionAndAStatementWithASecretAreNamedAsSuch() throws Exception {
        try (Connection preparer = server.connect();
                var prepares = preparer.createStatement();
                Connection holder = server.connect();
                var holds = holder.createStatement()) {
            prepares.execute("BEGIN; LOCK TABLE " + table + " IN SHARE MODE");
            prepares.execute("PREPARE TRANSACTION 'lost and found'");
            holder.setAutoCommit(false);
            holds.execute("LOCK TABLE " + table + " IN SHARE MODE");
            holds.execute("SELECT 'the password is x'");

            Problem problem = refusedForALock("DROP TABLE " + table);

            assertEquals(
                    "Nothing was changed: in 5 attempts the lock that this needs was held by 2"
                            + " other sessions: # (user postgres, application howdah test), in a"
                            + " transaction for #, its statement begun # ago; a prepared"
                            + " transaction, which COMMIT PREPARED or ROLLBACK PREPARED ends.",
                    unnumbered(problem.sentence()));
            assertFalse(problem.detail().contains("password is"), problem.detail());
            prepares.execute("ROLLBACK PREPARED 'lost and found'");
            holder.rollback();
        }
    }

    /** The writer waits half a second in each attempt. */
    private Problem refusedForALock(String statement) {
        PgWriter impatient = new PgWriter(pool, pool, Duration.ofMillis(500));
        Problem problem =
                assertThrows(
                                ProblemException.class,
                                () -> impatient.run(List.of(Sql.of(statement))))
                        .problem();
        assertEquals(Kind.LOCKED, problem.kind());
        return problem;
    }

    private static String unnumbered(String sentence) {
        return sentence.replaceAll("\\d+ \\(user", "# (user")
                .replaceAll("for [0-9.]+ m?s,", "for #,")
                .replaceAll("[0-9.]+ m?s ago", "# ago");
    }

    private Sql insert(String text) {
        return Sql.of("INSERT INTO " + table + " VALUES (?)", text);
    }

    private String noted() throws Exception {
        try (Connection connection = server.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT text FROM " + table)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts.stream().collect(Collectors.joining(","));
        }
    }
}
