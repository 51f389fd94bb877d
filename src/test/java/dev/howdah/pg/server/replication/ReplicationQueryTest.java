package dev.howdah.pg.server.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.pg.PgPool;
import dev.howdah.pg.PgReader;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.Query;
import dev.howdah.pg.TlsMode;
import dev.howdah.pg.server.replication.ReplicationSnapshot.Receiver;
import dev.howdah.pg.server.replication.ReplicationSnapshot.SlotRow;
import dev.howdah.pg.server.replication.ReplicationSnapshot.StandbyRow;
import dev.howdah.pg.server.vitals.VitalsInterval;
import dev.howdah.pg.server.vitals.VitalsQuery;
import dev.howdah.pg.server.vitals.VitalsSnapshot;
import dev.howdah.testing.Await;
import dev.howdah.testing.TestServer;
import dev.howdah.testing.TestStandby;
import dev.howdah.testing.Visitor;
import dev.howdah.testing.Visitor.Rights;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Both ends of replication, and slots, on real servers. */
class ReplicationQueryTest {
    private static final ReplicationQuery REPLICATION = new ReplicationQuery();

    @ParameterizedTest
    @ValueSource(ints = {13, 16, 18})
    void seesAStandbyFromBothEndsUntilItIsPromoted(int major) throws Exception {
        try (TestServer primary = TestServer.start(major, Map.of())) {
            primary.run(
                    "CREATE ROLE plain LOGIN PASSWORD 'x'",
                    "CREATE TABLE written (n int)",
                    "INSERT INTO written VALUES (1)");
            try (TestServer standby = TestStandby.of(primary, "n2")) {
                primary.run("INSERT INTO written VALUES (2)");
                // the commit reaches the WAL a moment later than the session: synchronous_commit is
                // off
                Await.until(
                        "the commit is replayed",
                        () ->
                                asked(standby, REPLICATION)
                                        .receiver()
                                        .flatMap(Receiver::lastReplayAt)
                                        .isPresent());
                Await.until("all is replayed", () -> bytesBehind(primary).equals(Optional.of(0L)));

                StandbyRow seen = asked(primary, REPLICATION).standbys().getFirst();
                assertEquals(
                        List.of("n2", "127.0.0.1", "streaming", "async"),
                        List.of(
                                seen.name(),
                                seen.address().orElseThrow(),
                                seen.state().orElseThrow(),
                                seen.sync().orElseThrow()));
                assertEquals(1, asked(primary, new VitalsQuery()).walSenders());

                Receiver receiver = asked(standby, REPLICATION).receiver().orElseThrow();
                assertEquals(
                        new Receiver(
                                true,
                                Optional.of("streaming"),
                                Optional.of("127.0.0.1:" + primary.port()),
                                Optional.empty(),
                                Optional.of(Duration.ZERO),
                                OptionalLong.of(0),
                                receiver.lastReplayAt(),
                                false),
                        receiver);
                asPlainRole(primary, standby);
                replayPaused(primary, standby);
                cutOff(primary, standby);
                promoted(standby);
            }
        }
    }

    private static Optional<Long> bytesBehind(TestServer primary) throws Exception {
        return asked(primary, REPLICATION).standbys().stream()
                .filter(standby -> standby.bytesBehind().isPresent())
                .map(standby -> standby.bytesBehind().getAsLong())
                .findFirst();
    }

    private static void asPlainRole(TestServer primary, TestServer standby) throws Exception {
        ReplicationSnapshot onPrimary = askedAs(primary, "plain", "x", REPLICATION);
        ReplicationSnapshot onStandby = askedAs(standby, "plain", "x", REPLICATION);

        assertTrue(onPrimary.hidesStandbys());
        assertEquals(List.of("n2"), onPrimary.standbys().stream().map(StandbyRow::name).toList());
        assertEquals(OptionalLong.empty(), onPrimary.standbys().getFirst().bytesBehind());
        Receiver receiver = onStandby.receiver().orElseThrow();
        assertTrue(receiver.running());
        assertEquals(Optional.empty(), receiver.status());
        assertEquals(Optional.of(Duration.ZERO), receiver.replayLag());
    }

    private static void replayPaused(TestServer primary, TestServer standby) throws Exception {
        standby.run("SELECT pg_wal_replay_pause()");
        primary.run("INSERT INTO written SELECT generate_series(1, 1000)");
        Await.until(
                "something was received and not replayed",
                () ->
                        asked(standby, REPLICATION)
                                        .receiver()
                                        .orElseThrow()
                                        .bytesToReplay()
                                        .orElse(0)
                                > 10_000);

        Receiver receiver = asked(standby, REPLICATION).receiver().orElseThrow();
        assertTrue(receiver.paused());
        assertTrue(receiver.replayLag().orElseThrow().compareTo(Duration.ZERO) > 0);
        assertTrue(bytesBehind(primary).orElseThrow() > 10_000);
        standby.run("SELECT pg_wal_replay_resume()");
        Await.until("all is replayed again", () -> bytesBehind(primary).equals(Optional.of(0L)));
    }

    private static void cutOff(TestServer primary, TestServer standby) throws Exception {
        primary.stop();
        Await.until(
                "the receiver has ended",
                () -> !asked(standby, REPLICATION).receiver().orElseThrow().running());

        Receiver receiver = asked(standby, REPLICATION).receiver().orElseThrow();
        assertEquals(Optional.empty(), receiver.sender());
        assertTrue(
                receiver.replayLag().orElseThrow().compareTo(Duration.ZERO) > 0,
                "all that came is replayed, and yet it is behind");
    }

    private static void promoted(TestServer standby) throws Exception {
        VitalsSnapshot before = asked(standby, new VitalsQuery());
        assertTrue(before.inRecovery());
        assertTrue(before.walPositionBytes().isPresent());
        standby.run("SELECT pg_promote()");

        VitalsSnapshot after = asked(standby, new VitalsQuery());
        assertFalse(after.inRecovery());
        assertEquals(Optional.empty(), VitalsInterval.between(before, after));
        assertEquals(Optional.empty(), asked(standby, REPLICATION).receiver());
    }

    @ParameterizedTest
    @MethodSource("dev.howdah.testing.TestServer#majors")
    void showsSlotsAndTheWalTheyKeepToEverybody(int major) throws Exception {
        TestServer server = TestServer.of(major);
        try (Visitor visitor = Visitor.with(Rights.PLAIN, server)) {
            server.run(
                    "SELECT pg_create_physical_replication_slot('kept', true)",
                    "SELECT pg_create_physical_replication_slot('unused')",
                    "CREATE TABLE slots_written AS SELECT generate_series(1, 1000) n",
                    "SELECT pg_switch_wal()",
                    "CHECKPOINT");

            ReplicationSnapshot snapshot = visitor.ask(REPLICATION);
            SlotRow kept = snapshot.slots().getFirst();
            assertEquals(
                    List.of(
                            new SlotRow(
                                    "kept",
                                    false,
                                    Optional.empty(),
                                    false,
                                    kept.retainedBytes(),
                                    Optional.of("reserved"),
                                    Optional.empty(),
                                    kept.inactiveSince()),
                            new SlotRow(
                                    "unused",
                                    false,
                                    Optional.empty(),
                                    false,
                                    OptionalLong.empty(),
                                    Optional.empty(),
                                    Optional.empty(),
                                    snapshot.slots().get(1).inactiveSince())),
                    snapshot.slots());
            assertTrue(kept.retainedBytes().getAsLong() > 0);
            assertEquals(major >= 17, kept.inactiveSince().isPresent());
            assertEquals(List.of(), snapshot.standbys());
            assertFalse(snapshot.inRecovery());
        } finally {
            server.run(
                    "SELECT pg_drop_replication_slot(slot_name) FROM pg_replication_slots",
                    "DROP TABLE IF EXISTS slots_written");
        }
    }

    @Test
    void saysWhenASlotHasLostItsWal() throws Exception {
        Map<String, String> settings =
                Map.of("max_slot_wal_keep_size", "1MB", "max_wal_size", "32MB");
        try (TestServer server = TestServer.start(18, settings);
                Visitor visitor = Visitor.with(Rights.SUPERUSER, server)) {
            server.run("SELECT pg_create_physical_replication_slot('late', true)");
            for (int i = 0; i < 4; i++) {
                server.run(
                        "CREATE TABLE written" + i + " (n int)",
                        "SELECT pg_switch_wal()",
                        "CHECKPOINT");
            }

            SlotRow slot = visitor.ask(REPLICATION).slots().getFirst();

            assertEquals(Optional.of("lost"), slot.walStatus());
            assertEquals(Optional.of("wal_removed"), slot.invalidation());
        }
    }

    private static <T> T asked(TestServer server, Query<T> query) throws ProblemException {
        return askedAs(server, server.user(), server.password(), query);
    }

    /** A standby takes no new roles, so a visitor can't make its own there. */
    private static <T> T askedAs(TestServer server, String user, String password, Query<T> query)
            throws ProblemException {
        PgTarget target =
                PgTarget.of(server.host(), server.port(), "postgres", user, TlsMode.DISABLE);
        try (PgPool pool = new PgPool(target, () -> Secret.of(password))) {
            return new PgReader(pool, Clock.systemUTC()).ask(query);
        }
    }
}
