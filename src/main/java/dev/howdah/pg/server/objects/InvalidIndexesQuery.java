package dev.howdah.pg.server.objects;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.server.objects.InvalidIndexesSnapshot.IndexRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds indexes that a failed CREATE INDEX CONCURRENTLY or REINDEX CONCURRENTLY left behind. While
 * such a command runs, its index is just as invalid; its lock on the table tells the two apart, for
 * every role, where the progress view hides others' commands.
 */
public record InvalidIndexesQuery() implements Query<InvalidIndexesSnapshot> {
    private static final String SQL =
            """
            WITH building AS MATERIALIZED (
                 SELECT l.relation AS oid
                   FROM pg_locks l
                  WHERE l.locktype = 'relation'
                    AND l.mode = 'ShareUpdateExclusiveLock'
                    AND l.granted
            )
            SELECT n.nspname AS schema_name,
                   t.relname AS table_name,
                   i.relname AS name,
                   i.relpages * current_setting('block_size')::bigint AS estimated_bytes
              FROM pg_index x
              JOIN pg_class i ON i.oid = x.indexrelid
              JOIN pg_class t ON t.oid = x.indrelid
              JOIN pg_namespace n ON n.oid = i.relnamespace
             WHERE NOT x.indisvalid
               AND i.relkind = 'i'
               AND NOT EXISTS (SELECT FROM building b WHERE b.oid = x.indrelid)
             ORDER BY schema_name, name
             LIMIT 50
            """;

    @Override
    public String name() {
        return "invalid indexes";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(SQL);
    }

    @Override
    public InvalidIndexesSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        List<IndexRow> indexes = new ArrayList<>();
        while (rows.next()) {
            indexes.add(
                    new IndexRow(
                            rows.getString("schema_name"),
                            rows.getString("table_name"),
                            rows.getString("name"),
                            rows.getLong("estimated_bytes")));
        }
        return new InvalidIndexesSnapshot(indexes);
    }
}
