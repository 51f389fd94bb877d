package dev.howdah.pg.server.vitals;

import dev.howdah.pg.server.vitals.VitalsSnapshot.Checkpoints;
import dev.howdah.pg.server.vitals.VitalsSnapshot.DatabaseCounters;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Subtracts two {@link VitalsSnapshot}s. A database that is new or gone counts from the next look
 * on; one whose counters were reset makes the two incomparable.
 */
final class VitalsDifference {
    private final Map<Long, DatabaseCounters> before;
    private final VitalsSnapshot after;

    private VitalsDifference(VitalsSnapshot before, VitalsSnapshot after) {
        this.before =
                before.databases().stream()
                        .collect(Collectors.toMap(DatabaseCounters::oid, Function.identity()));
        this.after = after;
    }

    static Optional<VitalsInterval> between(VitalsSnapshot before, VitalsSnapshot after) {
        Duration elapsed = Duration.between(before.serverTime(), after.serverTime());
        if (elapsed.isZero()
                || elapsed.isNegative()
                || !before.startedAt().equals(after.startedAt())
                || before.inRecovery() != after.inRecovery()
                || !before.checkpoints().resetAt().equals(after.checkpoints().resetAt())) {
            return Optional.empty();
        }
        VitalsDifference difference = new VitalsDifference(before, after);
        if (difference.wasReset()) {
            return Optional.empty();
        }
        VitalsInterval interval =
                difference.over(
                        elapsed,
                        wal(before.walPositionBytes(), after.walPositionBytes()),
                        before.checkpoints());
        return goesBack(interval) ? Optional.empty() : Optional.of(interval);
    }

    private VitalsInterval over(Duration elapsed, long walBytes, Checkpoints checkpoints) {
        return new VitalsInterval(
                elapsed,
                sum(DatabaseCounters::commits),
                sum(DatabaseCounters::rollbacks),
                sum(DatabaseCounters::blocksRead),
                sum(DatabaseCounters::blocksHit),
                sum(DatabaseCounters::rowsReturned) + sum(DatabaseCounters::rowsFetched),
                sum(DatabaseCounters::rowsInserted)
                        + sum(DatabaseCounters::rowsUpdated)
                        + sum(DatabaseCounters::rowsDeleted),
                sum(DatabaseCounters::tempFiles),
                sum(DatabaseCounters::tempBytes),
                sum(DatabaseCounters::deadlocks),
                walBytes,
                after.checkpoints().timed() - checkpoints.timed(),
                after.checkpoints().requested() - checkpoints.requested());
    }

    private long sum(ToLongFunction<DatabaseCounters> counter) {
        long sum = 0;
        for (DatabaseCounters now : after.databases()) {
            DatabaseCounters then = before.get(now.oid());
            if (then != null) {
                sum += counter.applyAsLong(now) - counter.applyAsLong(then);
            }
        }
        return sum;
    }

    /** A reset may go unnoticed in the sums, when other databases have grown by more. */
    private boolean wasReset() {
        return after.databases().stream()
                .anyMatch(now -> {
                    DatabaseCounters then = before.get(now.oid());
                    return then != null && wasReset(then, now);
                });
    }

    /** Up to 14 the first activity in a database dates its counters; nothing is lost by that. */
    private static boolean wasReset(DatabaseCounters then, DatabaseCounters now) {
        boolean isBeginning =
                then.resetAt().isEmpty() && then.commits() == 0 && then.blocksHit() == 0;
        return (!then.resetAt().equals(now.resetAt()) && !isBeginning)
                || now.commits() < then.commits()
                || now.blocksHit() < then.blocksHit();
    }

    private static long wal(OptionalLong before, OptionalLong after) {
        return before.isPresent() && after.isPresent() ? after.getAsLong() - before.getAsLong() : 0;
    }

    private static boolean goesBack(VitalsInterval interval) {
        return interval.commits() < 0
                || interval.rollbacks() < 0
                || interval.blocksRead() < 0
                || interval.blocksHit() < 0
                || interval.rowsRead() < 0
                || interval.rowsWritten() < 0
                || interval.tempFiles() < 0
                || interval.tempBytes() < 0
                || interval.deadlocks() < 0
                || interval.walBytes() < 0
                || interval.checkpointsTimed() < 0
                || interval.checkpointsRequested() < 0;
    }
}
