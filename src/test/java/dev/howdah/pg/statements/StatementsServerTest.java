package dev.howdah.pg.statements;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.pg.statements.extension.StatementsExtension;
import dev.howdah.pg.statements.extension.StatementsFacts;
import dev.howdah.pg.statements.extension.StatementsFacts.Installed;
import dev.howdah.pg.statements.extension.StatementsFactsQuery;
import dev.howdah.pg.statements.interval.StatementsHistory;
import dev.howdah.pg.statements.interval.StatementsInterval;
import dev.howdah.pg.statements.interval.StatementsRange;
import dev.howdah.pg.statements.text.StatementText;
import dev.howdah.pg.statements.text.StatementTextsQuery;
import dev.howdah.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers whose statistics are reset, full, missing or new while the console looks. */
class StatementsServerTest {
    private static final ChangeTarget TARGET = new ChangeTarget("test", Environment.LAB, false);

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void neverCountsBackwardsWhenStatisticsAreReset(int major) throws Exception {
        try (TestServer server = TestServer.start(major, Map.of());
                Reads reads = with(server)) {
            runMany(server, 30);
            StatementsHistory history = new StatementsHistory();
            history.add(reads.all());

            server.run("SELECT pg_stat_statements_reset()");
            runMany(server, 5);
            assertTrue(history.add(reads.all()));

            StatementsInterval totals = history.interval(StatementsRange.TOTALS).orElseThrow();
            assertTrue(totals.rows().stream().allMatch(StatementsServerTest::isSound));
            assertEquals(Optional.empty(), history.interval(StatementsRange.SINCE_OPENING));
        }
    }

    @Test
    void keepsItsIntervalsWhenTheServerRestartsCleanly() throws Exception {
        try (TestServer server = TestServer.start(18, Map.of());
                Reads reads = with(server)) {
            runMany(server, 10);
            StatementsHistory history = new StatementsHistory();
            history.add(reads.all());

            server.restart();
            reads.pool().lookAgain();
            runMany(server, 10);

            assertFalse(history.add(reads.all()));
        }
    }

    @Test
    void noticesEvictions() throws Exception {
        try (TestServer server =
                        TestServer.start(
                                18,
                                Map.of(
                                        "pg_stat_statements.max", "100",
                                        "pg_stat_statements.save", "off"));
                Reads reads = with(server)) {
            StatementsSnapshot before = reads.all();
            runMany(server, 300);
            StatementsSnapshot after = reads.all();

            assertEquals(OptionalLong.of(0), before.origin().evictions());
            assertTrue(after.origin().evictions().orElse(0) > 0);
            assertTrue(after.all().statements() <= 100);
            StatementsHistory history = new StatementsHistory();
            history.add(before);
            assertFalse(history.add(after));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void knowsWhatIsLoadedCreatedAndNewer(int major) throws Exception {
        TestServer server = TestServer.of(major);
        server.run("DROP DATABASE IF EXISTS facts WITH (FORCE)", "CREATE DATABASE facts");
        try (Reads reads = Reads.in("facts", server)) {
            StatementsFacts absent = reads.ask(new StatementsFactsQuery());
            assertTrue(absent.loaded());
            assertEquals(Optional.empty(), absent.installed());
            assertEquals("all", absent.settings().track());
            assertEquals(5_000, absent.settings().maxStatements());
            assertEquals(8_192, absent.settings().blockBytes());
            assertTrue(absent.settings().computesIds());

            server.runIn("facts", "CREATE EXTENSION pg_stat_statements VERSION '1.7'");
            StatementsFacts old = reads.ask(new StatementsFactsQuery());
            assertEquals(Optional.of(new Installed("1.7", "public", true)), old.installed());
            assertTrue(old.isOutdated());

            run(extension(reads).update("1.7", old.available().orElseThrow()));
            assertFalse(reads.ask(new StatementsFactsQuery()).isOutdated());
        } finally {
            server.run("DROP DATABASE facts WITH (FORCE)");
        }
    }

    @Test
    void createsTheExtensionAndTakesItBack() throws Exception {
        TestServer server = TestServer.newest();
        server.run("DROP DATABASE IF EXISTS created WITH (FORCE)", "CREATE DATABASE created");
        try (Reads reads = Reads.in("created", server)) {
            Change create = extension(reads).create(true);
            assertEquals("CREATE EXTENSION pg_stat_statements;", create.preview());

            assertEquals(
                    ChangeOutcome.done("The extension pg_stat_statements is in the database test."),
                    run(create));
            reads.pool().lookAgain();
            assertFalse(reads.all().rows().isEmpty());
            Change drop = create.wayBack().orElseThrow().get();
            run(drop);
            assertEquals(Optional.empty(), reads.ask(new StatementsFactsQuery()).installed());
            server.runIn("created", "CREATE EXTENSION pg_stat_statements");
            assertThrows(ProblemException.class, () -> drop.action().run(), "it is another one");
        } finally {
            server.run("DROP DATABASE created WITH (FORCE)");
        }
    }

    @Test
    void seesThatTheLibraryWasNotLoadedBeforeTheServerHasToSayIt() throws Exception {
        try (TestServer server =
                        TestServer.start(18, Map.of("shared_preload_libraries", "auto_explain"));
                Reads reads = with(server)) {
            StatementsFacts facts = reads.ask(new StatementsFactsQuery());

            assertFalse(facts.loaded());
            assertEquals(
                    "ALTER SYSTEM SET shared_preload_libraries = 'auto_explain',"
                            + " 'pg_stat_statements';",
                    facts.preloadSql());
            Problem problem = assertThrows(ProblemException.class, reads::all).problem();
            assertEquals(Problem.Kind.NOT_SUPPORTED, problem.kind());
            assertTrue(problem.detail().startsWith("55000"), problem.detail());

            server.run(facts.preloadSql().replace(";", ""));
        }
    }

    @Test
    void doesNotProposeToReplaceLibrariesThatItMayNotSee() throws Exception {
        TestServer server = TestServer.newest();
        server.run("CREATE ROLE facts_plain LOGIN PASSWORD 'x'");
        server.run(
                "DROP DATABASE IF EXISTS hidden_schema WITH (FORCE)",
                "CREATE DATABASE hidden_schema");
        server.runIn(
                "hidden_schema",
                "CREATE SCHEMA \"Mon\"",
                "CREATE EXTENSION pg_stat_statements SCHEMA \"Mon\"");
        try (Reads reads = Reads.as("facts_plain", "x", "hidden_schema", server)) {
            StatementsFacts facts = reads.ask(new StatementsFactsQuery());

            assertTrue(facts.loaded(), "visible to everybody");
            assertEquals("", facts.preloadSql());
            assertEquals(Optional.of(false), facts.installed().map(Installed::usable));
            assertEquals(
                    "GRANT USAGE ON SCHEMA \"Mon\" TO \"facts_plain\";",
                    facts.usageSql("facts_plain"));
        } finally {
            server.run("DROP DATABASE hidden_schema WITH (FORCE)", "DROP ROLE facts_plain");
        }
    }

    @Test
    void readsLongAndForeignTextsAndLeavesTheRestOnTheServer() throws Exception {
        try (TestServer server = TestServer.start(18, Map.of());
                Reads reads = with(server)) {
            String filler = "x".repeat(30_000);
            server.run("SELECT 1 % 2 AS \"é😀\" /* " + filler + " */");
            StatementKey key = beginning("SELECT $1 % $2 AS \"", reads);

            StatementText preview = text(reads, key, StatementTextsQuery.PREVIEW_CHARACTERS);
            StatementText whole = text(reads, key, StatementTextsQuery.WHOLE_CHARACTERS);

            assertTrue(preview.text().startsWith("SELECT $1 % $2 AS \"é😀\" /* x"), preview.text());
            assertEquals(1_000, preview.text().codePointCount(0, preview.text().length()));
            assertTrue(preview.wouldGrow(20_000));
            assertTrue(whole.isCut());
            assertFalse(whole.wouldGrow(20_000));
            assertTrue(whole.wholeLength() > 30_000);
        }
    }

    private static StatementKey beginning(String text, Reads reads) throws ProblemException {
        List<Long> ids = reads.all().rows().stream().map(row -> row.key().queryId()).toList();
        return reads.ask(new StatementTextsQuery(ids, 20)).texts().entrySet().stream()
                .filter(entry -> entry.getValue().text().startsWith(text))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    private static StatementText text(Reads reads, StatementKey key, int characters)
            throws ProblemException {
        return java.util.Objects.requireNonNull(
                reads.ask(new StatementTextsQuery(List.of(key.queryId()), characters))
                        .texts()
                        .get(key));
    }

    private static boolean isSound(StatementsInterval.Row row) {
        for (StatementCounter counter : StatementCounter.values()) {
            if (row.added(counter) < 0) {
                return false;
            }
        }
        return true;
    }

    /** To a server of one's own, with the extension in the database postgres. */
    private static Reads with(TestServer server) throws SQLException, ProblemException {
        server.run("CREATE EXTENSION pg_stat_statements");
        return Reads.in("postgres", server);
    }

    /** Each has another list of operators, so that each is an entry of its own. */
    private static void runMany(TestServer server, int statements) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < statements; i++) {
                StringBuilder sql = new StringBuilder("SELECT 1");
                for (int bit = 0; bit < 9; bit++) {
                    sql.append((i >> bit & 1) == 0 ? " + 1" : " * 2");
                }
                statement.execute(sql.toString());
            }
        }
    }

    private static StatementsExtension extension(Reads reads) {
        return new StatementsExtension(TARGET, "test", reads.writer());
    }

    private static ChangeOutcome run(Change change) throws ProblemException {
        return change.action().run();
    }
}
