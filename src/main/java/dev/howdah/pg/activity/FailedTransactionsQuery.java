package dev.howdah.pg.activity;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/**
 * Reads the sessions that are "idle in transaction (aborted)". They hold no lock and have no start
 * of a transaction any more, so only a scan of all sessions finds them: ask this rarely.
 */
public record FailedTransactionsQuery() implements Query<ActivitySnapshot> {

    @Override
    public String name() {
        return "failed-transactions";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return ActivityQuery.sqlOfAll(shape, "a.state = 'idle in transaction (aborted)'");
    }

    @Override
    public ActivitySnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        return ActivityQuery.snapshot(rows);
    }

    @Override
    public String neededGrant() {
        return "pg_read_all_stats";
    }
}
