package dev.howdah.pg.server.sizes;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.server.sizes.LargestTablesSnapshot.TableRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Finds the largest tables from the planner's page counts, so that it waits for nobody. */
public record LargestTablesQuery() implements Query<LargestTablesSnapshot> {
    private static final String SQL =
            """
            WITH indexes AS MATERIALIZED (
                 SELECT x.indrelid,
                        sum(i.relpages)::bigint AS pages
                   FROM pg_index x
                   JOIN pg_class i ON i.oid = x.indexrelid
                  GROUP BY x.indrelid
            )
            SELECT c.oid,
                   n.nspname                                                AS schema_name,
                   c.relname                                                AS name,
                   pg_get_userbyid(c.relowner)                              AS owner,
                   greatest(c.reltuples, 0)::bigint                         AS rows,
                   c.relpages * b.bytes                                     AS heap_bytes,
                   coalesce(x.pages, 0) * b.bytes                           AS index_bytes,
                   (coalesce(t.relpages, 0) + coalesce(tx.pages, 0)) * b.bytes AS toast_bytes
              FROM pg_class c
              JOIN pg_namespace n ON n.oid = c.relnamespace
             CROSS JOIN (SELECT current_setting('block_size')::bigint AS bytes) b
              LEFT JOIN indexes x ON x.indrelid = c.oid
              LEFT JOIN pg_class t ON t.oid = c.reltoastrelid
              LEFT JOIN indexes tx ON tx.indrelid = c.reltoastrelid
             WHERE c.relkind IN ('r', 'm')
               AND n.nspname NOT LIKE 'pg\\_%'
               AND n.nspname <> 'information_schema'
             ORDER BY c.relpages + coalesce(x.pages, 0)
                      + coalesce(t.relpages, 0) + coalesce(tx.pages, 0) DESC,
                      schema_name, name
             LIMIT 50
            """;

    @Override
    public String name() {
        return "largest tables";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(SQL);
    }

    @Override
    public LargestTablesSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        List<TableRow> tables = new ArrayList<>();
        while (rows.next()) {
            tables.add(
                    new TableRow(
                            rows.getLong("oid"),
                            rows.getString("schema_name"),
                            rows.getString("name"),
                            rows.getString("owner"),
                            rows.getLong("rows"),
                            rows.getLong("heap_bytes"),
                            rows.getLong("index_bytes"),
                            rows.getLong("toast_bytes")));
        }
        return new LargestTablesSnapshot(tables);
    }
}
