package dev.howdah.pg.proof.deed;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.proof.catalog.RoleAccessSql;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Chooses the tables on which a proof tries things out: the same ones every time, twenty of each
 * schema and two hundred in all, the first of each owner before the second of any. Foreign tables
 * are left to the catalog, because even planning to read one can bother another server.
 */
public record ProofSamplesQuery() implements Query<ProofSamplesSnapshot> {
    static final int PER_SCHEMA = 20;
    static final int LIMIT = 200;

    @Override
    public String name() {
        return "proof samples";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(
                "WITH %s\n".formatted(RoleAccessSql.RELATIONS)
                        + """
                        SELECT t.nspname                        AS schema_name,
                               t.relname                        AS table_name,
                               o.rolname                        AS owner_name,
                               t.relkind IN ('v', 'p')          AS is_view,
                               t.relkind IN ('r', 'p')          AS takes_rows,
                               coalesce(a.attname, '')          AS column_name,
                               coalesce(q.oid, 0)               AS sequence_oid,
                               coalesce(q.sequence, '')         AS sequence_name,
                               count(*) OVER ()                 AS total,
                               (SELECT array_agg(s.nspname::text ORDER BY s.nspname)
                                  FROM (SELECT n.nspname
                                          FROM pg_namespace n
                                         WHERE NOT starts_with(n.nspname::text, 'pg_')
                                           AND n.nspname <> 'information_schema'
                                         ORDER BY n.nspname
                                         LIMIT %2$d) s)         AS schemas
                          FROM (SELECT c.*,
                                       row_number() OVER (PARTITION BY c.nspname
                                                          ORDER BY c.of_owner, c.relowner, c.relname) AS place
                                  FROM (SELECT r.*,
                                               row_number() OVER (PARTITION BY r.nspname, r.relowner
                                                                  ORDER BY r.relkind = 'v', r.relname) AS of_owner
                                          FROM relations r
                                         WHERE r.relkind IN ('r', 'p', 'v', 'm')
                                           AND NOT r.of_extension) c) t
                          JOIN pg_roles o ON o.oid = t.relowner
                          LEFT JOIN LATERAL (SELECT a.attname
                                               FROM pg_attribute a
                                              WHERE a.attrelid = t.oid
                                                AND a.attnum > 0
                                                AND NOT a.attisdropped
                                                AND a.attgenerated = ''
                                                AND a.attidentity <> 'a'
                                              ORDER BY a.attnum
                                              LIMIT 1) a ON true
                          LEFT JOIN LATERAL (SELECT d.objid::bigint AS oid,
                                                    d.objid::regclass::text AS sequence
                                               FROM pg_depend d
                                               JOIN pg_class s ON s.oid = d.objid
                                                              AND s.relkind = 'S'
                                              WHERE d.refobjid = t.oid
                                                AND d.classid = 'pg_class'::regclass
                                                AND d.refclassid = 'pg_class'::regclass
                                                AND d.deptype = 'a'
                                              ORDER BY d.objid
                                              LIMIT 1) q ON true
                         WHERE t.place <= %1$d
                         ORDER BY t.place, t.nspname
                         LIMIT %2$d
                        """
                                .formatted(PER_SCHEMA, LIMIT));
    }

    @Override
    public ProofSamplesSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        List<ProofSamplesSnapshot.Sample> tables = new ArrayList<>();
        List<String> schemas = List.of();
        long total = 0;
        while (rows.next()) {
            total = rows.getLong("total");
            Array names = rows.getArray("schemas");
            schemas =
                    names == null
                            ? List.of()
                            : Stream.of((Object[]) names.getArray()).map(String::valueOf).toList();
            tables.add(
                    new ProofSamplesSnapshot.Sample(
                            rows.getString("schema_name"),
                            rows.getString("table_name"),
                            rows.getString("owner_name"),
                            rows.getBoolean("is_view"),
                            rows.getBoolean("takes_rows"),
                            rows.getString("column_name"),
                            rows.getLong("sequence_oid"),
                            rows.getString("sequence_name")));
        }
        return new ProofSamplesSnapshot(tables, total, schemas);
    }
}
