package dev.howdah.pg.roles.drop;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.SqlNames;
import dev.howdah.pg.roles.ArrayColumns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What was granted to a role and stays when we run DROP OWNED for it: that revokes like any REVOKE
 * of ours, and leaves what others granted without a word. Only parameters (15) are not looked at:
 * of those the server says it when the role is dropped.
 *
 * @param role by name
 */
public record RoleGrantsQuery(String role) implements Query<List<RoleGrantsQuery.Kept>> {
    /** As many are read. */
    public static final int LIMIT = 1_000;

    /**
     * Privileges that stay.
     *
     * @param privileges at least one; never revoked with others, because the server looks for one
     *     who may grant all of them
     * @param on what they are on, as it stands behind ON
     * @param column empty for the whole object
     * @param asGrantor whether we can revoke them after SET ROLE to the grantor
     */
    public record Kept(
            List<String> privileges, String on, String column, String grantor, boolean asGrantor) {
        public Kept {
            privileges = List.copyOf(privileges);
        }

        public String revoke(String from) {
            String only = column.isEmpty() ? "" : " (" + SqlNames.quoted(column) + ")";
            return privileges.stream()
                    .map(privilege -> privilege + only)
                    .collect(
                            Collectors.joining(
                                    ", ", "REVOKE ", " ON %s FROM %s".formatted(on, from)));
        }
    }

    private static final String SQL =
            """
            WITH whom AS (
                 SELECT r.oid
                   FROM pg_roles r
                  WHERE r.rolname::text = ?
            ), dependency AS (
                 SELECT s.classid, s.objid, s.objsubid
                   FROM pg_shdepend s
                   JOIN whom w ON w.oid = s.refobjid
                  WHERE s.refclassid = 'pg_authid'::regclass
                    AND s.deptype = 'a'
                    AND s.dbid IN (0, (SELECT d.oid
                                         FROM pg_database d
                                        WHERE d.datname = current_database()))
            ), object (kind, schema_name, name, detail, owner, acl) AS (
                 SELECT CASE c.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END,
                        c.relnamespace, c.relname, '', c.relowner, c.relacl
                   FROM dependency d
                   JOIN pg_class c ON c.oid = d.objid
                  WHERE d.classid = 'pg_class'::regclass
                 UNION ALL
                 SELECT 'COLUMN', c.relnamespace, c.relname, a.attname::text, c.relowner, a.attacl
                   FROM dependency d
                   JOIN pg_class c ON c.oid = d.objid
                   JOIN pg_attribute a ON a.attrelid = d.objid
                                      AND a.attnum = d.objsubid
                  WHERE d.classid = 'pg_class'::regclass
                 UNION ALL
                 SELECT 'SCHEMA', 0, n.nspname, '', n.nspowner, n.nspacl
                   FROM dependency d
                   JOIN pg_namespace n ON n.oid = d.objid
                  WHERE d.classid = 'pg_namespace'::regclass
                 UNION ALL
                 SELECT 'DATABASE', 0, b.datname, '', b.datdba, b.datacl
                   FROM dependency d
                   JOIN pg_database b ON b.oid = d.objid
                  WHERE d.classid = 'pg_database'::regclass
                 UNION ALL
                 SELECT 'ROUTINE', p.pronamespace, p.proname, oidvectortypes(p.proargtypes),
                        p.proowner, p.proacl
                   FROM dependency d
                   JOIN pg_proc p ON p.oid = d.objid
                  WHERE d.classid = 'pg_proc'::regclass
                 UNION ALL
                 SELECT 'TYPE', t.typnamespace, t.typname, '', t.typowner, t.typacl
                   FROM dependency d
                   JOIN pg_type t ON t.oid = d.objid
                  WHERE d.classid = 'pg_type'::regclass
                 UNION ALL
                 SELECT 'LANGUAGE', 0, l.lanname, '', l.lanowner, l.lanacl
                   FROM dependency d
                   JOIN pg_language l ON l.oid = d.objid
                  WHERE d.classid = 'pg_language'::regclass
                 UNION ALL
                 SELECT 'LARGE OBJECT', 0, l.oid::text::name, '', l.lomowner, l.lomacl
                   FROM dependency d
                   JOIN pg_largeobject_metadata l ON l.oid = d.objid
                  WHERE d.classid = 'pg_largeobject'::regclass
                 UNION ALL
                 SELECT 'FOREIGN SERVER', 0, f.srvname, '', f.srvowner, f.srvacl
                   FROM dependency d
                   JOIN pg_foreign_server f ON f.oid = d.objid
                  WHERE d.classid = 'pg_foreign_server'::regclass
                 UNION ALL
                 SELECT 'FOREIGN DATA WRAPPER', 0, f.fdwname, '', f.fdwowner, f.fdwacl
                   FROM dependency d
                   JOIN pg_foreign_data_wrapper f ON f.oid = d.objid
                  WHERE d.classid = 'pg_foreign_data_wrapper'::regclass
                 UNION ALL
                 SELECT 'TABLESPACE', 0, t.spcname, '', t.spcowner, t.spcacl
                   FROM dependency d
                   JOIN pg_tablespace t ON t.oid = d.objid
                  WHERE d.classid = 'pg_tablespace'::regclass
            )
            SELECT o.kind,
                   coalesce(n.nspname::text, '')       AS schema_name,
                   o.name::text                        AS name,
                   o.detail,
                   coalesce(g.rolname::text, '')       AS grantor,
                   array_agg(DISTINCT e.privilege_type) AS privileges,
                   (e.grantor = o.owner OR NOT coalesce(g.rolsuper, true))
                   AND pg_has_role(e.grantor, '{may_become}') AS as_grantor
              FROM object o
             CROSS JOIN whom w
             CROSS JOIN LATERAL aclexplode(o.acl) e
              LEFT JOIN pg_namespace n ON n.oid = o.schema_name
              LEFT JOIN pg_roles g ON g.oid = e.grantor
             WHERE e.grantee = w.oid
               AND NOT (pg_has_role(o.owner, 'USAGE') AND e.grantor = o.owner
                        OR NOT pg_has_role(o.owner, 'USAGE') AND g.rolname = current_user)
             GROUP BY o.kind, n.nspname, o.name, o.detail, o.owner, e.grantor, g.rolname, g.rolsuper
             ORDER BY as_grantor, grantor, o.kind, schema_name, name, o.detail
             LIMIT {limit}
            """;

    @Override
    public String name() {
        return "role grants";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(
                SQL.replace("{may_become}", shape.atLeast(16) ? "SET" : "MEMBER")
                        .replace("{limit}", Integer.toString(LIMIT)),
                role);
    }

    @Override
    public List<Kept> read(ResultSet rows, ServerShape shape, Instant takenAt) throws SQLException {
        List<Kept> kept = new ArrayList<>();
        while (rows.next()) {
            String kind = rows.getString("kind");
            String name = rows.getString("name");
            String schema = rows.getString("schema_name");
            String detail = rows.getString("detail");
            String on =
                    switch (kind) {
                        case "LARGE OBJECT" -> kind + " " + name;
                        case "ROUTINE" ->
                                "ROUTINE " + SqlNames.quoted(schema, name) + "(" + detail + ")";
                        case "COLUMN" -> "TABLE " + SqlNames.quoted(schema, name);
                        default ->
                                kind
                                        + " "
                                        + (schema.isEmpty()
                                                ? SqlNames.quoted(name)
                                                : SqlNames.quoted(schema, name));
                    };
            kept.add(
                    new Kept(
                            ArrayColumns.texts(rows, "privileges"),
                            on,
                            kind.equals("COLUMN") ? detail : "",
                            rows.getString("grantor"),
                            rows.getBoolean("as_grantor")));
        }
        return List.copyOf(kept);
    }
}
