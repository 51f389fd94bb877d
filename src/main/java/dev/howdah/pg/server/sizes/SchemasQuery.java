package dev.howdah.pg.server.sizes;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.server.sizes.SchemasSnapshot.SchemaRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Adds up the relations of each schema. Estimated, it reads nothing but pg_class and waits for
 * nobody. Measured, it asks for the size of each file and leaves out every relation that somebody
 * locks exclusively or waits to lock, because a size function would queue behind them.
 *
 * @param measured whether to measure
 */
public record SchemasQuery(boolean measured) implements Query<SchemasSnapshot> {
    private static final String SQL =
            """
            WITH {locked} relation AS (
                 SELECT c.oid,
                        c.relnamespace,
                        c.relkind,
                        c.reltoastrelid,
                        c.reltuples,
                        {bytes} AS bytes
                   FROM pg_class c
                  WHERE c.relkind IN ('r', 'm', 'i', 't')
            ), belongs AS (
                 SELECT r.relnamespace AS schema_oid, r.relkind, r.reltuples, r.bytes
                   FROM relation r
                  WHERE r.relkind <> 't'
                 UNION ALL
                 SELECT h.relnamespace, t.relkind, 0, t.bytes
                   FROM relation h
                   JOIN relation t ON t.oid = h.reltoastrelid
                 UNION ALL
                 SELECT h.relnamespace, i.relkind, 0, i.bytes
                   FROM relation h
                   JOIN pg_index x ON x.indrelid = h.reltoastrelid
                   JOIN relation i ON i.oid = x.indexrelid
                  WHERE h.reltoastrelid <> 0
            )
            SELECT n.oid,
                   n.nspname                     AS name,
                   pg_get_userbyid(n.nspowner)   AS owner,
                   count(*) FILTER (WHERE b.relkind IN ('r', 'm'))                   AS tables,
                   coalesce(sum(greatest(b.reltuples, 0))
                            FILTER (WHERE b.relkind IN ('r', 'm')), 0)::bigint       AS rows,
                   coalesce(sum(b.bytes), 0)::bigint                                 AS bytes,
                   count(*) FILTER (WHERE {unknown})                                       AS unknown_tables
              FROM pg_namespace n
              LEFT JOIN belongs b ON b.schema_oid = n.oid
             WHERE n.nspname NOT LIKE 'pg\\_%'
               AND n.nspname <> 'information_schema'
             GROUP BY n.oid, n.nspname, n.nspowner
             ORDER BY bytes DESC, name
             LIMIT 500
            """;

    private static final String ESTIMATE =
            "c.relpages::bigint * current_setting('block_size')::bigint";

    @Override
    public String name() {
        return measured ? "schemas-measured" : "schemas";
    }

    @Override
    public Duration limit() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Sql sql(ServerShape shape) {
        return measured
                ? sql(LOCKED, MEASURE, "b.bytes IS NULL")
                : sql("", ESTIMATE, NEVER_ANALYZED);
    }

    private static Sql sql(String locked, String bytes, String unknown) {
        return Sql.of(
                SQL.replace("{locked}", locked)
                        .replace("{bytes}", bytes)
                        .replace("{unknown}", unknown));
    }

    /** Up to 13 a table that was never analyzed has 0 pages and rows, later -1 rows. */
    private static final String NEVER_ANALYZED =
            "b.relkind IN ('r', 'm') AND b.bytes = 0 AND b.reltuples <= 0";

    private static final String LOCKED =
            """
            locked AS MATERIALIZED (
                 SELECT coalesce(array_agg(l.relation), '{}') AS oids
                   FROM pg_locks l
                  WHERE l.locktype = 'relation'
                    AND l.mode = 'AccessExclusiveLock'
            ),\
            """;

    private static final String MEASURE =
            """
            CASE WHEN c.oid <> ALL ((SELECT l.oids FROM locked l)::oid[])
                             THEN pg_relation_size(c.oid, 'main')
                                  + pg_relation_size(c.oid, 'fsm')
                                  + pg_relation_size(c.oid, 'vm')
                        END\
            """;

    @Override
    public SchemasSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        List<SchemaRow> schemas = new ArrayList<>();
        while (rows.next()) {
            schemas.add(
                    new SchemaRow(
                            rows.getLong("oid"),
                            rows.getString("name"),
                            rows.getString("owner"),
                            rows.getLong("tables"),
                            rows.getLong("rows"),
                            rows.getLong("bytes"),
                            rows.getLong("unknown_tables")));
        }
        return new SchemasSnapshot(measured, schemas);
    }
}
