package dev.howdah.health.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.health.HealthRule;
import dev.howdah.health.Judged;
import dev.howdah.pg.server.replication.ReplicationSnapshot;
import dev.howdah.pg.server.replication.ReplicationSnapshot.Receiver;
import dev.howdah.pg.server.replication.ReplicationSnapshot.SlotRow;
import dev.howdah.pg.server.replication.ReplicationSnapshot.StandbyRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What is said about standbys and slots. */
class ReplicationRulesTest {
    private static final long MB = 1L << 20;
    private static final long GB = 1L << 30;

    private static String judged(HealthRule rule, ReplicationSnapshot facts) {
        return Judged.by(rule, ReplicationSnapshot.class, facts);
    }

    private static ReplicationSnapshot standbys(StandbyRow... standbys) {
        return new ReplicationSnapshot(List.of(standbys), List.of(), Optional.empty());
    }

    private static ReplicationSnapshot slots(SlotRow... slots) {
        return new ReplicationSnapshot(List.of(), List.of(slots), Optional.empty());
    }

    private static ReplicationSnapshot receiving(Receiver receiver) {
        return new ReplicationSnapshot(List.of(), List.of(), Optional.of(receiver));
    }

    private static StandbyRow standby(String name, Duration lag, long bytes) {
        return new StandbyRow(
                1,
                name,
                Optional.of("10.0.0.2"),
                Optional.of("streaming"),
                Optional.of("async"),
                Optional.of(lag),
                Optional.of(lag),
                Optional.of(lag),
                OptionalLong.of(bytes));
    }

    private static SlotRow slot(String name, boolean active, OptionalLong bytes) {
        return slot(name, active, bytes, "reserved", Optional.empty());
    }

    private static SlotRow slot(
            String name,
            boolean active,
            OptionalLong bytes,
            String walStatus,
            Optional<String> invalidation) {
        return new SlotRow(
                name,
                false,
                Optional.empty(),
                active,
                bytes,
                Optional.of(walStatus),
                invalidation,
                Optional.empty());
    }

    private static Receiver receiver(
            boolean running, Duration lag, long bytes, Optional<Instant> last, boolean paused) {
        return new Receiver(
                running,
                Optional.of("streaming"),
                Optional.of("10.0.0.1:5432"),
                Optional.empty(),
                Optional.of(lag),
                OptionalLong.of(bytes),
                last,
                paused);
    }

    private static Receiver neverReplayed() {
        return new Receiver(
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalLong.empty(),
                Optional.empty(),
                false);
    }

    @Test
    void lagNeedsTimeAndBytesOrOneOfThemByFar() {
        HealthRule rule = new ReplicaLag();

        assertEquals("NOT_APPLICABLE: There is no standby.", judged(rule, standbys()));
        assertEquals(
                "OK: The standby that is furthest behind is so by 59 s and 15.0 MB of WAL.",
                judged(rule, standbys(standby("n2", Duration.ofSeconds(59), 15 * MB))));
        assertEquals(
                "OK: The standby that is furthest behind is so by 9.0 s and 255 MB of WAL.",
                judged(rule, standbys(standby("n2", Duration.ofSeconds(9), 255 * MB))));
        assertEquals(
                "WARNING: Standby n2 is 10 s and 16.0 MB of WAL behind.",
                judged(rule, standbys(standby("n2", Duration.ofSeconds(10), 16 * MB))));
        assertEquals(
                "WARNING: Standby n2 is 1 min and 0 B of WAL behind.",
                judged(rule, standbys(standby("n2", Duration.ofSeconds(60), 0))));
        assertEquals(
                "WARNING: Standby n2 is 0 ms and 256 MB of WAL behind.",
                judged(rule, standbys(standby("n2", Duration.ZERO, 256 * MB))));
        assertEquals(
                "CRITICAL: Standby far is 1 min and 256 MB of WAL behind.",
                judged(
                        rule,
                        standbys(
                                standby("near", Duration.ofSeconds(90), 1),
                                standby("far", Duration.ofSeconds(60), 256 * MB))));
    }

    @Test
    void lagOnTheStandbyItselfIsJudgedToo() {
        HealthRule rule = new ReplicaLag();
        Optional<Instant> last = Optional.of(Judged.NOW.minusSeconds(70));

        assertEquals(
                "OK: The standby that is furthest behind is so by 0 ms and 0 B of WAL.",
                judged(rule, receiving(receiver(true, Duration.ZERO, 0, last, false))));
        assertEquals(
                "CRITICAL: This standby is 1 min 10 s and 2.00 GB of WAL behind.",
                judged(
                        rule,
                        receiving(receiver(true, Duration.ofSeconds(70), 2 * GB, last, false))));
    }

    @Test
    void lagThatWeMayNotSeeIsNotFine() {
        StandbyRow hidden =
                new StandbyRow(
                        1,
                        "n2",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty());

        assertEquals(
                "NOT_PERMITTED: There are standbys, but our role may not see how far behind they"
                        + " are.",
                judged(new ReplicaLag(), standbys(hidden)));
    }

    @Test
    void aStandbyThatReceivesNothingIsGettingOld() {
        HealthRule rule = new StandbyCutOff();
        Optional<Instant> last = Optional.of(Judged.NOW.minusSeconds(7_200));

        assertEquals("NOT_APPLICABLE: This server is a primary.", judged(rule, standbys()));
        assertEquals(
                "OK: This standby receives WAL.",
                judged(rule, receiving(receiver(true, Duration.ZERO, 0, last, false))));
        assertEquals(
                "WARNING: This standby receives nothing; its last change is 2 h old.",
                judged(rule, receiving(receiver(false, Duration.ofHours(2), 0, last, false))));
        assertEquals(
                "WARNING: This standby receives nothing and has replayed no transaction yet.",
                judged(rule, receiving(neverReplayed())));
        assertEquals(
                "NOTICE: Replay is paused on this standby.",
                judged(rule, receiving(receiver(true, Duration.ZERO, 0, last, true))));
    }

    @Test
    void anIdleSlotIsJudgedByTheWalItKeeps() {
        HealthRule rule = new InactiveSlot();

        assertEquals("NOT_APPLICABLE: There is no replication slot.", judged(rule, slots()));
        assertEquals(
                "OK: Every replication slot is in use.",
                judged(
                        rule,
                        slots(
                                slot("n2", true, OptionalLong.of(20 * GB)),
                                slot("fresh", false, OptionalLong.empty()))));
        assertEquals(
                "NOTICE: 1 replication slot is not in use; 0 B of WAL is kept for audit.",
                judged(rule, slots(slot("audit", false, OptionalLong.of(0)))));
        assertEquals(
                "WARNING: 2 replication slots are not in use; 1.00 GB of WAL is kept, most of it"
                        + " for audit.",
                judged(
                        rule,
                        slots(
                                slot("audit", false, OptionalLong.of(GB)),
                                slot("other", false, OptionalLong.of(5)))));
        assertEquals(
                "CRITICAL: 1 replication slot is not in use; 10.0 GB of WAL is kept for audit.",
                judged(rule, slots(slot("audit", false, OptionalLong.of(10 * GB)))));
    }

    @Test
    void aSlotWithoutItsWalIsOfNoUse() {
        HealthRule rule = new UnusableSlot();
        SlotRow lost = slot("audit", false, OptionalLong.empty(), "lost", Optional.empty());
        SlotRow conflicting =
                slot("cdc", false, OptionalLong.of(1), "reserved", Optional.of("rows_removed"));

        assertEquals("NOT_APPLICABLE: There is no replication slot.", judged(rule, slots()));
        assertEquals(
                "OK: Every replication slot still has its WAL.",
                judged(rule, slots(slot("n2", true, OptionalLong.of(0)))));
        assertEquals(
                "WARNING: Replication slot audit has lost what must be read next.",
                judged(rule, slots(lost, slot("n2", true, OptionalLong.of(0)))));
        assertEquals(
                "WARNING: 2 replication slots, audit among them, have lost what must be read next.",
                judged(rule, slots(lost, conflicting)));
    }
}
