package dev.howdah.pg.proof.catalog;

import dev.howdah.pg.proof.Gap;

/**
 * The first half of the statement behind {@link RoleAccessQuery}: who may do what, in common tables
 * that can be read one by one. Privileges are asked of the server with has_…_privilege; who holds
 * them comes from the ACLs.
 */
public final class RoleAccessSql {
    /** Rights on columns, and relations of the database's own schemas; extensions' are marked. */
    public static final String RELATIONS =
            """
            column_grants AS MATERIALIZED (
                 SELECT a.attrelid,
                        a.attacl
                   FROM pg_attribute a
                  WHERE a.attacl IS NOT NULL),
            relations AS MATERIALIZED (
                 SELECT c.oid,
                        c.relname,
                        c.relkind,
                        c.relowner,
                        c.relacl,
                        c.relrowsecurity,
                        c.relforcerowsecurity,
                        n.oid AS schema_oid,
                        n.nspname,
                        x.objid IS NOT NULL AS of_extension,
                        k.attrelid IS NOT NULL AS column_acls
                   FROM pg_class c
                   JOIN pg_namespace n ON n.oid = c.relnamespace
                   LEFT JOIN pg_depend x ON x.classid = 'pg_class'::regclass
                                        AND x.objid = c.oid
                                        AND x.deptype = 'e'
                   LEFT JOIN (SELECT DISTINCT g.attrelid
                                FROM column_grants g) k ON k.attrelid = c.oid
                  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
                    AND c.relpersistence <> 't'
                    AND n.nspname NOT IN ('pg_catalog', 'information_schema')
                    AND NOT starts_with(n.nspname::text, 'pg_toast'))\
            """;

    /**
     * Relations that nobody can tell apart by rights: of one kind, schema and owner, with the same
     * ACL. There are thousands of tables and dozens of these, and one of them answers for all. A
     * table with rights on columns stands alone.
     */
    public static final String SHAPES =
            """
            shapes AS MATERIALIZED (
                 SELECT min(c.oid)                AS oid,
                        count(*)                  AS members,
                        array_agg(c.oid)          AS oids,
                        array_agg(c.relname)      AS names,
                        c.relkind,
                        c.relowner,
                        c.relacl,
                        c.relrowsecurity,
                        c.relforcerowsecurity,
                        c.schema_oid,
                        c.nspname,
                        c.of_extension,
                        c.column_acls
                   FROM relations c
                  GROUP BY c.relkind, c.relowner, c.relacl, c.relrowsecurity,
                           c.relforcerowsecurity, c.schema_oid, c.nspname, c.of_extension,
                           c.column_acls, CASE WHEN c.column_acls THEN c.oid END)\
            """;

    /**
     * Pairs of a schema and somebody who makes tables there: who owns one, and who was granted
     * CREATE otherwise than through PUBLIC. A superuser counts only where it owns one.
     */
    public static final String MAKERS =
            """
            makers AS MATERIALIZED (
                 SELECT c.schema_oid,
                        c.nspname,
                        c.relowner AS owner_oid
                   FROM shapes c
                  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')
                    AND NOT c.of_extension
                  UNION
                 SELECT n.oid,
                        n.nspname,
                        o.oid
                   FROM pg_namespace n
                  CROSS JOIN aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a
                   JOIN pg_roles o ON pg_has_role(o.oid, a.grantee, 'USAGE')
                  WHERE a.privilege_type = 'CREATE'
                    AND a.grantee <> 0
                    AND NOT o.rolsuper
                    AND o.rolname !~ '^pg_'
                    AND o.rolname !~ '^howdah_probe_[0-9a-f]{16}$'
                    AND NOT starts_with(n.nspname::text, 'pg_')
                    AND n.nspname <> 'information_schema')\
            """;

    /**
     * What a later table of each maker will grant: the global entry, or else PostgreSQL's own, and
     * the entry of the schema on top. Where both together leave nothing, a new table has no ACL and
     * PostgreSQL's own holds again. Source: get_user_default_acl in aclchk.c.
     */
    static final String LATER =
            """
            later AS MATERIALIZED (
                 SELECT m.schema_oid,
                        m.nspname,
                        m.owner_oid,
                        o.rolname AS owner_name,
                        CASE WHEN cardinality(d.acl) = 0
                             THEN acldefault('r', m.owner_oid)
                             ELSE d.acl
                         END AS acl
                   FROM makers m
                   JOIN pg_roles o ON o.oid = m.owner_oid
                   LEFT JOIN pg_default_acl g ON g.defaclrole = m.owner_oid
                                             AND g.defaclnamespace = 0
                                             AND g.defaclobjtype = 'r'
                   LEFT JOIN pg_default_acl s ON s.defaclrole = m.owner_oid
                                             AND s.defaclnamespace = m.schema_oid
                                             AND s.defaclobjtype = 'r'
                  CROSS JOIN LATERAL (SELECT coalesce(g.defaclacl, acldefault('r', m.owner_oid))
                                                 || coalesce(s.defaclacl, '{}') AS acl) d)\
            """;

    /** The roles in question, and what each may do with the relations of each shape. */
    private static final String RIGHTS =
            """
            asked AS MATERIALIZED (
                 SELECT r.oid,
                        r.rolname,
                        r.rolsuper,
                        r.rolbypassrls,
                        r.rolname = ANY (?) AS writer,
                        r.rolsuper OR %1$s AS reads_all
                   FROM pg_roles r
                  WHERE r.rolname = ANY (?)),
            rights AS MATERIALIZED (
                 SELECT r.oid AS role_oid,
                        r.rolname,
                        r.writer,
                        c.*,
                        has_schema_privilege(r.oid, c.schema_oid, 'USAGE') AS uses,
                        has_table_privilege(r.oid, c.oid, 'SELECT') AS selects,
                        CASE c.relkind
                          WHEN 'S' THEN has_sequence_privilege(r.oid, c.oid, 'USAGE, UPDATE')
                          ELSE has_table_privilege(r.oid, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE')
                               OR c.column_acls
                              AND has_any_column_privilege(r.oid, c.oid, 'INSERT, UPDATE')
                        END AS writes,
                        NOT r.writer
                            OR c.relkind NOT IN ('r', 'p')
                            OR has_table_privilege(r.oid, c.oid, 'INSERT')
                           AND has_table_privilege(r.oid, c.oid, 'UPDATE')
                           AND has_table_privilege(r.oid, c.oid, 'DELETE') AS writes_all,
                        c.relrowsecurity
                            AND NOT r.rolsuper
                            AND NOT r.rolbypassrls
                            AND (c.relforcerowsecurity
                                 OR NOT pg_has_role(r.oid, c.relowner, 'USAGE')) AS filtered
                   FROM asked r
                  CROSS JOIN shapes c)\
            """;

    /** Everybody who was granted something that writes, or owns something. */
    private static final String WRITERS =
            """
            writers AS MATERIALIZED (
                 SELECT DISTINCT a.grantee
                   FROM (SELECT coalesce(c.relacl, acldefault('r', c.relowner)) AS acl
                           FROM shapes c
                          UNION
                         SELECT g.attacl
                           FROM column_grants g
                          UNION
                         SELECT coalesce(n.nspacl, acldefault('n', n.nspowner))
                           FROM pg_namespace n
                          UNION
                         SELECT coalesce(d.datacl, acldefault('d', d.datdba))
                           FROM pg_database d
                          WHERE d.datname = current_database()
                          UNION
                         SELECT f.acl
                           FROM later f) e
                  CROSS JOIN aclexplode(e.acl) a
                  WHERE a.privilege_type IN ('INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'CREATE')
                  UNION
                 SELECT a.grantee
                   FROM shapes c
                  CROSS JOIN aclexplode(coalesce(c.relacl, acldefault('s', c.relowner))) a
                  WHERE c.relkind = 'S'
                    AND a.privilege_type = 'USAGE')\
            """;

    private RoleAccessSql() {}

    /**
     * Needs the names of the roles meant to write, and those of all roles.
     *
     * @param readsAll a condition over {@code r}, for roles that read whatever there is
     */
    static String text(String readsAll, int maxLargeObjects, int rowsOfOneRole, int roles) {
        String statement =
                """
                WITH %s,
                gaps AS (
                %s),
                placed AS (
                     SELECT g.*,
                            row_number() OVER (PARTITION BY g.role_name
                                               ORDER BY g.kind NOT IN ('COUNTS', 'MAKERS'),
                                                        starts_with(g.kind, 'LATER'),
                                                        g.kind,
                                                        g.schema_name,
                                                        g.owner_name,
                                                        g.via) AS place
                       FROM gaps g)
                SELECT p.role_name,
                       p.kind,
                       p.schema_name,
                       p.owner_name,
                       p.via,
                       p.objects,
                       p.total
                  FROM placed p
                 WHERE p.place <= %%4$d
                 ORDER BY p.role_name, p.place
                 LIMIT %%5$d
                """
                        .formatted(
                                String.join(
                                        ",\n", RELATIONS, SHAPES, MAKERS, LATER, RIGHTS, WRITERS),
                                RoleGapsSql.text());
        return statement.formatted(
                readsAll, maxLargeObjects, Gap.MAX_OBJECTS, rowsOfOneRole, rowsOfOneRole * roles);
    }
}
