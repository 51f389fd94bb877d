package dev.howdah.pg.server.objects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.pg.server.objects.InvalidIndexesSnapshot.IndexRow;
import dev.howdah.pg.server.objects.SequencesSnapshot.SequenceRow;
import dev.howdah.testing.Await;
import dev.howdah.testing.TestServer;
import dev.howdah.testing.Visitor;
import dev.howdah.testing.Visitor.Rights;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.postgresql.PGConnection;

/** Facts about the objects of one database. */
class ObjectQueriesTest {

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
                            .map(ObjectQueriesTest::rounded)
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
            Await.until("the build waits for the writer", () -> waits(server, pid));

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
    void findsIndexesByTheirAccessMethod(int major) throws Exception {
        TestServer server = TestServer.of(major);
        server.run(
                "CREATE SCHEMA vectors",
                "CREATE TABLE vectors.items (id int, tags int[])",
                "INSERT INTO vectors.items SELECT n, ARRAY[n] FROM generate_series(1, 100) n",
                "CREATE INDEX items_tags ON vectors.items USING gin (tags)"
                        + " WITH (fastupdate = off)");
        try (Visitor visitor = Visitor.with(Rights.PLAIN, server)) {
            VectorIndexesSnapshot none = visitor.ask(new VectorIndexesQuery());
            VectorIndexesSnapshot gin = visitor.ask(new VectorIndexesQuery(List.of("gin")));

            assertEquals(List.of(), none.indexes());
            assertTrue(none.extensionVersion().isEmpty());
            VectorIndexesSnapshot.IndexRow index = gin.indexes().getFirst();
            assertEquals(
                    List.of(
                            new VectorIndexesSnapshot.IndexRow(
                                    "vectors",
                                    "items",
                                    "items_tags",
                                    "gin",
                                    "array_ops",
                                    "fastupdate=off",
                                    true,
                                    index.estimatedBytes(),
                                    100)),
                    gin.indexes());
            assertTrue(index.estimatedBytes() > 0);
        } finally {
            server.run("DROP SCHEMA vectors CASCADE");
        }
    }
}
