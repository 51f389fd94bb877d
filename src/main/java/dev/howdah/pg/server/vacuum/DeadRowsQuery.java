package dev.howdah.pg.server.vacuum;

import dev.howdah.pg.Cells;
import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.server.vacuum.DeadRowsSnapshot.TableRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the tables with the most dead rows. It asks one counter of every table and the rest only of
 * those it shows; the view pg_stat_user_tables would compute two dozen for each.
 */
public record DeadRowsQuery() implements Query<DeadRowsSnapshot> {
    private static final String SQL =
            """
            WITH worst AS MATERIALIZED (
                 SELECT c.oid,
                        c.relnamespace,
                        c.relname,
                        c.reltuples,
                        c.reloptions,
                        pg_stat_get_dead_tuples(c.oid) AS dead_rows
                   FROM pg_class c
                  WHERE c.relkind IN ('r', 'm')
                  ORDER BY dead_rows DESC, c.oid
                  LIMIT 50
            )
            SELECT n.nspname                      AS schema_name,
                   w.relname                      AS name,
                   pg_stat_get_live_tuples(w.oid) AS live_rows,
                   w.dead_rows,
                   {cap}(coalesce(o.threshold, current_setting('autovacuum_vacuum_threshold'))::float8
                       + coalesce(o.scale_factor,
                                  current_setting('autovacuum_vacuum_scale_factor'))::float8
                         * greatest(w.reltuples, 0){capped})::bigint AS vacuum_threshold,
                   coalesce(o.enabled, 'true')::boolean IS FALSE AS autovacuum_off,
                   greatest(pg_stat_get_last_vacuum_time(w.oid),
                            pg_stat_get_last_autovacuum_time(w.oid))  AS last_vacuum,
                   greatest(pg_stat_get_last_analyze_time(w.oid),
                            pg_stat_get_last_autoanalyze_time(w.oid)) AS last_analyze
              FROM worst w
              JOIN pg_namespace n ON n.oid = w.relnamespace
             CROSS JOIN LATERAL (
                   SELECT max(p.option_value) FILTER (
                              WHERE p.option_name = 'autovacuum_enabled')            AS enabled,
                          max(p.option_value) FILTER (
                              WHERE p.option_name = 'autovacuum_vacuum_threshold')   AS threshold,
                          max(p.option_value) FILTER (
                              WHERE p.option_name = 'autovacuum_vacuum_scale_factor') AS scale_factor
                     FROM pg_options_to_table(w.reloptions) p) o
             WHERE w.dead_rows > 0
               AND n.nspname NOT LIKE 'pg\\_%'
               AND n.nspname <> 'information_schema'
             ORDER BY w.dead_rows DESC, schema_name, name
            """;

    @Override
    public String name() {
        return "dead rows";
    }

    /** From 18 on autovacuum comes to very large tables sooner, unless the cap is -1. */
    @Override
    public Sql sql(ServerShape shape) {
        boolean isCapped = shape.atLeast(18);
        return Sql.of(
                SQL.replace("{cap}", isCapped ? "least" : "")
                        .replace(
                                "{capped}",
                                isCapped
                                        ? ", nullif(current_setting("
                                                + "'autovacuum_vacuum_max_threshold')::float8, -1)"
                                        : ""));
    }

    @Override
    public DeadRowsSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        List<TableRow> tables = new ArrayList<>();
        while (rows.next()) {
            tables.add(
                    new TableRow(
                            rows.getString("schema_name"),
                            rows.getString("name"),
                            rows.getLong("live_rows"),
                            rows.getLong("dead_rows"),
                            rows.getLong("vacuum_threshold"),
                            rows.getBoolean("autovacuum_off"),
                            Cells.instant(rows, "last_vacuum"),
                            Cells.instant(rows, "last_analyze")));
        }
        return new DeadRowsSnapshot(tables);
    }
}
