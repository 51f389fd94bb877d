package dev.howdah.pg.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.pg.Query;
import dev.howdah.pg.server.objects.InvalidIndexesQuery;
import dev.howdah.pg.server.objects.SequencesQuery;
import dev.howdah.pg.server.objects.SequencesSnapshot;
import dev.howdah.pg.server.objects.SequencesSnapshot.SequenceRow;
import dev.howdah.pg.server.objects.VectorIndexesQuery;
import dev.howdah.pg.server.replication.ReplicationQuery;
import dev.howdah.pg.server.sizes.SchemasQuery;
import dev.howdah.pg.server.sizes.SchemasSnapshot;
import dev.howdah.pg.server.sizes.SchemasSnapshot.SchemaRow;
import dev.howdah.pg.server.sizes.SizesQuery;
import dev.howdah.pg.server.vacuum.DeadRowsQuery;
import dev.howdah.pg.server.vacuum.HorizonQuery;
import dev.howdah.pg.server.vacuum.WraparoundQuery;
import dev.howdah.pg.server.vitals.VitalsQuery;
import dev.howdah.testing.Await;
import dev.howdah.testing.TestServer;
import dev.howdah.testing.Visitor;
import dev.howdah.testing.Visitor.Rights;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing we ask about a server queues behind the locks of others, held or waited for. */
class LockedTablesTest {

    private static final List<Query<?>> SLOW_LANE =
            List.of(
                    new DeadRowsQuery(),
                    new HealthFactsQuery(),
                    new HorizonQuery(),
                    new InvalidIndexesQuery(),
                    new ReplicationQuery(),
                    new SchemasQuery(false),
                    new SchemasQuery(true),
                    new SequencesQuery(),
                    new ServerFactsQuery(),
                    new SizesQuery(),
                    new VectorIndexesQuery(List.of("gin")),
                    new VitalsQuery(),
                    new WraparoundQuery());

    /**
     * A dropped table whose transaction is open (with its sequence, index and TOAST), and one that
     * is read by somebody while somebody else waits to alter it.
     */
    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void everyQueryAnswersAtOnceAndLeavesOutWhatIsLocked(int major) throws Exception {
        TestServer server = TestServer.of(major);
        makeTables(server);
        try (Connection dropper = transaction(server, "DROP TABLE locks.dropped");
                Connection reader = transaction(server, "SELECT * FROM locks.altered");
                Connection alterer = server.connect()) {
            CompletableFuture<Void> altering = alter(alterer);
            Await.until("the ALTER TABLE waits", () -> isWaiting(server));

            for (Rights rights : Rights.values()) {
                try (Visitor visitor = Visitor.with(rights, server)) {
                    for (Query<?> query : SLOW_LANE) {
                        // one that queued would be refused after lock_timeout
                        visitor.ask(query);
                    }
                }
            }
            leavesOutTheLocked(server);

            dropper.rollback();
            reader.rollback();
            altering.join();
        } finally {
            server.run("DROP SCHEMA locks CASCADE");
        }
    }

    private static void makeTables(TestServer server) throws SQLException {
        server.run(
                "CREATE SCHEMA locks",
                "CREATE TABLE locks.dropped (id serial PRIMARY KEY, t text)",
                "CREATE TABLE locks.altered (id serial PRIMARY KEY, t text)",
                "CREATE TABLE locks.free (id serial PRIMARY KEY, t text)",
                "INSERT INTO locks.free (t) SELECT 'x' FROM generate_series(1, 1000)",
                "INSERT INTO locks.dropped (t) SELECT 'x' FROM generate_series(1, 1000)",
                "INSERT INTO locks.altered (t) SELECT 'x' FROM generate_series(1, 1000)",
                "VACUUM ANALYZE locks.free, locks.dropped, locks.altered");
    }

    private static Connection transaction(TestServer server, String sql) throws SQLException {
        Connection connection = server.connect();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return connection;
    }

    private static CompletableFuture<Void> alter(Connection connection) {
        return CompletableFuture.runAsync(() -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("ALTER TABLE locks.altered ADD COLUMN more int");
            } catch (SQLException e) {
                throw new CompletionException(e);
            }
        });
    }

    private static boolean isWaiting(TestServer server) throws SQLException {
        return server.ask("SELECT count(*) FROM pg_locks WHERE NOT granted").equals("1");
    }

    private static void leavesOutTheLocked(TestServer server) throws Exception {
        try (Visitor visitor = Visitor.with(Rights.SUPERUSER, server)) {
            SchemaRow estimated = locks(visitor.ask(new SchemasQuery(false)));
            SchemaRow measured = locks(visitor.ask(new SchemasQuery(true)));
            SequencesSnapshot sequences = visitor.ask(new SequencesQuery());

            assertEquals(3, estimated.tables());
            assertEquals(3_000, estimated.rows());
            assertEquals(0, estimated.unknownTables());
            assertTrue(measured.unknownTables() >= 2, measured::toString);
            assertTrue(measured.bytes() < estimated.bytes());
            assertEquals(
                    List.of("altered_id_seq", "free_id_seq"),
                    sequences.sequences().stream()
                            .filter(sequence -> sequence.schema().equals("locks"))
                            .map(SequenceRow::name)
                            .sorted()
                            .toList());
            assertEquals(sequences.candidates() - 1, sequences.looked());
        }
    }

    private static SchemaRow locks(SchemasSnapshot snapshot) {
        return snapshot.schemas().stream()
                .filter(schema -> schema.name().equals("locks"))
                .findFirst()
                .orElseThrow();
    }
}
