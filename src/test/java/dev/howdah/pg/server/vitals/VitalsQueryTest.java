package dev.howdah.pg.server.vitals;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.pg.server.vitals.VitalsSnapshot.DatabaseCounters;
import dev.howdah.testing.Await;
import dev.howdah.testing.TestServer;
import dev.howdah.testing.Visitor;
import dev.howdah.testing.Visitor.Rights;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Counters and gauges of real servers. */
class VitalsQueryTest {
    private static final VitalsQuery VITALS = new VitalsQuery();

    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void sumsUpWhatHappenedBetweenTwoLooks(int major) throws Exception {
        TestServer server = TestServer.of(major);
        try (Visitor visitor = Visitor.with(Rights.PLAIN, server)) {
            server.run("CREATE TABLE vitals_written (n int)", "CREATE DATABASE vitals_other");
            VitalsSnapshot before = visitor.ask(VITALS);

            server.run("INSERT INTO vitals_written SELECT generate_series(1, 1000)");
            server.runIn(
                    "vitals_other",
                    "CREATE TABLE written AS SELECT generate_series(1, 500) n",
                    "SELECT count(*) FROM written",
                    "CHECKPOINT");
            sortToDiskAndRollBack(server);

            VitalsInterval did =
                    Await.seen(
                                    "the counters have arrived",
                                    () -> since(before, visitor),
                                    seen -> seen.filter(VitalsQueryTest::isComplete).isPresent())
                            .orElseThrow();
            assertEquals(0, did.deadlocks());
            assertTrue(did.walBytes() > 50_000, () -> "WAL of 1,500 rows: " + did.walBytes());
            assertTrue(did.elapsed().compareTo(Duration.ofMinutes(5)) < 0);
        } finally {
            server.run("DROP TABLE IF EXISTS vitals_written", "DROP DATABASE vitals_other");
        }
    }

    private static boolean isComplete(VitalsInterval did) {
        return did.rowsWritten() >= 1_500
                && did.rowsRead() >= 500
                && did.commits() >= 4
                && did.rollbacks() >= 1
                && did.tempFiles() >= 1
                && did.tempBytes() >= 10_000
                && did.blocksHit() > 0
                && did.checkpointsRequested() >= 1;
    }

    private static void sortToDiskAndRollBack(TestServer server) throws Exception {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET LOCAL work_mem = '64kB'");
            statement.execute("SELECT n FROM generate_series(1, 50000) n ORDER BY n::text");
            connection.rollback();
        }
    }

    private static Optional<VitalsInterval> since(VitalsSnapshot before, Visitor visitor)
            throws Exception {
        return VitalsInterval.between(before, visitor.ask(VITALS));
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 18})
    void countsConnectionsAndThoseThatAreReserved(int major) throws Exception {
        Map<String, String> settings =
                major >= 16
                        ? Map.of("superuser_reserved_connections", "5", "reserved_connections", "2")
                        : Map.of("superuser_reserved_connections", "7");
        try (TestServer server = TestServer.start(major, settings);
                Visitor visitor = Visitor.with(Rights.MONITOR, server);
                Connection _ = server.connect();
                Connection _ = server.connect("template1")) {
            // sessions that were closed just now may still be ending
            VitalsSnapshot vitals =
                    Await.seen("three sessions", () -> visitor.ask(VITALS), v -> v.sessions() <= 3);

            assertEquals(
                    List.of(60, 7, 53, 3, 0, false),
                    List.of(
                            vitals.maxConnections(),
                            vitals.reservedConnections(),
                            vitals.usableConnections(),
                            vitals.sessions(),
                            vitals.walSenders(),
                            vitals.inRecovery()));
            assertEquals(
                    List.of("", "postgres", "template0", "template1"),
                    vitals.databases().stream().map(DatabaseCounters::name).sorted().toList());
            assertEquals(
                    major >= 18,
                    vitals.databases().getFirst().checksumFailures().isPresent(),
                    "checksums are on by default from 18 on");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void findsTheOldestTransactionOfTheOthersAsFarAsOurRoleSeesIt(int major) throws Exception {
        TestServer server = TestServer.of(major);
        try (Connection idle = server.connect();
                Statement statement = idle.createStatement();
                Visitor monitor = Visitor.with(Rights.MONITOR, server);
                Visitor plain = Visitor.with(Rights.PLAIN, server)) {
            assertEquals(Optional.empty(), monitor.ask(VITALS).longestTransactionStart());
            assertEquals(0, monitor.ask(VITALS).inTransaction());

            idle.setAutoCommit(false);
            Instant start;
            try (var rows = statement.executeQuery("SELECT now()")) {
                rows.next();
                start = rows.getTimestamp(1).toInstant();
            }

            assertEquals(Optional.of(start), monitor.ask(VITALS).longestTransactionStart());
            assertEquals(1, monitor.ask(VITALS).inTransaction());
            assertTrue(monitor.ask(VITALS).seesEverySession());
            assertEquals(Optional.empty(), plain.ask(VITALS).longestTransactionStart());
            assertFalse(plain.ask(VITALS).seesEverySession());
            Await.until(
                    "sessions are counted for everybody, and closed ones have ended",
                    () -> monitor.ask(VITALS).sessions() == plain.ask(VITALS).sessions());
        }
    }

    @Test
    void aResetOrARestartBetweenTwoLooksIsNotTakenForWork() throws Exception {
        try (TestServer server = TestServer.start(18, Map.of());
                Visitor visitor = Visitor.with(Rights.SUPERUSER, server)) {
            VitalsSnapshot beforeReset = visitor.ask(VITALS);
            server.run("SELECT pg_stat_reset()");
            Await.until("the reset is visible", () -> since(beforeReset, visitor).isEmpty());

            VitalsSnapshot beforeRestart = visitor.ask(VITALS);
            server.restart();

            assertEquals(Optional.empty(), since(beforeRestart, visitor));
        }
    }
}
