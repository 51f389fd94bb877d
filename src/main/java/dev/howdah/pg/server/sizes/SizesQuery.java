package dev.howdah.pg.server.sizes;

import dev.howdah.pg.Cells;
import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.server.sizes.SizesSnapshot.DatabaseSizeRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Measures every database that our role may measure. It looks at every file, so it belongs into the
 * slow lane; it waits for no lock. The guard must stay free of bound values: with one, a generic
 * plan measures all databases before it asks whether it should.
 */
public record SizesQuery() implements Query<SizesSnapshot> {
    private static final String SQL =
            """
            SELECT d.oid,
                   d.datname AS name,
                   CASE WHEN has_database_privilege(d.oid, 'CONNECT')
                             OR pg_has_role('pg_read_all_stats', 'USAGE')
                        THEN pg_database_size(d.oid)
                   END       AS bytes
              FROM pg_database d
             ORDER BY bytes DESC NULLS LAST, name
             LIMIT 500
            """;

    @Override
    public String name() {
        return "sizes";
    }

    @Override
    public Duration limit() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(SQL);
    }

    @Override
    public SizesSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        List<DatabaseSizeRow> databases = new ArrayList<>();
        while (rows.next()) {
            databases.add(
                    new DatabaseSizeRow(
                            rows.getLong("oid"),
                            rows.getString("name"),
                            Cells.number(rows, "bytes")));
        }
        return new SizesSnapshot(databases);
    }
}
