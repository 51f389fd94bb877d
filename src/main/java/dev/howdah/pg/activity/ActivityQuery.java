package dev.howdah.pg.activity;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the sessions that are in a transaction or stream a replica; with {@code idleToo} all of
 * them. Building a row costs the server far more than looking whether a session is in a
 * transaction, so rows are built for those only, unless there are so many of them that one scan is
 * cheaper. That decision is the server's, at the moment of asking.
 *
 * <p>A transaction that has failed counts as ended for the server, so sessions that are "idle in
 * transaction (aborted)" are seen only by {@link FailedTransactionsQuery} or with {@code idleToo}.
 */
public record ActivityQuery(boolean idleToo) implements Query<ActivitySnapshot> {
    public static final int MAX_ROWS = 500;
    public static final int MAX_BLOCKERS = 20;

    /**
     * One row built by pid costs about as much as three rows of a full scan (measured on 13, 15 and
     * 18 with 500 sessions), so from a third on the scan is cheaper. A pid of NULL means all.
     */
    private static final String IN_TRANSACTION =
            """
            (SELECT DISTINCT
                           unnest(CASE WHEN count(*) FILTER (WHERE b.in_transaction) > count(*) / 3
                                       THEN ARRAY[NULL::int]
                                       ELSE array_agg(b.pid) FILTER (WHERE b.in_transaction)
                                            || ARRAY(SELECT r.pid FROM pg_stat_get_wal_senders() r)
                                  END) AS pid
                      FROM (SELECT pg_stat_get_backend_pid(i)                    AS pid,
                                   pg_stat_get_backend_xact_start(i) IS NOT NULL AS in_transaction
                              FROM pg_stat_get_backend_idset() AS i) b)\
            """;

    /** The per-backend functions tell a role without pg_read_all_stats nothing of others. */
    private static final String EVERYBODY = "(SELECT NULL::int AS pid)";

    // One row comes even when no session does: where nothing is tracked, nothing is found.
    private static final String SQL =
            """
            SELECT s.matching,
                   s.hidden,
                   t.tracked,
                   CASE WHEN s.wait_event_type = 'Lock'
                        THEN (pg_blocking_pids(s.pid))[1:{blockers}]
                   END                                         AS blocked_by,
                   {session}
              FROM (SELECT current_setting('track_activities') AS tracked) t
              LEFT JOIN
                   (SELECT a.*,
                           count(*) FILTER (WHERE a.backend_type IS NOT NULL) OVER () AS matching,
                           count(*) FILTER (WHERE a.backend_type IS NULL
                                              AND a.usesysid IS NOT NULL) OVER () AS hidden
                      FROM {pids} w
                     CROSS JOIN LATERAL pg_stat_get_activity(w.pid) a
                     WHERE a.backend_type IS NULL
                        OR {condition}) s ON s.backend_type IS NOT NULL
              LEFT JOIN pg_database d ON d.oid = s.datid
             ORDER BY s.wait_event_type = 'Lock' DESC NULLS LAST,
                      s.xact_start NULLS LAST,
                      s.state_change NULLS LAST,
                      s.pid
             LIMIT {rows}
            """;

    @Override
    public String name() {
        return idleToo ? "sessions" : "activity";
    }

    @Override
    public Sql sql(ServerShape shape) {
        boolean all = idleToo || !shape.rights().readsAllStats();
        return sql(
                shape,
                all ? EVERYBODY : IN_TRANSACTION,
                idleToo ? "a.state IS NOT NULL" : "a.state <> 'idle'");
    }

    /** Of everybody, those that satisfy a condition on {@code a}. */
    static Sql sqlOfAll(ServerShape shape, String condition) {
        return sql(shape, EVERYBODY, condition);
    }

    private static Sql sql(ServerShape shape, String pids, String condition) {
        return Sql.of(
                SQL.replace("{pids}", pids)
                        .replace("{condition}", condition)
                        .replace("{blockers}", Integer.toString(MAX_BLOCKERS))
                        .replace("{session}", SessionColumns.select(shape))
                        .replace("{rows}", Integer.toString(MAX_ROWS)));
    }

    @Override
    public ActivitySnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        return snapshot(rows);
    }

    static ActivitySnapshot snapshot(ResultSet rows) throws SQLException {
        List<SessionRow> sessions = new ArrayList<>();
        int matching = 0;
        int hidden = 0;
        boolean tracked = true;
        while (rows.next()) {
            matching = rows.getInt("matching");
            hidden = rows.getInt("hidden");
            tracked = rows.getString("tracked").equals("on");
            if (rows.getObject("pid") != null) {
                sessions.add(SessionColumns.read(rows));
            }
        }
        return new ActivitySnapshot(sessions, matching, hidden, tracked);
    }

    @Override
    public String neededGrant() {
        return "pg_read_all_stats";
    }
}
