package dev.howdah.session;

import dev.howdah.pg.server.vitals.VitalsInterval;
import dev.howdah.pg.server.vitals.VitalsSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One point of every chart. NaN is a gap: nothing was read then, or the counters before and after
 * can't be compared.
 *
 * @param at by this desktop's clock
 * @param sessions connected to a database, idle ones included
 * @param inTransaction of these, those that have a transaction open; a gap when our role can't see
 *     other sessions
 * @param transactionsPerSecond committed and rolled back
 * @param rowsReadPerSecond by scans and through indexes
 * @param rowsWrittenPerSecond inserted, updated and deleted
 * @param cacheHitPct 0 to 100; a gap when no block was touched
 * @param blocksReadPerSecond from the operating system
 * @param walBytesPerSecond written, on a standby replayed
 * @param deadlocks since the sample before, a count
 * @param longestTransactionSeconds 0 when no transaction is open; a gap when our role can't see
 *     other sessions
 */
public record VitalsSample(
        Instant at,
        double sessions,
        double inTransaction,
        double transactionsPerSecond,
        double rollbacksPerSecond,
        double rowsReadPerSecond,
        double rowsWrittenPerSecond,
        double cacheHitPct,
        double blocksReadPerSecond,
        double tempBytesPerSecond,
        double walBytesPerSecond,
        double deadlocks,
        double longestTransactionSeconds) {

    static VitalsSample gap(Instant at) {
        double no = Double.NaN;
        return new VitalsSample(at, no, no, no, no, no, no, no, no, no, no, no, no);
    }

    /**
     * @param interval since the sample before; empty leaves the rates out
     */
    static VitalsSample of(Instant at, VitalsSnapshot now, Optional<VitalsInterval> interval) {
        double sessions = now.sessions();
        double open = now.seesEverySession() ? now.inTransaction() : Double.NaN;
        double longest = longestTransactionSeconds(now);
        if (interval.isEmpty()) {
            double no = Double.NaN;
            return new VitalsSample(
                    at, sessions, open, no, no, no, no, no, no, no, no, no, longest);
        }
        VitalsInterval did = interval.get();
        return new VitalsSample(
                at,
                sessions,
                open,
                did.transactionsPerSecond(),
                did.perSecond(did.rollbacks()),
                did.perSecond(did.rowsRead()),
                did.perSecond(did.rowsWritten()),
                did.cacheHitPct().orElse(Double.NaN),
                did.perSecond(did.blocksRead()),
                did.perSecond(did.tempBytes()),
                did.perSecond(did.walBytes()),
                did.deadlocks(),
                longest);
    }

    private static double longestTransactionSeconds(VitalsSnapshot now) {
        if (!now.seesEverySession()) {
            return Double.NaN;
        }
        return now.longestTransactionStart()
                .map(start -> Math.max(0, Duration.between(start, now.serverTime()).toMillis()))
                .map(millis -> millis / 1e3)
                .orElse(0.0);
    }
}
