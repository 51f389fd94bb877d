package dev.howdah.pg.statements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** pg_stat_statements is read right in every version, as every role, and without its texts. */
class StatementsQueryTest {
    private static final String DATABASE = "statements_query";

    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void readsWhatAStatementDidOnEveryMajor(int major) throws Exception {
        try (Sample sample = new Sample(TestServer.of(major), "", "public");
                Reads reads = Reads.in(DATABASE, sample.server)) {
            sample.runThrice();

            StatementsSnapshot snapshot = reads.all();

            StatementsSnapshot.Row row = find(sample.alias, snapshot, reads);
            assertEquals(DATABASE, row.database());
            assertEquals(sample.server.user(), row.user());
            assertEquals(3, row.counters().get(StatementCounter.CALLS));
            assertEquals(3, row.counters().get(StatementCounter.ROWS));
            assertTrue(row.counters().get(StatementCounter.TOTAL_MS) > 0);
            assertTrue(row.key().topLevel());
            assertEquals(major >= 14, snapshot.origin().resetAt().isPresent());
            assertEquals(major >= 14, snapshot.origin().evictions().isPresent());
            assertEquals(major >= 17, row.since().isPresent());
            assertEquals(0, snapshot.all().hidden());
            assertEquals(snapshot.rows().size(), snapshot.all().statements());
            assertEquals(
                    sum(StatementCounter.CALLS, snapshot), snapshot.all().calls(), "all calls");
            assertEquals(sum(StatementCounter.TOTAL_MS, snapshot), snapshot.all().totalMs(), 1e-3);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.4", "1.7", "1.8", "1.9", "1.10", "1.11", "1.12"})
    void takesTheColumnsFromTheExtensionAndNotFromTheServer(String version) throws Exception {
        try (Sample sample = new Sample(TestServer.of(18), version, "public");
                Reads reads = Reads.in(DATABASE, sample.server)) {
            sample.runThrice();

            StatementsSnapshot snapshot = reads.all();

            assertEquals(counters(version), snapshot.counted());
            StatementsSnapshot.Row row = find(sample.alias, snapshot, reads);
            assertEquals(3, row.counters().get(StatementCounter.CALLS));
            assertTrue(row.counters().get(StatementCounter.TOTAL_MS) > 0);
        }
    }

    /** What each version of the extension added, for the counters we know. */
    private static Set<StatementCounter> counters(String version) {
        int minor = Integer.parseInt(version.substring(2));
        Set<StatementCounter> counters = EnumSet.allOf(StatementCounter.class);
        counters.removeIf(counter ->
                minor
                        < switch (counter) {
                            case PLANS,
                                    PLAN_MS,
                                    PLAN_MIN_MS,
                                    PLAN_MAX_MS,
                                    WAL_BYTES,
                                    WAL_RECORDS,
                                    WAL_PAGE_IMAGES ->
                                    8;
                            case TEMP_READ_MS,
                                    TEMP_WRITE_MS,
                                    JIT_FUNCTIONS,
                                    JIT_GENERATION_MS,
                                    JIT_INLINING_MS,
                                    JIT_OPTIMIZATION_MS,
                                    JIT_EMISSION_MS ->
                                    10;
                            case LOCAL_READ_MS, LOCAL_WRITE_MS, JIT_DEFORM_MS -> 11;
                            case WORKERS_PLANNED, WORKERS_LAUNCHED, WAL_BUFFERS_FULL -> 12;
                            default -> 0;
                        });
        return counters;
    }

    @Test
    void findsTheExtensionInASchemaOfAnyName() throws Exception {
        try (Sample sample = new Sample(TestServer.newest(), "", "Mon \"itor");
                Reads reads = Reads.in(DATABASE, sample.server)) {
            sample.runThrice();

            StatementsSnapshot snapshot = reads.all();

            assertEquals(
                    3, find(sample.alias, snapshot, reads).counters().get(StatementCounter.CALLS));
            assertTrue(snapshot.origin().resetAt().isPresent());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void addsUpWhatIsBelowTheCut(int major) throws Exception {
        try (Sample sample = new Sample(TestServer.of(major), "", "public");
                Reads reads = Reads.in(DATABASE, sample.server)) {
            sample.runThrice();
            StatementsSnapshot whole = reads.all();
            StatementsCut cut =
                    new StatementsCut(
                            Map.of(
                                    StatementCounter.CALLS, 3.0,
                                    StatementCounter.TOTAL_MS, 1e9,
                                    StatementCounter.WAL_BYTES, 1e15));

            StatementsSnapshot heavy = reads.ask(new StatementsQuery(cut));

            assertEquals(cut, heavy.cut());
            assertTrue(heavy.rows().size() < whole.rows().size());
            assertTrue(heavy.rows().stream().allMatch(row -> cut.reads(row.counters())));
            find(sample.alias, heavy, reads);
            assertTrue(heavy.all().statements() >= whole.all().statements());
            assertTrue(heavy.all().calls() > whole.all().calls(), "our own reading ran meanwhile");
        }
    }

    @Test
    void saysHowManyStatementsOfOthersAreHiddenFromAPlainRole() throws Exception {
        try (Sample sample = new Sample(TestServer.newest(), "", "public")) {
            sample.runThrice();
            sample.server.run(
                    "CREATE ROLE statements_plain LOGIN PASSWORD 'x'",
                    "CREATE ROLE statements_monitor LOGIN PASSWORD 'x' IN ROLE pg_monitor");
            try (Reads plain = Reads.as("statements_plain", "x", DATABASE, sample.server);
                    Reads monitor = Reads.as("statements_monitor", "x", DATABASE, sample.server)) {
                StatementsSnapshot ofPlain = plain.all();
                StatementsSnapshot ofMonitor = monitor.all();

                assertTrue(
                        ofPlain.rows().stream()
                                .allMatch(row -> row.user().equals("statements_plain")));
                assertEquals(
                        ofPlain.all().statements(), ofPlain.rows().size() + ofPlain.all().hidden());
                assertTrue(ofPlain.all().hidden() > 0);
                assertEquals(0, ofMonitor.all().hidden());
                find(sample.alias, ofMonitor, monitor);
            } finally {
                sample.server.run("DROP ROLE statements_plain", "DROP ROLE statements_monitor");
            }
        }
    }

    @Test
    void refusesToAskWhereTheExtensionIsNotCreated() throws Exception {
        TestServer server = TestServer.newest();
        server.run(
                "DROP DATABASE IF EXISTS statements_absent", "CREATE DATABASE statements_absent");
        try (Reads reads = Reads.in("statements_absent", server)) {
            Problem problem = assertThrows(ProblemException.class, reads::all).problem();

            assertEquals(
                    Problem.of(
                            Problem.Kind.NOT_SUPPORTED,
                            "The extension pg_stat_statements is not created in the database"
                                    + " statements_absent.",
                            "Create it, or connect to the database that has it."),
                    problem);
        } finally {
            server.run("DROP DATABASE statements_absent WITH (FORCE)");
        }
    }

    private static double sum(StatementCounter counter, StatementsSnapshot snapshot) {
        return snapshot.rows().stream().mapToDouble(row -> row.counters().get(counter)).sum();
    }

    private static StatementsSnapshot.Row find(
            String alias, StatementsSnapshot snapshot, Reads reads) throws ProblemException {
        List<StatementsSnapshot.Row> found = new ArrayList<>();
        for (StatementsSnapshot.Row row : snapshot.rows()) {
            if (row.database().equals(DATABASE)
                    && row.counters().get(StatementCounter.CALLS) == 3
                    && reads.text(row.key()).filter(text -> text.contains(alias)).isPresent()) {
                found.add(row);
            }
        }
        assertEquals(1, found.size(), alias);
        return found.getFirst();
    }

    /** A database with the extension, and a statement that ran three times in it. */
    private static final class Sample implements AutoCloseable {
        private static int count;

        private final TestServer server;
        private final String alias = "sample_" + ++count;

        /** An empty version means the newest. */
        Sample(TestServer server, String version, String schema) throws SQLException {
            this.server = server;
            String quoted = "\"" + schema.replace("\"", "\"\"") + "\"";
            server.run(
                    "DROP DATABASE IF EXISTS " + DATABASE + " WITH (FORCE)",
                    "CREATE DATABASE " + DATABASE);
            server.runIn(
                    DATABASE,
                    "CREATE SCHEMA IF NOT EXISTS " + quoted,
                    "CREATE EXTENSION pg_stat_statements SCHEMA "
                            + quoted
                            + (version.isEmpty() ? "" : " VERSION '" + version + "'"));
        }

        void runThrice() throws SQLException {
            try (Connection connection = server.connect(DATABASE);
                    Statement statement = connection.createStatement()) {
                for (int i = 0; i < 3; i++) {
                    statement
                            .executeQuery(
                                    "SELECT count(*) AS "
                                            + alias
                                            + " FROM generate_series(1, 1000) AS made(n)")
                            .close();
                }
            }
        }

        @Override
        public void close() throws SQLException {
            server.run("DROP DATABASE " + DATABASE + " WITH (FORCE)");
        }
    }
}
