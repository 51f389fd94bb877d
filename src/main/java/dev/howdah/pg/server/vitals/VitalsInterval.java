package dev.howdah.pg.server.vitals;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a server did, all its databases together, in a stretch of time.
 *
 * @param elapsed by the server's clock, more than 0
 * @param rowsRead returned by scans plus fetched through indexes
 * @param rowsWritten inserted, updated and deleted
 * @param blocksRead from the operating system, {@code blocksHit} found in shared_buffers
 * @param walBytes written, on a standby replayed
 */
public record VitalsInterval(
        Duration elapsed,
        long commits,
        long rollbacks,
        long blocksRead,
        long blocksHit,
        long rowsRead,
        long rowsWritten,
        long tempFiles,
        long tempBytes,
        long deadlocks,
        long walBytes,
        long checkpointsTimed,
        long checkpointsRequested) {

    /**
     * Empty when the two can't be compared: the server was restarted or promoted, counters were
     * reset or went back, or no time has passed.
     */
    public static Optional<VitalsInterval> between(VitalsSnapshot before, VitalsSnapshot after) {
        return VitalsDifference.between(before, after);
    }

    /** Both stretches together. */
    public VitalsInterval plus(VitalsInterval other) {
        return new VitalsInterval(
                elapsed.plus(other.elapsed),
                commits + other.commits,
                rollbacks + other.rollbacks,
                blocksRead + other.blocksRead,
                blocksHit + other.blocksHit,
                rowsRead + other.rowsRead,
                rowsWritten + other.rowsWritten,
                tempFiles + other.tempFiles,
                tempBytes + other.tempBytes,
                deadlocks + other.deadlocks,
                walBytes + other.walBytes,
                checkpointsTimed + other.checkpointsTimed,
                checkpointsRequested + other.checkpointsRequested);
    }

    /** How many of something there were a second. */
    public double perSecond(long count) {
        return count / (elapsed.toNanos() / 1e9);
    }

    public double transactionsPerSecond() {
        return perSecond(commits + rollbacks);
    }

    /** From 0 to 100; empty when no block was touched. */
    public OptionalDouble cacheHitPct() {
        return share(blocksHit, blocksRead);
    }

    /** Rolled back of all transactions, from 0 to 100; empty when there was none. */
    public OptionalDouble rollbackPct() {
        return share(rollbacks, commits);
    }

    private static OptionalDouble share(long part, long rest) {
        return part + rest == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(100.0 * part / (part + rest));
    }
}
