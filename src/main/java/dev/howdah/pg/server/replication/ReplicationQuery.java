package dev.howdah.pg.server.replication;

import dev.howdah.pg.Cells;
import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.server.replication.ReplicationSnapshot.Receiver;
import dev.howdah.pg.server.replication.ReplicationSnapshot.SlotRow;
import dev.howdah.pg.server.replication.ReplicationSnapshot.StandbyRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads both ends of replication at once. It asks for the WAL senders themselves and looks up only
 * their sessions: the view pg_stat_replication would make a row for every session of the server.
 */
public record ReplicationQuery() implements Query<ReplicationSnapshot> {
    // On a standby there is no write position; its own standbys follow what it has received.
    private static final String SQL =
            """
            WITH here AS MATERIALIZED (
                 SELECT pg_is_in_recovery() AS in_recovery,
                        CASE WHEN pg_is_in_recovery()
                             THEN greatest(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn())
                             ELSE pg_current_wal_lsn()
                        END AS lsn
            )
            (SELECT 'standby'                               AS kind,
                    s.pid,
                    coalesce(a.application_name, '')        AS name,
                    host(a.client_addr)                     AS place,
                    s.state,
                    s.sync_state                            AS mode,
                    true                                    AS active,
                    pg_wal_lsn_diff(h.lsn, s.replay_lsn)    AS bytes,
                    extract(epoch FROM s.write_lag) * 1000  AS write_ms,
                    extract(epoch FROM s.flush_lag) * 1000  AS flush_ms,
                    extract(epoch FROM s.replay_lag) * 1000 AS replay_ms,
                    NULL::timestamptz                       AS moment,
                    NULL                                    AS note
               FROM here h
              CROSS JOIN pg_stat_get_wal_senders() s
               LEFT JOIN LATERAL pg_stat_get_activity(s.pid) a ON true
              ORDER BY bytes DESC NULLS LAST, name, s.pid
              LIMIT 100)
             UNION ALL
            (SELECT 'slot',
                    s.active_pid,
                    s.slot_name,
                    s.database,
                    s.wal_status,
                    s.slot_type,
                    s.active,
                    pg_wal_lsn_diff(h.lsn, s.restart_lsn)   AS bytes,
                    NULL, NULL, NULL,
                    {inactive since},
                    {invalidation}
               FROM here h
              CROSS JOIN pg_replication_slots s
              ORDER BY bytes DESC NULLS LAST, s.slot_name
              LIMIT 100)
             UNION ALL
             SELECT 'receiver',
                    r.pid,
                    r.slot_name,
                    r.sender_host || ':' || r.sender_port,
                    r.status,
                    NULL,
                    r.pid IS NOT NULL,
                    pg_wal_lsn_diff(pg_last_wal_receive_lsn(), pg_last_wal_replay_lsn()),
                    NULL, NULL,
                    CASE WHEN r.pid IS NOT NULL
                              AND pg_last_wal_receive_lsn() <= pg_last_wal_replay_lsn()
                         THEN 0
                         ELSE extract(epoch FROM clock_timestamp()
                                                 - pg_last_xact_replay_timestamp()) * 1000
                    END,
                    pg_last_xact_replay_timestamp(),
                    CASE WHEN h.in_recovery AND pg_is_wal_replay_paused() THEN 'paused' END
               FROM here h
               LEFT JOIN pg_stat_get_wal_receiver() r ON r.pid IS NOT NULL
              WHERE h.in_recovery
            """;

    @Override
    public String name() {
        return "replication";
    }

    @Override
    public Sql sql(ServerShape shape) {
        boolean tellsWhy = shape.atLeast(17);
        return Sql.of(
                SQL.replace("{inactive since}", tellsWhy ? "s.inactive_since" : "NULL")
                        .replace(
                                "{invalidation}",
                                tellsWhy
                                        ? "s.invalidation_reason"
                                        : shape.atLeast(16)
                                                ? "CASE WHEN s.conflicting THEN 'conflict' END"
                                                : "NULL"));
    }

    @Override
    public ReplicationSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        List<StandbyRow> standbys = new ArrayList<>();
        List<SlotRow> slots = new ArrayList<>();
        Optional<Receiver> receiver = Optional.empty();
        while (rows.next()) {
            switch (rows.getString("kind")) {
                case "standby" -> standbys.add(standby(rows));
                case "slot" -> slots.add(slot(rows));
                default -> receiver = Optional.of(receiver(rows));
            }
        }
        return new ReplicationSnapshot(standbys, slots, receiver);
    }

    private static StandbyRow standby(ResultSet row) throws SQLException {
        return new StandbyRow(
                row.getInt("pid"),
                row.getString("name"),
                Cells.text(row, "place"),
                Cells.text(row, "state"),
                Cells.text(row, "mode"),
                Cells.millis(row, "write_ms"),
                Cells.millis(row, "flush_ms"),
                Cells.millis(row, "replay_ms"),
                Cells.count(row, "bytes"));
    }

    private static SlotRow slot(ResultSet row) throws SQLException {
        return new SlotRow(
                row.getString("name"),
                row.getString("mode").equals("logical"),
                Cells.text(row, "place"),
                row.getBoolean("active"),
                Cells.count(row, "bytes"),
                Cells.text(row, "state"),
                Cells.text(row, "note"),
                Cells.instant(row, "moment"));
    }

    private static Receiver receiver(ResultSet row) throws SQLException {
        return new Receiver(
                row.getBoolean("active"),
                Cells.text(row, "state"),
                Cells.text(row, "place"),
                Cells.text(row, "name"),
                Cells.millis(row, "replay_ms"),
                Cells.count(row, "bytes"),
                Cells.instant(row, "moment"),
                row.getString("note") != null);
    }
}
