package dev.howdah.pg;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Answer;
import dev.howdah.core.Problem;
import dev.howdah.core.Problem.Kind;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Version;
import dev.howdah.testing.FaultProxy;
import dev.howdah.testing.TestServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reading: together, cheaply, without leaving a trace, each question failing alone. */
class PgReaderTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);

    private final TestServer server = TestServer.newest();
    private FaultProxy proxy = FaultProxy.to(server);
    private PgPool pool;
    private PgReader reader;

    @BeforeEach
    void open() throws ProblemException {
        pool = SomePools.through(proxy, server);
        reader = new PgReader(pool, CLOCK);
    }

    @AfterEach
    void close() {
        pool.close();
        proxy.close();
    }

    @Test
    void tenQuestionsTravelInOneRoundTrip() throws Exception {
        List<SomeQuery> ten =
                IntStream.range(0, 10)
                        .mapToObj(i -> SomeQuery.of("SELECT " + i).named("q" + i))
                        .toList();
        reader.ask(SomeQuery.of("SELECT 1"));
        int before = proxy.bursts();

        List<Answer<?>> answers = reader.ask(ten);

        assertEquals(1, proxy.bursts() - before);
        assertEquals(
                IntStream.range(0, 10)
                        .mapToObj(i -> new Answer.Got<>(List.of(Integer.toString(i)), NOON))
                        .toList(),
                answers);
    }

    @Test
    void everyLaterRefreshIsOneRoundTripToo() throws Exception {
        reader.ask(SomeQuery.of("SELECT 1"));
        int before = proxy.bursts();

        for (int i = 0; i < 20; i++) {
            reader.ask(SomeQuery.of("SELECT 1"));
        }

        assertEquals(20, proxy.bursts() - before);
        assertEquals(1, proxy.accepted());
    }

    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void aQuestionRunsUnderOurLimits(int major) throws Exception {
        try (PgPool own = SomePools.to(TestServer.of(major))) {
            List<String> limits =
                    new PgReader(own, CLOCK)
                            .ask(
                                    SomeQuery.of(
                                                    """
                                                    SELECT current_setting(s.name)
                                                      FROM unnest(ARRAY['statement_timeout',
                                                                        'lock_timeout',
                                                                        'idle_in_transaction_session_timeout',
                                                                        'application_name',
                                                                        'search_path',
                                                                        'jit',
                                                                        'transaction_read_only']) AS s (name)
                                                    """)
                                            .within(Duration.ofMillis(1_500)));

            assertEquals(
                    List.of(
                            "1500ms",
                            "200ms",
                            "10s",
                            "howdah/" + Version.current() + " some",
                            "pg_catalog",
                            "off",
                            "on"),
                    limits);
        }
    }

    @Test
    void nothingOfItStaysInTheSession() throws Exception {
        reader.ask(SomeQuery.of("SELECT 1").within(Duration.ofMillis(1_500)));

        try (Connection connection = pool.borrow();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery(
                                """
                                SELECT concat_ws(' ', current_setting('statement_timeout'),
                                                 current_setting('lock_timeout'),
                                                 current_setting('idle_in_transaction_session_timeout'),
                                                 current_setting('jit'),
                                                 current_setting('transaction_read_only'),
                                                 current_setting('application_name'))
                                """)) {
            row.next();
            assertEquals("0 0 0 on off howdah/" + Version.current(), row.getString(1));
        }
    }

    @Test
    void aWriteHiddenInAQuestionIsRefused() throws Exception {
        server.run("DROP TABLE IF EXISTS kept", "CREATE TABLE kept AS SELECT 1 AS id");
        SomeQuery hidden =
                SomeQuery.of("WITH gone AS (DELETE FROM public.kept RETURNING id) TABLE gone");

        Problem problem = assertThrows(ProblemException.class, () -> reader.ask(hidden)).problem();

        assertTrue(problem.detail().startsWith("25006 "), problem::detail);
        assertEquals("1", server.ask("SELECT count(*) FROM kept"));
        server.run("DROP TABLE kept");
    }

    @Test
    void oneFailingQuestionOfThreeCostsTheOthersNothing() {
        List<Answer<?>> answers =
                reader.ask(
                        List.of(
                                SomeQuery.of("SELECT 'first'"),
                                SomeQuery.of("SELECT * FROM no_such_view"),
                                SomeQuery.of("SELECT 'third'")));

        assertEquals(new Answer.Got<>(List.of("first"), NOON), answers.get(0));
        assertEquals(Kind.NOT_SUPPORTED, reasonOf(answers.get(1)).kind());
        assertEquals(new Answer.Got<>(List.of("third"), NOON), answers.get(2));
        assertEquals(1, proxy.accepted());
    }

    @Test
    void aDefectInOurOwnMappingFailsAlone() {
        List<Answer<?>> answers =
                reader.ask(List.of(SomeQuery.of("SELECT 'first'"), new Defective()));

        assertEquals(new Answer.Got<>(List.of("first"), NOON), answers.get(0));
        assertEquals(Kind.FAILED, reasonOf(answers.get(1)).kind());
    }

    @Test
    void aStatementThatTakesTooLongIsEndedByTheServer() {
        Answer<?> answer =
                reader.ask(
                                List.of(
                                        SomeQuery.of("SELECT pg_sleep(9)")
                                                .within(Duration.ofMillis(100))))
                        .getFirst();

        assertEquals(Kind.TIMED_OUT, reasonOf(answer).kind());
        assertEquals(1, pool.openSessions());
    }

    @Test
    void aQuestionDoesNotQueueBehindALock() throws Exception {
        server.run("DROP TABLE IF EXISTS held", "CREATE TABLE held (id int)");
        try (Connection holder = server.connect();
                Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("LOCK TABLE held IN ACCESS EXCLUSIVE MODE");

            List<Answer<?>> answers =
                    reader.ask(
                            List.of(
                                    SomeQuery.of("SELECT pg_relation_size('public.held')"),
                                    SomeQuery.of("SELECT 'other'")));

            assertEquals(Kind.LOCKED, reasonOf(answers.get(0)).kind());
            assertEquals(new Answer.Got<>(List.of("other"), NOON), answers.get(1));
            holder.rollback();
        }
        server.run("DROP TABLE held");
    }

    @Test
    void aMissingRightNamesTheGrantThatHelps() throws Exception {
        server.run("DROP ROLE IF EXISTS plain", "CREATE ROLE plain LOGIN PASSWORD 'plain'");
        PgTarget asPlain =
                PgTarget.of(server.host(), server.port(), "postgres", "plain", TlsMode.DISABLE);
        try (PgPool plain = SomePools.as(asPlain, "plain")) {
            Answer<?> answer =
                    new PgReader(plain, CLOCK)
                            .ask(List.of(SomeQuery.of("SELECT * FROM pg_ls_waldir()")))
                            .getFirst();

            Problem problem = reasonOf(answer);
            assertEquals(Kind.NOT_PERMITTED, problem.kind());
            assertTrue(problem.remedy().contains("GRANT pg_monitor TO \"plain\""));
        }
        server.run("DROP ROLE plain");
    }

    @Test
    void aSessionThatTheServerEndedCostsOneMoreTryAndNoQuestion() throws Exception {
        reader.ask(SomeQuery.of("SELECT 1"));
        server.run(
                "SELECT pg_terminate_backend(%d, 5000)"
                        .formatted(pool.ownPids().iterator().next()));

        assertEquals(List.of("again"), reader.ask(SomeQuery.of("SELECT 'again'")));
    }

    private static Problem reasonOf(Answer<?> answer) {
        return assertInstanceOf(Answer.Failed.class, answer).reason();
    }

    /** Its mapping has a defect. */
    private record Defective() implements Query<String> {
        @Override
        public String name() {
            return "defective";
        }

        @Override
        public Sql sql(ServerShape shape) {
            return Sql.of("SELECT 1");
        }

        @Override
        public String read(ResultSet rows, ServerShape shape, Instant takenAt) {
            throw new IllegalStateException("a defect");
        }
    }
}
