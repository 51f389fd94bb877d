package dev.howdah.pg.activity;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Counts the sessions against the limit without building a row for any of them. Needs no right. A
 * process with a database and a user is a program's session; replication connections and the
 * server's own processes lack one of them and have slots of their own. Background workers that are
 * connected to a database (parallel workers, logical replication) are counted too.
 */
public record SessionCountsQuery() implements Query<SessionCountsSnapshot> {
    private static final String SQL =
            """
            SELECT ARRAY(SELECT pg_stat_get_backend_pid(i)
                           FROM pg_stat_get_backend_idset() AS i
                          WHERE pg_stat_get_backend_dbid(i) <> 0
                            AND pg_stat_get_backend_userid(i) <> 0)     AS pids,
                   current_setting('max_connections')::int              AS max_connections,
                   current_setting('superuser_reserved_connections')::int
                   + coalesce(current_setting('reserved_connections', true)::int, 0) AS reserved
            """;

    @Override
    public String name() {
        return "session-counts";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(SQL);
    }

    @Override
    public SessionCountsSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        rows.next();
        return new SessionCountsSnapshot(
                SessionColumns.pids(rows, "pids"),
                rows.getInt("max_connections"),
                rows.getInt("reserved"));
    }
}
