package dev.howdah.pg.roles;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Which rights of a role, in the database that is asked and on the database itself, somebody else
 * gave it: DROP OWNED takes back only what its owner gave, where we have the owner's rights, and
 * what we gave ourselves, and is silent about the others. Source: select_best_grantor in acl.c.
 */
public record ForeignGrantsQuery(String role) implements Query<List<ForeignGrantsQuery.Held>> {
    /** More than this are never read. */
    static final int LIMIT = 500;

    /**
     * Rights on one object.
     *
     * @param type as the server calls it: "table", "schema", "function"
     * @param identity its full name, quoted where needed
     * @param grantor who gave them
     */
    public record Held(String type, String identity, String grantor) {}

    private static final String SQL =
            """
            WITH held AS (
                 SELECT s.classid,
                        s.objid,
                        s.refobjid AS role_oid
                   FROM pg_shdepend s
                  WHERE s.refclassid = 'pg_authid'::regclass
                    AND s.refobjid = (SELECT r.oid
                                        FROM pg_roles r
                                       WHERE r.rolname::text = ?)
                    AND s.deptype = 'a'
                    AND (s.dbid = (SELECT d.oid
                                     FROM pg_database d
                                    WHERE d.datname = current_database())
                         OR s.dbid = 0
                        AND s.classid IN ('pg_database'::regclass, 'pg_tablespace'::regclass))),
            entries AS (
                 SELECT h.classid, h.objid, h.role_oid, c.relowner AS owner_oid,
                        coalesce(t.attacl, c.relacl) AS acl
                   FROM held h
                   JOIN pg_class c ON h.classid = 'pg_class'::regclass AND c.oid = h.objid
                   LEFT JOIN pg_attribute t ON t.attrelid = c.oid AND t.attacl IS NOT NULL
                  UNION ALL
                 SELECT h.classid, h.objid, h.role_oid, c.relowner, c.relacl
                   FROM held h
                   JOIN pg_class c ON h.classid = 'pg_class'::regclass AND c.oid = h.objid
                  UNION ALL
                 SELECT h.classid, h.objid, h.role_oid, n.nspowner, n.nspacl
                   FROM held h
                   JOIN pg_namespace n ON h.classid = 'pg_namespace'::regclass AND n.oid = h.objid
                  UNION ALL
                 SELECT h.classid, h.objid, h.role_oid, p.proowner, p.proacl
                   FROM held h
                   JOIN pg_proc p ON h.classid = 'pg_proc'::regclass AND p.oid = h.objid
                  UNION ALL
                 SELECT h.classid, h.objid, h.role_oid, t.typowner, t.typacl
                   FROM held h
                   JOIN pg_type t ON h.classid = 'pg_type'::regclass AND t.oid = h.objid
                  UNION ALL
                 SELECT h.classid, h.objid, h.role_oid, l.lanowner, l.lanacl
                   FROM held h
                   JOIN pg_language l ON h.classid = 'pg_language'::regclass AND l.oid = h.objid
                  UNION ALL
                 SELECT h.classid, h.objid, h.role_oid, l.lomowner, l.lomacl
                   FROM held h
                   JOIN pg_largeobject_metadata l ON h.classid = 'pg_largeobject'::regclass
                                                 AND l.oid = h.objid
                  UNION ALL
                 SELECT h.classid, h.objid, h.role_oid, f.srvowner, f.srvacl
                   FROM held h
                   JOIN pg_foreign_server f ON h.classid = 'pg_foreign_server'::regclass
                                           AND f.oid = h.objid
                  UNION ALL
                 SELECT h.classid, h.objid, h.role_oid, f.fdwowner, f.fdwacl
                   FROM held h
                   JOIN pg_foreign_data_wrapper f
                     ON h.classid = 'pg_foreign_data_wrapper'::regclass AND f.oid = h.objid
                  UNION ALL
                 SELECT h.classid, h.objid, h.role_oid, d.datdba, d.datacl
                   FROM held h
                   JOIN pg_database d ON h.classid = 'pg_database'::regclass AND d.oid = h.objid
                  UNION ALL
                 SELECT h.classid, h.objid, h.role_oid, t.spcowner, t.spcacl
                   FROM held h
                   JOIN pg_tablespace t ON h.classid = 'pg_tablespace'::regclass
                                       AND t.oid = h.objid)
            SELECT DISTINCT
                   o.type,
                   o.identity,
                   pg_get_userbyid(a.grantor)::text AS grantor
              FROM entries e
             CROSS JOIN aclexplode(e.acl) a
             CROSS JOIN LATERAL pg_identify_object(e.classid, e.objid, 0) o
             WHERE a.grantee = e.role_oid
               AND a.grantor <> CASE WHEN pg_has_role(e.owner_oid, 'USAGE') THEN e.owner_oid
                                     ELSE (SELECT u.oid
                                             FROM pg_roles u
                                            WHERE u.rolname = current_user)
                                END
             ORDER BY o.type, o.identity, 3
             LIMIT %d
            """
                    .formatted(LIMIT);

    @Override
    public String name() {
        return "rights that others gave";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(SQL, role);
    }

    @Override
    public List<Held> read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        List<Held> held = new ArrayList<>();
        while (rows.next()) {
            held.add(
                    new Held(
                            rows.getString("type"),
                            rows.getString("identity"),
                            rows.getString("grantor")));
        }
        return List.copyOf(held);
    }
}
