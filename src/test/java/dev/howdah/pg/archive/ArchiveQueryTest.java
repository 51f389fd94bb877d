package dev.howdah.pg.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.ProblemException;
import dev.howdah.pg.archive.ArchiveSnapshot.Receiver;
import dev.howdah.pg.archive.ArchiveSnapshot.ReceiverKind;
import dev.howdah.pg.archive.ArchiveSnapshot.State;
import dev.howdah.testing.Await;
import dev.howdah.testing.TestServer;
import dev.howdah.testing.Visitor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.PGConnection;
import org.postgresql.PGProperty;
import org.postgresql.replication.LogSequenceNumber;
import org.postgresql.replication.PGReplicationStream;

/** What is safe elsewhere, on real servers that archive, fail to, and are copied. */
class ArchiveQueryTest {
    private static final long SEGMENT = 16L << 20;
    private static final Duration LATELY = Duration.ofMinutes(5);

    @TempDir Path archive;

    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void withoutAnArchiveItSaysSoToEverybody(int major) throws Exception {
        TestServer server = TestServer.of(major);

        for (Visitor.Rights rights : Visitor.Rights.values()) {
            ArchiveSnapshot snapshot = ask(server, rights);

            assertEquals(State.OFF, snapshot.state(), rights.name());
            assertEquals(
                    new ArchiveSnapshot.Configuration(
                            ArchiveSnapshot.Mode.OFF,
                            ArchiveSnapshot.Destination.EMPTY,
                            "",
                            Duration.ZERO,
                            "replica",
                            SEGMENT),
                    snapshot.configuration());
            assertEquals(List.of(), snapshot.receivers());
            assertTrue(snapshot.written().isPresent());
            assertTrue(snapshot.recovery().isEmpty());
            assertTrue(snapshot.unarchivedBytes().isEmpty(), "unknown is not 0");
            assertTrue(snapshot.provider().isEmpty());
        }
    }

    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void countsWhatWasWrittenAfterTheLastArchivedSegment(int major) throws Exception {
        Map<String, String> settings =
                Map.of("archive_mode", "on", "archive_timeout", "300", "archive_command", "");
        try (TestServer server = TestServer.start(major, settings)) {
            assertEquals(State.NO_DESTINATION, ask(server, Visitor.Rights.PLAIN).state());

            setCommand(server, "cp %p " + archive + "/%f");
            assertEquals(State.NOTHING_YET, ask(server, Visitor.Rights.PLAIN).state());
            String segment = server.ask("SELECT pg_walfile_name(pg_current_wal_lsn())");
            server.run("CREATE TABLE written (n int)", "SELECT pg_switch_wal()");
            await(server, State.WORKING);
            // Without it the end of the WAL is written a moment after the commit.
            server.run(
                    "SET synchronous_commit = on",
                    "INSERT INTO written SELECT generate_series(1, 10000)");

            for (Visitor.Rights rights : Visitor.Rights.values()) {
                ArchiveSnapshot snapshot = ask(server, rights);
                assertEquals(segment, snapshot.archiver().lastArchived().orElseThrow());
                assertEquals(1, snapshot.archiver().archived());
                assertEquals(Duration.ofMinutes(5), snapshot.configuration().timeout());
                assertEquals(0, snapshot.segmentsWaiting().orElseThrow());
                long lost = snapshot.unarchivedBytes().orElseThrow();
                assertTrue(lost > 10_000 * 30 && lost < SEGMENT, lost + " B");
                assertTrue(
                        snapshot.sinceArchived().orElseThrow().compareTo(LATELY) < 0,
                        rights.name());
            }
            assertTrue(Files.exists(archive.resolve(segment)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void saysWhenTheCommandFailsAndWhenItWorksAgain(int major) throws Exception {
        Map<String, String> settings = Map.of("archive_mode", "on", "archive_command", "false");
        try (TestServer server = TestServer.start(major, settings)) {
            String segment = server.ask("SELECT pg_walfile_name(pg_current_wal_lsn())");
            server.run("CREATE TABLE written (n int)", "SELECT pg_switch_wal()");

            ArchiveSnapshot failing = await(server, State.FAILING);

            assertEquals(segment, failing.archiver().lastFailed().orElseThrow());
            assertTrue(failing.archiver().failed() >= 1);
            assertEquals(0, failing.archiver().archived());
            assertTrue(failing.unarchivedBytes().isEmpty(), "nothing was ever archived");

            setCommand(server, "cp %p " + archive + "/%f");
            server.run("CREATE TABLE more (n int)", "SELECT pg_switch_wal()");

            assertEquals(State.WORKING, await(server, State.WORKING).state());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 15, 18})
    void knowsHowMuchACopyHasOnItsDisk(int major) throws Exception {
        TestServer server = TestServer.of(major);
        try (Connection connection = replication(server)) {
            LogSequenceNumber start =
                    LogSequenceNumber.valueOf(server.ask("SELECT pg_current_wal_flush_lsn()"));
            PGReplicationStream stream =
                    connection
                            .unwrap(PGConnection.class)
                            .getReplicationAPI()
                            .replicationStream()
                            .physical()
                            .withStartPosition(start)
                            .start();
            stream.setFlushedLSN(start);
            stream.setAppliedLSN(start);
            stream.forceUpdateStatus();
            server.run(
                    "CREATE TABLE copied AS SELECT generate_series(1, 1000)", "DROP TABLE copied");

            Receiver copy = awaitReceiver(server, receiver -> receiver.flushed().isPresent());
            assertEquals(ReceiverKind.COPY, copy.kind());
            assertEquals("rq_copy", copy.name());
            assertEquals("async", copy.sync());
            assertEquals(start.asLong(), copy.flushed().orElseThrow().bytes());
            ArchiveSnapshot seen = ask(server, Visitor.Rights.MONITOR);
            assertEquals("rq_copy", seen.bestCopy().orElseThrow().name());
            assertTrue(seen.bytesBehind(seen.bestCopy().orElseThrow()).orElseThrow() > 20_000);

            ArchiveSnapshot hidden = ask(server, Visitor.Rights.PLAIN);
            assertEquals(
                    List.of(ReceiverKind.HIDDEN),
                    hidden.receivers().stream().map(Receiver::kind).toList());
            assertTrue(hidden.bestCopy().isEmpty());
            stream.close();
        }
        awaitNoReceiver(server);
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void seesABaseBackupUnderWay(int major) throws Exception {
        TestServer server = TestServer.of(major);
        Connection connection = replication(server);
        String slowly =
                major < 15
                        ? "BASE_BACKUP MAX_RATE 64 FAST"
                        : "BASE_BACKUP (MAX_RATE 64, CHECKPOINT 'fast')";
        Thread backup =
                Thread.ofVirtual()
                        .start(() -> {
                            try (var statement = connection.createStatement()) {
                                statement.execute(slowly);
                            } catch (SQLException e) {
                                // the test ends it on purpose
                                assertTrue(e.getSQLState() != null);
                            }
                        });

        Receiver receiver =
                awaitReceiver(
                        server, r -> r.backup().map(b -> b.streamedBytes() > 0).orElse(false));

        assertEquals(ReceiverKind.BASE_BACKUP, receiver.kind());
        assertEquals("streaming database files", receiver.backup().orElseThrow().phase());
        server.run("SELECT pg_terminate_backend(" + receiver.pid() + ")");
        backup.join();
        connection.close();
        awaitNoReceiver(server);
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void aStandbyLeavesTheArchiveToItsPrimary(int major) throws Exception {
        Map<String, String> settings = Map.of("archive_mode", "on", "archive_command", "false");
        try (TestServer server = TestServer.start(major, settings)) {
            Path data = Path.of(server.ask("SHOW data_directory"));
            server.stop();
            Files.createFile(data.resolve("standby.signal"));
            server.start();

            ArchiveSnapshot snapshot = ask(server, Visitor.Rights.SUPERUSER);

            assertEquals(State.LEFT_TO_PRIMARY, snapshot.state());
            ArchiveSnapshot.Recovery recovery = snapshot.recovery().orElseThrow();
            assertTrue(recovery.replayed().isPresent());
            assertTrue(recovery.received().isEmpty(), "nobody streams to it");
            assertEquals(recovery.replayed(), snapshot.written());
        }
    }

    @Test
    void namesTheProviderByItsRoles() throws Exception {
        TestServer server = TestServer.newest();
        server.run("CREATE ROLE rdsadmin");
        try {
            assertEquals("Amazon RDS", ask(server, Visitor.Rights.PLAIN).provider().orElseThrow());
        } finally {
            server.run("DROP ROLE rdsadmin");
        }
    }

    private static ArchiveSnapshot ask(TestServer server, Visitor.Rights rights)
            throws SQLException, ProblemException {
        try (Visitor visitor = Visitor.with(rights, server)) {
            return visitor.ask(new ArchiveQuery());
        }
    }

    private static ArchiveSnapshot await(TestServer server, State state) throws Exception {
        try (Visitor visitor = Visitor.with(Visitor.Rights.SUPERUSER, server)) {
            return Await.seen(
                    "state " + state,
                    () -> visitor.ask(new ArchiveQuery()),
                    snapshot -> snapshot.state() == state);
        }
    }

    private interface Wanted {
        boolean is(Receiver receiver);
    }

    private static Receiver awaitReceiver(TestServer server, Wanted wanted) throws Exception {
        try (Visitor visitor = Visitor.with(Visitor.Rights.SUPERUSER, server)) {
            return Await.seen(
                            "a receiver as wanted",
                            () -> visitor.ask(new ArchiveQuery()).receivers(),
                            seen -> seen.size() == 1 && wanted.is(seen.getFirst()))
                    .getFirst();
        }
    }

    private static void awaitNoReceiver(TestServer server) {
        Await.until(
                "no receiver",
                () -> server.ask("SELECT count(*) FROM pg_stat_replication").equals("0"));
    }

    private static void setCommand(TestServer server, String command) throws SQLException {
        server.run(
                "ALTER SYSTEM SET archive_command = '" + command + "'", "SELECT pg_reload_conf()");
        Await.until(
                "the command is in force",
                () -> server.ask("SHOW archive_command").equals(command));
    }

    private static Connection replication(TestServer server) throws SQLException {
        Properties properties = new Properties();
        PGProperty.USER.set(properties, server.user());
        PGProperty.PASSWORD.set(properties, server.password());
        PGProperty.REPLICATION.set(properties, "true");
        PGProperty.PREFER_QUERY_MODE.set(properties, "simple");
        PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, "13");
        PGProperty.APPLICATION_NAME.set(properties, "rq_copy");
        return DriverManager.getConnection(
                "jdbc:postgresql://" + server.host() + ":" + server.port() + "/", properties);
    }
}
