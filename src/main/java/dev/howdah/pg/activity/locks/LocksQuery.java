package dev.howdah.pg.activity.locks;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.activity.ActivityQuery;
import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.pg.activity.SessionColumns;
import dev.howdah.pg.activity.locks.LocksSnapshot.LockRow;
import dev.howdah.pg.activity.locks.LocksSnapshot.WantedLock;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the queues for locks. Who blocks whom is asked of the server, for waiting sessions only:
 * guessing it from pg_locks misses those who merely stand ahead in the queue. Names come from
 * pg_class without touching the relations, so nothing here waits for a lock itself.
 */
public record LocksQuery() implements Query<LocksSnapshot> {
    public static final int MAX_WAITERS = 200;

    private static final String SQL =
            """
              WITH held AS MATERIALIZED (
                   SELECT l.* FROM pg_lock_status() l
                   ),
                   waiter AS MATERIALIZED (
                   SELECT h.*,
                          {waitstart}       AS since,
                          count(*) OVER ()  AS waiting
                     FROM held h
                    WHERE NOT h.granted
                    ORDER BY since NULLS LAST, h.pid
                    LIMIT {waiters}
                   ),
                   queue AS MATERIALIZED (
                   SELECT w.*,
                          (pg_blocking_pids(w.pid))[1:{blockers}] AS blocked_by
                     FROM waiter w
                   ),
                   prepared AS (
                   SELECT p.gid, p.prepared
                     FROM pg_prepared_xact() p
                     JOIN held own ON own.pid IS NULL
                                  AND own.transactionid = p.transaction
                    WHERE EXISTS (SELECT
                                    FROM held h
                                    JOIN waiter w
                                      ON (h.locktype, h.database, h.relation, h.page, h.tuple,
                                          h.transactionid, h.classid, h.objid, h.objsubid)
                                         IS NOT DISTINCT FROM
                                         (w.locktype, w.database, w.relation, w.page, w.tuple,
                                          w.transactionid, w.classid, w.objid, w.objsubid)
                                   WHERE h.granted
                                     AND h.pid IS NULL
                                     AND h.virtualtransaction = own.virtualtransaction)
                    ORDER BY p.prepared
                    LIMIT 5
                   ),
                   node AS (
                   SELECT w.pid FROM waiter w
                    UNION
                   SELECT unnest(q.blocked_by) FROM queue q
                   )
            SELECT coalesce((SELECT max(w.waiting) FROM waiter w), 0) AS waiting,
                   n.pid                                       AS node_pid,
                   coalesce(q.blocked_by, '{}')                AS blocked_by,
                   q.mode,
                   q.locktype,
                   t.nspname                                   AS schema_name,
                   t.relname                                   AS relation_name,
                   CASE q.locktype
                        WHEN 'relation'      THEN CASE WHEN t.relname IS NULL
                                                       THEN 'relation ' || q.relation END
                        WHEN 'tuple'         THEN 'page ' || q.page || ', tuple ' || q.tuple
                        WHEN 'page'          THEN 'page ' || q.page
                        WHEN 'transactionid' THEN 'transaction ' || q.transactionid
                        WHEN 'virtualxid'    THEN 'virtual transaction ' || q.virtualxid
                        WHEN 'advisory'      THEN 'key ' || q.classid || ', ' || q.objid
                        WHEN 'object'        THEN q.classid::regclass || ' ' || q.objid
                   END                                         AS place,
                   o.datname                                   AS lock_database,
                   extract(epoch FROM clock_timestamp() - q.since)::float8 AS waiting_s,
                   CASE WHEN n.pid = 0
                        THEN ARRAY(SELECT p.gid FROM prepared p ORDER BY p.prepared)
                        ELSE '{}'
                   END                                         AS prepared_gids,
                   s.pid IS NOT NULL                           AS session_exists,
                   {session}
              FROM node n
              LEFT JOIN queue q ON q.pid = n.pid
              LEFT JOIN (SELECT DISTINCT ON (h.pid)
                                h.pid, h.database, h.relation
                           FROM held h
                          WHERE h.granted
                            AND h.locktype = 'tuple'
                          ORDER BY h.pid) own_tuple ON own_tuple.pid = q.pid
                                                   AND q.locktype = 'transactionid'
              LEFT JOIN pg_database here ON here.datname = current_database()
              LEFT JOIN LATERAL (SELECT c.relname, m.nspname
                                   FROM pg_class c
                                   JOIN pg_namespace m ON m.oid = c.relnamespace
                                  WHERE c.oid = coalesce(q.relation, own_tuple.relation)
                                    AND coalesce(q.database, own_tuple.database) IN (0, here.oid)
                                  ORDER BY c.oid
                                  LIMIT 1) t ON true
              LEFT JOIN pg_database o ON o.oid = q.database
                                     AND o.oid <> here.oid
              LEFT JOIN LATERAL pg_stat_get_activity(n.pid) s ON true
              LEFT JOIN pg_database d ON d.oid = s.datid
             ORDER BY q.since NULLS LAST, n.pid
             LIMIT {rows}
            """;

    @Override
    public String name() {
        return "locks";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(
                SQL.replace("{waitstart}", shape.atLeast(14) ? "h.waitstart" : "NULL::timestamptz")
                        .replace("{waiters}", Integer.toString(MAX_WAITERS))
                        .replace("{blockers}", Integer.toString(ActivityQuery.MAX_BLOCKERS))
                        .replace("{session}", SessionColumns.select(shape))
                        .replace("{rows}", Integer.toString(3 * MAX_WAITERS)));
    }

    @Override
    public LocksSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        List<LockRow> all = new ArrayList<>();
        int waiting = 0;
        while (rows.next()) {
            waiting = rows.getInt("waiting");
            List<Integer> blockedBy = SessionColumns.pids(rows, "blocked_by");
            Array prepared = rows.getArray("prepared_gids");
            all.add(
                    new LockRow(
                            rows.getInt("node_pid"),
                            session(rows),
                            wanted(rows),
                            blockedBy,
                            List.of((String[]) prepared.getArray())));
        }
        return new LocksSnapshot(all, waiting);
    }

    private static Optional<SessionRow> session(ResultSet row) throws SQLException {
        return row.getBoolean("session_exists")
                ? Optional.of(SessionColumns.read(row))
                : Optional.empty();
    }

    private static Optional<WantedLock> wanted(ResultSet row) throws SQLException {
        String mode = row.getString("mode");
        if (mode == null) {
            return Optional.empty();
        }
        String relation = row.getString("relation_name");
        return Optional.of(
                new WantedLock(
                        mode,
                        SessionColumns.text(row, "locktype"),
                        relation == null ? "" : row.getString("schema_name") + "." + relation,
                        SessionColumns.text(row, "place"),
                        SessionColumns.text(row, "lock_database"),
                        SessionColumns.seconds(row, "waiting_s")));
    }

    @Override
    public String neededGrant() {
        return "pg_read_all_stats";
    }
}
