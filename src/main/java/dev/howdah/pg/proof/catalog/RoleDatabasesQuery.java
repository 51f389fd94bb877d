package dev.howdah.pg.proof.catalog;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Asks in which databases a role has to be proven: those it was proven in before, as far as they
 * are there still, and every one to which it may connect and in which it, or a group whose rights
 * it has, owns something or was granted anything. Any login may ask, without going there.
 *
 * @param before may be empty
 */
public record RoleDatabasesQuery(String role, List<String> before) implements Query<List<String>> {
    /** Nobody waits for the proof of more. */
    static final int LIMIT = 1_000;

    private static final String SQL =
            """
            WITH held AS MATERIALIZED (
                 SELECT r.oid AS role_oid,
                        g.oid
                   FROM pg_roles r
                   JOIN pg_roles g ON pg_has_role(r.oid, g.oid, 'USAGE')
                  WHERE r.rolname::text = ?),
            granted AS MATERIALIZED (
                 SELECT DISTINCT CASE s.dbid WHEN 0 THEN s.objid ELSE s.dbid END AS database_oid
                   FROM held h
                   JOIN pg_shdepend s ON s.refclassid = 'pg_authid'::regclass
                                     AND s.refobjid = h.oid
                  WHERE s.dbid <> 0
                     OR s.classid = 'pg_database'::regclass)
            SELECT d.datname AS name
              FROM pg_database d
             WHERE NOT d.datistemplate
               AND (d.datname::text = ANY (?)
                    OR d.datallowconn
                       AND EXISTS (SELECT
                                     FROM held h
                                    WHERE has_database_privilege(h.role_oid, d.oid, 'CONNECT'))
                       AND (d.oid IN (SELECT g.database_oid
                                        FROM granted g)
                            OR EXISTS (SELECT
                                         FROM held h
                                        WHERE pg_get_userbyid(h.oid) IN ('pg_read_all_data',
                                                                         'pg_write_all_data'))))
             ORDER BY d.datname
             LIMIT %d
            """
                    .formatted(LIMIT);

    public RoleDatabasesQuery {
        before = List.copyOf(before);
    }

    @Override
    public String name() {
        return "databases of a role";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(SQL, role, before.toArray(String[]::new));
    }

    @Override
    public List<String> read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        List<String> names = new ArrayList<>();
        while (rows.next()) {
            names.add(rows.getString("name"));
        }
        return List.copyOf(names);
    }
}
