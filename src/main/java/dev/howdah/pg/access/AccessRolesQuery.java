package dev.howdah.pg.access;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads roles and memberships, from what every role may read. */
public record AccessRolesQuery() implements Query<AccessRolesSnapshot> {
    /** The rest is counted. */
    public static final int LIMIT = 20_000;

    /** The rest is counted. */
    public static final int MEMBERSHIP_LIMIT = 100_000;

    private static final String SQL =
            """
            WITH membership AS (
                 SELECT m.member,
                        m.roleid,
                        bool_or(m.admin_option) AS admin,
                        bool_or({inherits}) AS inherits,
                        bool_or({sets}) AS sets
                   FROM pg_auth_members m
                   JOIN pg_roles u ON u.oid = m.member
                  GROUP BY m.member, m.roleid
            ), taken AS (
                 SELECT m.*
                   FROM membership m
                  ORDER BY m.member, m.roleid
                  LIMIT {memberships}
            )
            SELECT r.oid::bigint                     AS oid,
                   r.rolname                         AS name,
                   r.rolcanlogin                     AS can_login,
                   r.rolsuper                        AS is_superuser,
                   r.rolinherit                      AS inherits,
                   g.groups,
                   g.admins,
                   g.inherits                        AS membership_inherits,
                   g.sets                            AS membership_sets,
                   (SELECT d.datdba::bigint
                      FROM pg_database d
                     WHERE d.datname = current_database()) AS database_owner,
                   (SELECT count(*)
                      FROM pg_roles)                 AS total,
                   (SELECT count(*)
                      FROM membership)               AS total_memberships
              FROM pg_roles r
              LEFT JOIN (SELECT t.member,
                                array_agg(t.roleid::bigint) AS groups,
                                array_agg(t.admin)          AS admins,
                                array_agg(t.inherits)       AS inherits,
                                array_agg(t.sets)           AS sets
                           FROM taken t
                          GROUP BY t.member) g ON g.member = r.oid
             ORDER BY r.rolname
             LIMIT {roles}
            """;

    @Override
    public String name() {
        return "access-roles";
    }

    @Override
    public Sql sql(ServerShape shape) {
        boolean own = shape.atLeast(16);
        return Sql.of(
                SQL.replace("{inherits}", own ? "m.inherit_option" : "u.rolinherit")
                        .replace("{sets}", own ? "m.set_option" : "true")
                        .replace("{memberships}", Integer.toString(MEMBERSHIP_LIMIT))
                        .replace("{roles}", Integer.toString(LIMIT)));
    }

    @Override
    public AccessRolesSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        List<AccessRole> roles = new ArrayList<>();
        long owner = 0;
        long total = 0;
        long memberships = 0;
        while (rows.next()) {
            owner = rows.getLong("database_owner");
            total = rows.getLong("total");
            memberships = rows.getLong("total_memberships");
            roles.add(
                    new AccessRole(
                            rows.getLong("oid"),
                            rows.getString("name"),
                            rows.getBoolean("can_login"),
                            rows.getBoolean("is_superuser"),
                            rows.getBoolean("inherits"),
                            memberships(rows)));
        }
        return new AccessRolesSnapshot(
                shape.major(), owner, roles, total, Math.max(0, memberships - MEMBERSHIP_LIMIT));
    }

    private static List<AccessRole.Membership> memberships(ResultSet rows) throws SQLException {
        Object[] groups = AclColumns.array(rows, "groups");
        Object[] admins = AclColumns.array(rows, "admins");
        Object[] inherits = AclColumns.array(rows, "membership_inherits");
        Object[] sets = AclColumns.array(rows, "membership_sets");
        List<AccessRole.Membership> memberships = new ArrayList<>(groups.length);
        for (int i = 0; i < groups.length; i++) {
            memberships.add(
                    new AccessRole.Membership(
                            (Long) groups[i],
                            (Boolean) admins[i],
                            (Boolean) inherits[i],
                            (Boolean) sets[i]));
        }
        return memberships;
    }
}
