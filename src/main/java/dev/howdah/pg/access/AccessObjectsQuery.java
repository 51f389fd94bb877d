package dev.howdah.pg.access;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * Reads every object that has an ACL. The server groups objects of one schema, kind, owner and ACL,
 * so that an ACL which thousands of tables share travels once. Only catalogs are read and no
 * relation is opened, so no lock of others is in the way.
 *
 * @param systemSchemas whether pg_catalog and information_schema belong to it
 */
public record AccessObjectsQuery(boolean systemSchemas) implements Query<AccessObjectsSnapshot> {
    /** The rest is counted. */
    public static final int LIMIT = 50_000;

    /** The sum of entries of the ACLs that are read; objects beyond it come without theirs. */
    public static final int ACL_ITEM_LIMIT = 300_000;

    private static final String SQL =
            """
            WITH schema AS (
                 SELECT n.oid, n.nspname, n.nspowner, n.nspacl
                   FROM pg_namespace n
                  WHERE n.nspname !~ '^pg_(toast|temp_|toast_temp_)'
                    AND {schemas}
            ), object AS (
                 SELECT 1                   AS rank,
                        'DATABASE'          AS kind,
                        0::oid              AS schema_oid,
                        d.oid,
                        d.datname           AS name,
                        ''                  AS arguments,
                        d.datdba            AS owner_oid,
                        coalesce(d.datacl, acldefault('d', d.datdba)) AS acl
                   FROM pg_database d
                  WHERE d.datallowconn
                 UNION ALL
                 SELECT 2, 'SCHEMA', n.oid, n.oid, n.nspname, '', n.nspowner,
                        coalesce(n.nspacl, acldefault('n', n.nspowner))
                   FROM schema n
                 UNION ALL
                 SELECT 3, {relation_kind}, c.relnamespace, c.oid, c.relname, '', c.relowner,
                        coalesce(c.relacl,
                                 acldefault(CASE c.relkind WHEN 'S' THEN 's' ELSE 'r' END::"char",
                                            c.relowner))
                   FROM pg_class c
                  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
                    AND c.relnamespace IN (SELECT n.oid FROM schema n)
                 UNION ALL
                 SELECT 4, 'COLUMN', c.relnamespace, c.oid, a.attname, '', c.relowner, a.attacl
                   FROM pg_attribute a
                   JOIN pg_class c ON c.oid = a.attrelid
                  WHERE a.attacl IS NOT NULL
                    AND a.attnum > 0
                    AND NOT a.attisdropped
                    AND c.relnamespace IN (SELECT n.oid FROM schema n)
                 UNION ALL
                 SELECT 5, 'ROUTINE', p.pronamespace, p.oid, p.proname,
                        oidvectortypes(p.proargtypes), p.proowner,
                        coalesce(p.proacl, acldefault('f', p.proowner))
                   FROM pg_proc p
                  WHERE p.pronamespace IN (SELECT n.oid FROM schema n)
                 UNION ALL
                 SELECT 6, CASE t.typtype WHEN 'd' THEN 'DOMAIN' ELSE 'TYPE' END,
                        t.typnamespace, t.oid, t.typname, '', t.typowner,
                        coalesce(t.typacl, acldefault('T', t.typowner))
                   FROM pg_type t
                   LEFT JOIN pg_class c ON c.oid = t.typrelid
                   LEFT JOIN pg_type e ON e.typarray = t.oid
                  WHERE t.typtype IN ('b', 'c', 'd', 'e', 'r')
                    AND coalesce(c.relkind, 'c') = 'c'
                    AND e.oid IS NULL
                    AND t.typnamespace IN (SELECT n.oid FROM schema n)
            ), taken AS (
                 SELECT o.*
                   FROM object o
                  ORDER BY o.rank, o.schema_oid, o.oid
                  LIMIT {limit}
            ), same AS (
                 SELECT t.rank, t.kind, t.schema_oid, t.owner_oid, t.acl,
                        min(t.oid)                AS first_oid,
                        array_agg(t.oid::bigint)  AS oids,
                        array_agg(t.name::text)   AS names,
                        array_agg(t.arguments)    AS arguments
                   FROM taken t
                  GROUP BY t.rank, t.kind, t.schema_oid, t.owner_oid, t.acl
            ), summed AS (
                 SELECT s.*,
                        sum(cardinality(s.acl))
                        OVER (ORDER BY s.rank, s.schema_oid, s.first_oid, s.kind
                              ROWS UNBOUNDED PRECEDING) <= {items} AS acl_read
                   FROM same s
            )
            SELECT s.kind,
                   s.schema_oid::bigint      AS schema_oid,
                   coalesce(n.nspname, '')   AS schema_name,
                   s.owner_oid::bigint       AS owner_oid,
                   s.oids,
                   s.names,
                   s.arguments,
                   s.acl_read,
                   x.grantees,
                   x.grantors,
                   x.privileges,
                   x.grantables,
                   (SELECT count(*)
                      FROM object)           AS total
              FROM summed s
              LEFT JOIN schema n ON n.oid = s.schema_oid
              LEFT JOIN LATERAL (
                   {explode}
                   WHERE s.acl_read) x ON true
             ORDER BY s.rank, n.nspname, s.kind, s.first_oid
             LIMIT {limit}
            """;

    private static final String RELATION_KIND =
            """
            CASE c.relkind WHEN 'v' THEN 'VIEW'
                                       WHEN 'm' THEN 'MATERIALIZED_VIEW'
                                       WHEN 'f' THEN 'FOREIGN_TABLE'
                                       WHEN 'S' THEN 'SEQUENCE'
                                       ELSE 'TABLE'
                        END\
            """;

    private static final String OURS =
            "n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'";

    @Override
    public String name() {
        return systemSchemas ? "access-objects-with-system" : "access-objects";
    }

    @Override
    public Duration limit() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(
                SQL.replace("{schemas}", systemSchemas ? "true" : OURS)
                        .replace("{relation_kind}", RELATION_KIND)
                        .replace("{explode}", AclColumns.exploded("s.acl").indent(15).strip())
                        .replace("{items}", Integer.toString(ACL_ITEM_LIMIT))
                        .replace("{limit}", Integer.toString(LIMIT)));
    }

    @Override
    public AccessObjectsSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        AccessObjectGroups groups = new AccessObjectGroups();
        while (rows.next()) {
            groups.add(rows);
        }
        return groups.snapshot();
    }
}
