package dev.howdah.pg.restore;

import dev.howdah.pg.Cells;
import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.restore.TableShapeSnapshot.Column;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The columns and constraints of a table, to make one like it elsewhere. */
public record TableShapeQuery(TableName table) implements Query<TableShapeSnapshot> {
    private static final String SQL =
            """
            SELECT a.attname AS name,
                   format_type(a.atttypid, a.atttypmod) AS type,
                   a.attnotnull AS not_null,
                   a.attidentity AS identity,
                   a.attgenerated AS generated,
                   pg_get_expr(d.adbin, d.adrelid) AS default_value,
                   CASE WHEN a.attcollation <> t.typcollation
                        THEN quote_ident(v.nspname) || '.' || quote_ident(o.collname)
                   END AS collation,
                   (SELECT array_agg(pg_get_constraintdef(k.oid) ORDER BY k.contype DESC, k.conname)
                      FROM pg_constraint k
                     WHERE k.conrelid = c.oid
                       AND k.contype IN ('p', 'u', 'c')) AS constraints,
                   (SELECT count(*)
                      FROM pg_constraint k
                     WHERE k.conrelid = c.oid
                       AND k.contype = 'f') AS foreign_keys,
                   (SELECT count(*)
                      FROM pg_index i
                     WHERE i.indrelid = c.oid
                       AND NOT EXISTS (SELECT
                                         FROM pg_constraint k
                                        WHERE k.conindid = i.indexrelid
                                          AND k.conrelid = c.oid)) AS further_indexes
              FROM pg_class c
              JOIN pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_attribute a ON a.attrelid = c.oid
              JOIN pg_type t ON t.oid = a.atttypid
              LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
              LEFT JOIN pg_collation o ON o.oid = a.attcollation
              LEFT JOIN pg_namespace v ON v.oid = o.collnamespace
             WHERE n.nspname = ?
               AND c.relname = ?
               AND a.attnum > 0
               AND NOT a.attisdropped
             ORDER BY a.attnum
             LIMIT 1600
            """;

    @Override
    public String name() {
        return "table-shape";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(SQL, table.schema(), table.name());
    }

    @Override
    public TableShapeSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        List<Column> columns = new ArrayList<>();
        List<String> constraints = List.of();
        int foreignKeys = 0;
        int furtherIndexes = 0;
        while (rows.next()) {
            columns.add(
                    new Column(
                            rows.getString("name"),
                            rows.getString("type"),
                            rows.getBoolean("not_null"),
                            rows.getString("identity"),
                            rows.getString("generated"),
                            Cells.text(rows, "default_value"),
                            Cells.text(rows, "collation")));
            Array array = rows.getArray("constraints");
            constraints = array == null ? List.of() : List.of((String[]) array.getArray());
            foreignKeys = rows.getInt("foreign_keys");
            furtherIndexes = rows.getInt("further_indexes");
        }
        return new TableShapeSnapshot(table, columns, constraints, foreignKeys, furtherIndexes);
    }
}
