package dev.howdah.pg.server.vitals;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The counters and gauges of a server at one moment; rates come from two of them, see {@link
 * VitalsInterval}.
 *
 * @param serverTime by the server's clock
 * @param startedAt start of the postmaster
 * @param inRecovery whether it is a standby at this moment
 * @param maxConnections for ordinary sessions; WAL senders have slots of their own
 * @param reservedConnections of these, how many only superusers (and, from 16 on, members of
 *     pg_use_reserved_connections) get
 * @param sessions that are connected to a database, idle ones and parallel workers included
 * @param inTransaction of these, how many have a transaction open, our own excepted; only those
 *     that our role sees
 * @param walSenders standbys, archivers and base backups that stream at this moment
 * @param seesEverySession whether others' transactions are seen: our role has pg_read_all_stats,
 *     and track_activities is on
 * @param longestTransactionStart of the oldest open transaction that we see, our own excepted
 * @param walPositionBytes how far WAL was written, on a standby how far it was replayed, as bytes
 *     since the beginning of WAL; empty on a standby that has replayed nothing yet
 * @param databases ordered by oid, template and shared objects included; at most {@link
 *     VitalsQuery#MAX_DATABASES}
 */
public record VitalsSnapshot(
        Instant serverTime,
        Instant startedAt,
        boolean inRecovery,
        int maxConnections,
        int reservedConnections,
        int sessions,
        int inTransaction,
        int walSenders,
        boolean seesEverySession,
        Optional<Instant> longestTransactionStart,
        OptionalLong walPositionBytes,
        Checkpoints checkpoints,
        List<DatabaseCounters> databases) {

    public VitalsSnapshot {
        databases = List.copyOf(databases);
    }

    /** How many sessions an ordinary role can have in all. */
    public int usableConnections() {
        return maxConnections - reservedConnections;
    }

    /**
     * Checkpoints since the counters were reset. Source: pg_stat_bgwriter up to 16,
     * pg_stat_checkpointer from 17 on.
     *
     * @param timed because checkpoint_timeout had passed
     * @param requested because max_wal_size was reached or somebody asked
     * @param buffersWritten pages written by checkpoints
     */
    public record Checkpoints(
            long timed, long requested, long buffersWritten, Optional<Instant> resetAt) {}

    /**
     * What pg_stat_database counts for one database since its counters were reset.
     *
     * @param oid 0 for the objects that all databases share
     * @param name empty for the shared objects
     * @param backends sessions and workers connected to it now
     * @param rowsReturned read by scans, whether or not they were of use
     * @param rowsFetched handed to statements by index scans
     * @param checksumFailures empty when data checksums are off
     * @param readMillis 0 unless track_io_timing is on
     * @param writeMillis 0 unless track_io_timing is on
     * @param resetAt when the counters were reset; empty when never
     */
    public record DatabaseCounters(
            long oid,
            String name,
            int backends,
            long commits,
            long rollbacks,
            long blocksRead,
            long blocksHit,
            long rowsReturned,
            long rowsFetched,
            long rowsInserted,
            long rowsUpdated,
            long rowsDeleted,
            long tempFiles,
            long tempBytes,
            long deadlocks,
            OptionalLong checksumFailures,
            double readMillis,
            double writeMillis,
            Optional<Instant> resetAt) {}
}
