package dev.howdah.pg.restore;

import dev.howdah.pg.Cells;
import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.restore.RestoredTablesSnapshot.TableRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The tables of the database with everything that two copies of them must have in common, as texts
 * that can be compared. Reads catalogs only, so that it waits for nobody.
 */
public record RestoredTablesQuery() implements Query<RestoredTablesSnapshot> {
    /** More than this are not compared. */
    static final int MOST = 5_000;

    private static final String SQL =
            """
            SELECT n.nspname AS schema,
                   c.relname AS name,
                   c.reltuples::bigint AS estimated_rows,
                   c.relpages::bigint * current_setting('block_size')::bigint AS bytes,
                   (SELECT string_agg(quote_ident(a.attname) || ' '
                                      || format_type(a.atttypid, a.atttypmod)
                                      || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END,
                                      ', ' ORDER BY a.attname)
                      FROM pg_attribute a
                     WHERE a.attrelid = c.oid
                       AND a.attnum > 0
                       AND NOT a.attisdropped) AS columns,
                   (SELECT string_agg(pg_get_indexdef(i.indexrelid), E'\\n'
                                      ORDER BY pg_get_indexdef(i.indexrelid))
                      FROM pg_index i
                     WHERE i.indrelid = c.oid
                       AND i.indisvalid) AS indexes,
                   (SELECT string_agg(quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid),
                                      E'\\n' ORDER BY k.conname)
                      FROM pg_constraint k
                     WHERE k.conrelid = c.oid
                       AND k.contype <> 'n') AS constraints
              FROM pg_class c
              JOIN pg_namespace n ON n.oid = c.relnamespace
             WHERE c.relkind IN ('r', 'p')
               AND c.relpersistence <> 't'
               AND n.nspname NOT LIKE 'pg\\_%'
               AND n.nspname <> 'information_schema'
               AND NOT EXISTS (SELECT FROM pg_depend d
                                WHERE d.classid = 'pg_class'::regclass
                                  AND d.objid = c.oid
                                  AND d.deptype = 'e')
             ORDER BY n.nspname, c.relname
             LIMIT 5001
            """;

    @Override
    public String name() {
        return "restored-tables";
    }

    @Override
    public Duration limit() {
        return Duration.ofSeconds(30);
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(SQL);
    }

    @Override
    public RestoredTablesSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        List<TableRow> tables = new ArrayList<>();
        while (rows.next()) {
            tables.add(
                    new TableRow(
                            new TableName(rows.getString("schema"), rows.getString("name")),
                            rows.getLong("estimated_rows"),
                            rows.getLong("bytes"),
                            Cells.text(rows, "columns").orElse(""),
                            Cells.text(rows, "indexes").orElse(""),
                            Cells.text(rows, "constraints").orElse("")));
        }
        boolean more = tables.size() > MOST;
        return new RestoredTablesSnapshot(more ? tables.subList(0, MOST) : tables, more);
    }
}
