package dev.howdah.pg.server.replication;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Who receives WAL from this server, what is kept for whom, and, on a standby, how it follows.
 *
 * @param standbys largest lag first; at most 100
 * @param slots most retained WAL first; at most 100
 * @param receiver present exactly on a standby
 */
public record ReplicationSnapshot(
        List<StandbyRow> standbys, List<SlotRow> slots, Optional<Receiver> receiver) {

    public ReplicationSnapshot {
        standbys = List.copyOf(standbys);
        slots = List.copyOf(slots);
    }

    public boolean inRecovery() {
        return receiver.isPresent();
    }

    /** Whether our role sees only that there are standbys, not how they do (needs pg_monitor). */
    public boolean hidesStandbys() {
        return standbys.stream().anyMatch(standby -> standby.state().isEmpty());
    }

    /**
     * One WAL sender. Source: pg_stat_replication.
     *
     * @param name its application_name, by which synchronous_standby_names knows it
     * @param address empty over a Unix socket or when hidden from our role
     * @param state streaming, catchup, startup, backup or stopping; empty when hidden
     * @param sync async, potential, sync or quorum; empty when hidden
     * @param replayLag until a commit is visible there; empty when nothing was written lately
     * @param bytesBehind WAL not yet replayed there; empty when hidden or not reported
     */
    public record StandbyRow(
            int pid,
            String name,
            Optional<String> address,
            Optional<String> state,
            Optional<String> sync,
            Optional<Duration> writeLag,
            Optional<Duration> flushLag,
            Optional<Duration> replayLag,
            OptionalLong bytesBehind) {}

    /**
     * One replication slot. Source: pg_replication_slots.
     *
     * @param logical else physical
     * @param retainedBytes WAL that is kept for it; empty when it reserves none
     * @param walStatus reserved, extended, unreserved or lost; empty when it reserves none
     * @param invalidation why it can't be used any more, from 17 on
     * @param inactiveSince from 17 on
     */
    public record SlotRow(
            String name,
            boolean logical,
            Optional<String> database,
            boolean active,
            OptionalLong retainedBytes,
            Optional<String> walStatus,
            Optional<String> invalidation,
            Optional<Instant> inactiveSince) {}

    /**
     * The receiving end.
     *
     * @param status of the WAL receiver, like streaming; empty when none runs (restoring from the
     *     archive, or cut off) or when hidden from our role
     * @param running whether a WAL receiver runs
     * @param sender host and port it receives from; empty when none runs or hidden
     * @param replayLag 0 when all that was received is replayed, else the age of the last replayed
     *     commit; empty before the first one
     * @param bytesToReplay received and not yet replayed; empty when nothing was received
     * @param paused whether replay was paused by somebody
     */
    public record Receiver(
            boolean running,
            Optional<String> status,
            Optional<String> sender,
            Optional<String> slot,
            Optional<Duration> replayLag,
            OptionalLong bytesToReplay,
            Optional<Instant> lastReplayAt,
            boolean paused) {}
}
