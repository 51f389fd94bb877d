package dev.howdah.pg.server.vitals;

import dev.howdah.pg.Cells;
import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.server.vitals.VitalsSnapshot.Checkpoints;
import dev.howdah.pg.server.vitals.VitalsSnapshot.DatabaseCounters;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads all counters in one go, without making a row for any session: the per-backend functions
 * look into the same snapshot that pg_stat_activity would build rows from, at a twentieth of the
 * cost with a thousand sessions.
 */
public record VitalsQuery() implements Query<VitalsSnapshot> {
    /** A server with more databases is judged by the oldest ones. */
    public static final int MAX_DATABASES = 500;

    // A backend without a user is an autovacuum worker or a background process.
    private static final String SQL =
            """
            WITH backends AS MATERIALIZED (
                 SELECT count(*) FILTER (WHERE pg_stat_get_backend_dbid(b.id) <> 0) AS sessions,
                        count(pg_stat_get_backend_xact_start(b.id))
                            FILTER (WHERE pg_stat_get_backend_pid(b.id) <> pg_backend_pid())
                                                                       AS in_transaction,
                        min(pg_stat_get_backend_xact_start(b.id))
                            FILTER (WHERE pg_stat_get_backend_pid(b.id) <> pg_backend_pid())
                                                                       AS longest_transaction_start
                   FROM pg_stat_get_backend_idset() AS b(id)
                  WHERE pg_stat_get_backend_userid(b.id) <> 0
            ), server AS MATERIALIZED (
                 SELECT clock_timestamp()                           AS server_time,
                        pg_postmaster_start_time()                  AS started_at,
                        pg_is_in_recovery()                         AS in_recovery,
                        current_setting('max_connections')::int     AS max_connections,
                        {reserved}                                  AS reserved_connections,
                        b.sessions,
                        b.in_transaction,
                        b.longest_transaction_start,
                        (SELECT count(*) FROM pg_stat_get_wal_senders()) AS wal_senders,
                        pg_has_role('pg_read_all_stats', 'USAGE')
                            AND current_setting('track_activities')::boolean
                                                                    AS sees_every_session,
                        pg_wal_lsn_diff(CASE WHEN pg_is_in_recovery()
                                             THEN pg_last_wal_replay_lsn()
                                             ELSE pg_current_wal_lsn()
                                        END, '0/0')::bigint         AS wal_position_bytes,
                        {checkpoints}
                   FROM backends b, {checkpoints view} c
            )
            SELECT s.*,
                   d.datid                 AS oid,
                   coalesce(d.datname, '') AS name,
                   coalesce(d.numbackends, 0) AS backends,
                   d.xact_commit           AS commits,
                   d.xact_rollback         AS rollbacks,
                   d.blks_read             AS blocks_read,
                   d.blks_hit              AS blocks_hit,
                   d.tup_returned          AS rows_returned,
                   d.tup_fetched           AS rows_fetched,
                   d.tup_inserted          AS rows_inserted,
                   d.tup_updated           AS rows_updated,
                   d.tup_deleted           AS rows_deleted,
                   d.temp_files,
                   d.temp_bytes,
                   d.deadlocks,
                   d.checksum_failures,
                   d.blk_read_time         AS read_ms,
                   d.blk_write_time        AS write_ms,
                   d.stats_reset           AS reset_at
              FROM server s, pg_stat_database d
             ORDER BY d.datid
             LIMIT {databases}
            """;

    private static final String RESERVED = "current_setting('superuser_reserved_connections')::int";
    private static final String RESERVED_16 =
            RESERVED + " + current_setting('reserved_connections')::int";
    private static final String CHECKPOINTS =
            """
            c.checkpoints_timed,
                        c.checkpoints_req    AS checkpoints_requested,
                        c.buffers_checkpoint AS checkpoint_buffers,
                        c.stats_reset        AS checkpoints_reset_at\
            """;
    private static final String CHECKPOINTS_17 =
            """
            c.num_timed                          AS checkpoints_timed,
                        c.num_requested                      AS checkpoints_requested,
                        c.buffers_written                    AS checkpoint_buffers,
                        c.stats_reset                        AS checkpoints_reset_at\
            """;

    @Override
    public String name() {
        return "vitals";
    }

    @Override
    public Sql sql(ServerShape shape) {
        boolean split = shape.atLeast(17);
        return Sql.of(
                SQL.replace("{databases}", Integer.toString(MAX_DATABASES))
                        .replace("{reserved}", shape.atLeast(16) ? RESERVED_16 : RESERVED)
                        .replace("{checkpoints}", split ? CHECKPOINTS_17 : CHECKPOINTS)
                        .replace(
                                "{checkpoints view}",
                                split ? "pg_stat_checkpointer" : "pg_stat_bgwriter"));
    }

    @Override
    public VitalsSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        if (!rows.next()) {
            throw new SQLException("pg_stat_database has no rows");
        }
        Instant serverTime = rows.getTimestamp("server_time").toInstant();
        Instant startedAt = rows.getTimestamp("started_at").toInstant();
        boolean inRecovery = rows.getBoolean("in_recovery");
        int maxConnections = rows.getInt("max_connections");
        int reservedConnections = rows.getInt("reserved_connections");
        int sessions = rows.getInt("sessions");
        int inTransaction = rows.getInt("in_transaction");
        int walSenders = rows.getInt("wal_senders");
        boolean seesEverySession = rows.getBoolean("sees_every_session");
        Optional<Instant> longest = Cells.instant(rows, "longest_transaction_start");
        OptionalLong walPosition = Cells.number(rows, "wal_position_bytes");
        Checkpoints checkpoints =
                new Checkpoints(
                        rows.getLong("checkpoints_timed"),
                        rows.getLong("checkpoints_requested"),
                        rows.getLong("checkpoint_buffers"),
                        Cells.instant(rows, "checkpoints_reset_at"));
        List<DatabaseCounters> databases = new ArrayList<>();
        do {
            databases.add(database(rows));
        } while (rows.next());
        return new VitalsSnapshot(
                serverTime,
                startedAt,
                inRecovery,
                maxConnections,
                reservedConnections,
                sessions,
                inTransaction,
                walSenders,
                seesEverySession,
                longest,
                walPosition,
                checkpoints,
                databases);
    }

    private static DatabaseCounters database(ResultSet row) throws SQLException {
        return new DatabaseCounters(
                row.getLong("oid"),
                row.getString("name"),
                row.getInt("backends"),
                row.getLong("commits"),
                row.getLong("rollbacks"),
                row.getLong("blocks_read"),
                row.getLong("blocks_hit"),
                row.getLong("rows_returned"),
                row.getLong("rows_fetched"),
                row.getLong("rows_inserted"),
                row.getLong("rows_updated"),
                row.getLong("rows_deleted"),
                row.getLong("temp_files"),
                row.getLong("temp_bytes"),
                row.getLong("deadlocks"),
                Cells.number(row, "checksum_failures"),
                row.getDouble("read_ms"),
                row.getDouble("write_ms"),
                Cells.instant(row, "reset_at"));
    }
}
