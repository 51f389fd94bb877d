package dev.howdah.pg.roles.drop;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Counts what a role owns and was granted in every database, without going there. */
public record RoleDependenciesQuery(String role) implements Query<RoleDependenciesSnapshot> {

    /**
     * Default privileges of a role are filed as owned by it, but are only a rule. Databases without
     * number are the server itself.
     */
    private static final String SQL =
            """
            SELECT pg_has_role(r.oid, 'USAGE')    AS has_its_rights,
                   s.dbid,
                   coalesce(d.datname, '')        AS database_name,
                   coalesce(d.datallowconn
                            AND has_database_privilege(d.oid, 'CONNECT'), false) AS reachable,
                   coalesce(has_database_privilege(d.oid, 'CREATE'), true) AS creates_schemas,
                   count(s.objid) FILTER (WHERE s.deptype = 'o'
                                            AND s.classid <> 'pg_default_acl'::regclass) AS owned,
                   count(s.objid) FILTER (WHERE s.deptype <> 'o'
                                             OR s.classid = 'pg_default_acl'::regclass) AS granted
              FROM pg_roles r
              LEFT JOIN pg_shdepend s ON s.refclassid = 'pg_authid'::regclass
                                     AND s.refobjid = r.oid
              LEFT JOIN pg_database d ON d.oid = s.dbid
             WHERE r.rolname::text = ?
             GROUP BY r.oid, s.dbid, d.oid, d.datname, d.datallowconn
             ORDER BY d.datname
             LIMIT 10000
            """;

    @Override
    public String name() {
        return "role dependencies";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(SQL, role);
    }

    @Override
    public RoleDependenciesSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        boolean exists = false;
        boolean hasItsRights = false;
        List<RoleDependenciesSnapshot.InDatabase> databases = new ArrayList<>();
        Optional<RoleDependenciesSnapshot.InDatabase> shared = Optional.empty();
        while (rows.next()) {
            exists = true;
            hasItsRights = rows.getBoolean("has_its_rights");
            long number = rows.getLong("dbid");
            if (rows.wasNull()) {
                continue;
            }
            RoleDependenciesSnapshot.InDatabase row =
                    new RoleDependenciesSnapshot.InDatabase(
                            rows.getString("database_name"),
                            rows.getLong("owned"),
                            rows.getLong("granted"),
                            rows.getBoolean("reachable"),
                            rows.getBoolean("creates_schemas"));
            if (number == 0) {
                shared = Optional.of(row);
            } else {
                databases.add(row);
            }
        }
        return new RoleDependenciesSnapshot(
                role,
                exists,
                hasItsRights,
                databases,
                shared.map(RoleDependenciesSnapshot.InDatabase::owned).orElse(0L),
                shared.map(RoleDependenciesSnapshot.InDatabase::granted).orElse(0L));
    }
}
