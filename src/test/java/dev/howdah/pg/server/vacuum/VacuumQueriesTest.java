package dev.howdah.pg.server.vacuum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.pg.server.vacuum.HorizonSnapshot.HolderRow;
import dev.howdah.pg.server.vacuum.HorizonSnapshot.Kind;
import dev.howdah.pg.server.vacuum.HorizonSnapshot.PreparedRow;
import dev.howdah.pg.server.vacuum.WraparoundSnapshot.DatabaseAgeRow;
import dev.howdah.testing.TestServer;
import dev.howdah.testing.Visitor;
import dev.howdah.testing.Visitor.Rights;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;

/** How far freezing is, and what keeps rows from being removed. */
class VacuumQueriesTest {
    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void agesAreSeenByEverybody(int major) throws Exception {
        TestServer server = TestServer.of(major);
        try (Visitor visitor = Visitor.with(Rights.PLAIN, server)) {
            WraparoundSnapshot snapshot = visitor.ask(new WraparoundQuery());
            long age =
                    Long.parseLong(
                            server.ask(
                                    "SELECT age(datfrozenxid) FROM pg_database"
                                            + " WHERE datname = 'postgres'"));

            assertEquals(
                    List.of(200_000_000L, 400_000_000L),
                    List.of(snapshot.freezeMaxAge(), snapshot.multixactFreezeMaxAge()));
            DatabaseAgeRow postgres =
                    snapshot.databases().stream()
                            .filter(database -> database.name().equals("postgres"))
                            .findFirst()
                            .orElseThrow();
            assertTrue(age > 0 && postgres.xidAge() <= age && postgres.xidAge() > age - 50);
            assertTrue(postgres.multixactAge() < 50);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 15, 18})
    void findsWhoHoldsTheHorizon(int major) throws Exception {
        try (TestServer server =
                        TestServer.start(
                                major,
                                Map.of("max_prepared_transactions", "5", "wal_level", "logical"));
                Connection reader = server.connect();
                Statement reading = reader.createStatement();
                Visitor monitor = Visitor.with(Rights.MONITOR, server);
                Visitor plain = Visitor.with(Rights.PLAIN, server)) {
            assertEquals(
                    List.of(),
                    monitor.ask(new HorizonQuery()).holders().stream()
                            .filter(holder -> holder.kind() != Kind.SESSION)
                            .toList());
            reader.setAutoCommit(false);
            reader.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            reading.execute("SELECT count(*) FROM pg_class");
            prepare(server, "CREATE TABLE prepared (n int)", "order-4711");
            for (int i = 0; i < 20; i++) {
                server.run("SELECT txid_current()");
            }

            HorizonSnapshot seen = monitor.ask(new HorizonQuery());
            HorizonSnapshot hidden = plain.ask(new HorizonQuery());

            long pid = reader.unwrap(PGConnection.class).getBackendPID();
            assertEquals(
                    List.of(
                            "SESSION howdah test (pid " + pid + ")",
                            "PREPARED_TRANSACTION order-4711"),
                    seen.holders().stream().map(VacuumQueriesTest::kindAndName).toList());
            assertTrue(seen.holders().stream().allMatch(holder -> holder.xminAge() >= 20));
            assertTrue(seen.holders().stream().allMatch(holder -> holder.since().isPresent()));
            PreparedRow prepared = seen.preparedTransactions().getFirst();
            assertEquals(
                    List.of(
                            new PreparedRow(
                                    "order-4711", "postgres", "postgres", prepared.preparedAt())),
                    seen.preparedTransactions());
            assertEquals(
                    seen.holders().stream().map(VacuumQueriesTest::kindAndName).toList(),
                    hidden.holders().stream().map(VacuumQueriesTest::kindAndName).toList(),
                    "horizons are no secret");
            assertTrue(hidden.holders().getFirst().since().isEmpty());

            reader.rollback();
            server.run("ROLLBACK PREPARED 'order-4711'");
        }
    }

    private static void prepare(TestServer server, String sql, String gid) throws Exception {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            statement.execute("PREPARE TRANSACTION '" + gid + "'");
        }
    }

    private static String kindAndName(HolderRow holder) {
        return holder.kind() + " " + holder.name();
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void aSlotHoldsTheHorizonOfTheCatalog(int major) throws Exception {
        try (TestServer server = TestServer.start(major, Map.of("wal_level", "logical"));
                Visitor visitor = Visitor.with(Rights.PLAIN, server)) {
            server.run(
                    "SELECT pg_create_logical_replication_slot('audit', 'pgoutput')",
                    "CREATE TABLE later (n int)");

            List<HolderRow> slots =
                    visitor.ask(new HorizonQuery()).holders().stream()
                            .filter(holder -> holder.kind() == Kind.SLOT)
                            .toList();

            assertEquals(
                    List.of("SLOT audit"),
                    slots.stream().map(VacuumQueriesTest::kindAndName).toList());
            assertTrue(slots.getFirst().since().isEmpty());
        }
    }
}
