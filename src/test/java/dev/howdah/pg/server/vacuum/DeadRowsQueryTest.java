package dev.howdah.pg.server.vacuum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.ProblemException;
import dev.howdah.pg.server.vacuum.DeadRowsSnapshot.TableRow;
import dev.howdah.testing.Await;
import dev.howdah.testing.TestServer;
import dev.howdah.testing.Visitor;
import dev.howdah.testing.Visitor.Rights;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which tables have the most dead rows. */
class DeadRowsQueryTest {

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
