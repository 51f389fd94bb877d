package dev.howdah.pg.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.ProblemException;
import dev.howdah.pg.server.DeadRowsSnapshot.TableRow;
import dev.howdah.pg.server.InvalidIndexesSnapshot.IndexRow;
import dev.howdah.pg.server.SequencesSnapshot.SequenceRow;
import dev.howdah.testing.Await;
import dev.howdah.testing.TestServer;
import dev.howdah.testing.Visitor;
import dev.howdah.testing.Visitor.Rights;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.PGConnection;

/** Facts about the objects of one database that the rules judge. */
class CatalogHealthQueriesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void sequencesAreJudgedByTheirColumnToo(int major) throws Exception {
        TestServer server = TestServer.of(major);
        server.run(
                "CREATE SCHEMA seqs",
                "CREATE TABLE seqs.items (id serial, small smallint, wide bigserial)",
                "SELECT setval('seqs.items_id_seq', 1932735283)",
                "CREATE SEQUENCE seqs.outlived AS bigint OWNED BY seqs.items.small",
                "SELECT setval('seqs.outlived', 32767)",
                "CREATE SEQUENCE seqs.down INCREMENT -1 MINVALUE -100 MAXVALUE -1",
                "SELECT setval('seqs.down', -50)",
                "CREATE SEQUENCE seqs.fresh AS integer",
                "CREATE SEQUENCE seqs.round MAXVALUE 10 CYCLE");
        try (Visitor superuser = Visitor.with(Rights.SUPERUSER, server);
                Visitor plain = Visitor.with(Rights.PLAIN, server)) {
            SequencesSnapshot seen = superuser.ask(new SequencesQuery());
            SequencesSnapshot hidden = plain.ask(new SequencesQuery());

            assertEquals(
                    List.of(
                            sequence("outlived", "items.small", 32_767, 32_767, 100),
                            sequence(
                                    "items_id_seq",
                                    "items.id",
                                    1_932_735_283,
                                    Integer.MAX_VALUE,
                                    90),
                            sequence("down", "", -50, -100, 49),
                            sequence("fresh", "", 1, Integer.MAX_VALUE, 0)),
                    seen.sequences().stream()
                            .filter(sequence -> sequence.schema().equals("seqs"))
                            .map(CatalogHealthQueriesTest::rounded)
                            .toList());
            assertEquals(seen.candidates(), seen.looked());
            assertEquals(
                    new SequencesSnapshot(seen.candidates(), seen.candidates(), 0, List.of()),
                    hidden);
        } finally {
            server.run("DROP SCHEMA seqs CASCADE");
        }
    }

    private static SequenceRow sequence(
            String name, String column, long lastValue, long limit, double usedPct) {
        return new SequenceRow("seqs", name, column, lastValue, limit, usedPct);
    }

    private static SequenceRow rounded(SequenceRow row) {
        return new SequenceRow(
                row.schema(),
                row.name(),
                row.column(),
                row.lastValue(),
                row.limit(),
                Math.rint(row.usedPct()));
    }

    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void anIndexThatIsBeingBuiltIsNotInvalidOneThatFailedIs(int major) throws Exception {
        TestServer server = TestServer.of(major);
        server.run(
                "CREATE SCHEMA indexes",
                "CREATE TABLE indexes.items (sku int)",
                "INSERT INTO indexes.items VALUES (1), (1)");
        try (Visitor visitor = Visitor.with(Rights.PLAIN, server);
                Connection writer = server.connect();
                Connection builder = server.connect();
                Statement writing = writer.createStatement();
                Statement building = builder.createStatement()) {
            writer.setAutoCommit(false);
            writing.execute("INSERT INTO indexes.items VALUES (2)");
            String create = "CREATE UNIQUE INDEX CONCURRENTLY items_sku ON indexes.items (sku)";
            CompletableFuture<SQLException> build = failing(building, create);
            long pid = builder.unwrap(PGConnection.class).getBackendPID();
            Await.until("the build waits for the writer", PATIENCE, () -> waits(server, pid));

            assertEquals(List.of(), visitor.ask(new InvalidIndexesQuery()).indexes());

            writer.commit();
            assertEquals("23505", build.get().getSQLState());
            List<IndexRow> left = visitor.ask(new InvalidIndexesQuery()).indexes();
            assertEquals(
                    List.of(
                            new IndexRow(
                                    "indexes",
                                    "items",
                                    "items_sku",
                                    left.getFirst().estimatedBytes())),
                    left);
        } finally {
            server.run("DROP SCHEMA indexes CASCADE");
        }
    }

    private static CompletableFuture<SQLException> failing(Statement statement, String sql) {
        return CompletableFuture.supplyAsync(
                () -> assertThrows(SQLException.class, () -> statement.execute(sql)));
    }

    private static boolean waits(TestServer server, long pid) throws SQLException {
        return !server.ask("SELECT cardinality(pg_blocking_pids(" + pid + "))").equals("0");
    }

    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void deadRowsComeWithTheNumberAtWhichAutovacuumWould(int major) throws Exception {
        TestServer server = TestServer.of(major);
        server.run(
                "CREATE SCHEMA dead",
                "CREATE TABLE dead.usual (n int)",
                "CREATE TABLE dead.own (n int)"
                        + " WITH (autovacuum_enabled = off, autovacuum_vacuum_threshold = 7,"
                        + " autovacuum_vacuum_scale_factor = 0.5)",
                "INSERT INTO dead.usual SELECT generate_series(1, 1000)",
                "INSERT INTO dead.own SELECT generate_series(1, 1000)");
        Await.until(
                "the inserts are counted",
                PATIENCE,
                () ->
                        server.ask(
                                        "SELECT sum(n_live_tup) FROM pg_stat_user_tables"
                                                + " WHERE schemaname = 'dead'")
                                .equals("2000"));
        server.run(
                "ANALYZE dead.usual, dead.own",
                "DELETE FROM dead.usual WHERE n <= 200",
                "DELETE FROM dead.own WHERE n <= 400");
        try (Visitor visitor = Visitor.with(Rights.PLAIN, server)) {
            Await.until(
                    "the counters have arrived",
                    PATIENCE,
                    () -> dead(visitor).stream().mapToLong(TableRow::deadRows).sum() == 600);

            List<TableRow> tables = dead(visitor);
            assertEquals(
                    List.of(
                            new TableRow(
                                    "dead",
                                    "own",
                                    600,
                                    400,
                                    507,
                                    true,
                                    Optional.empty(),
                                    tables.get(0).lastAnalyze()),
                            new TableRow(
                                    "dead",
                                    "usual",
                                    800,
                                    200,
                                    250,
                                    false,
                                    Optional.empty(),
                                    tables.get(1).lastAnalyze())),
                    tables);
            assertEquals(40, tables.getFirst().deadPct());
            assertTrue(tables.getFirst().lastAnalyze().isPresent());

            server.run("VACUUM dead.own");
            Await.until(
                    "the vacuum is counted",
                    PATIENCE,
                    () -> dead(visitor).stream().noneMatch(table -> table.name().equals("own")));
        } finally {
            server.run("DROP SCHEMA dead CASCADE");
        }
    }

    private static List<TableRow> dead(Visitor visitor) throws ProblemException {
        return visitor.ask(new DeadRowsQuery()).tables().stream()
                .filter(table -> table.schema().equals("dead"))
                .toList();
    }
}
