package dev.howdah.pg.roles.change;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.roles.Membership;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Who made a role a member of another, and how. */
public record GrantorsQuery(String group, String member)
        implements Query<List<GrantorsQuery.Given>> {

    /**
     * One membership.
     *
     * @param grantor empty when its role is gone, as can be before 16
     * @param ours whether we have the grantor's rights, which it takes from 16 on to end it
     */
    public record Given(
            String grantor, boolean ours, Membership how, long groupOid, long memberOid) {}

    private static final String FROM =
            """
              FROM pg_auth_members p
              JOIN pg_roles g ON g.oid = p.roleid
              JOIN pg_roles m ON m.oid = p.member
              LEFT JOIN pg_roles o ON o.oid = p.grantor
             WHERE g.rolname::text = ?
               AND m.rolname::text = ?
             ORDER BY o.rolname
             LIMIT 1000
            """;

    private static final String SINCE_16 =
            """
            SELECT coalesce(o.rolname::text, '') AS grantor,
                   coalesce(pg_has_role(o.oid, 'USAGE'), true) AS ours,
                   p.admin_option                AS admin,
                   p.inherit_option              AS inherits,
                   p.set_option                  AS sets,
                   g.oid::bigint                 AS group_oid,
                   m.oid::bigint                 AS member_oid
            """
                    + FROM;

    private static final String BEFORE_16 =
            """
            SELECT coalesce(o.rolname::text, '') AS grantor,
                   coalesce(pg_has_role(o.oid, 'USAGE'), true) AS ours,
                   p.admin_option                AS admin,
                   m.rolinherit                  AS inherits,
                   true                          AS sets,
                   g.oid::bigint                 AS group_oid,
                   m.oid::bigint                 AS member_oid
            """
                    + FROM;

    @Override
    public String name() {
        return "grantors";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(shape.atLeast(16) ? SINCE_16 : BEFORE_16, group, member);
    }

    @Override
    public List<Given> read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        List<Given> given = new ArrayList<>();
        while (rows.next()) {
            given.add(
                    new Given(
                            rows.getString("grantor"),
                            rows.getBoolean("ours"),
                            new Membership(
                                    rows.getBoolean("admin"),
                                    rows.getBoolean("inherits"),
                                    rows.getBoolean("sets")),
                            rows.getLong("group_oid"),
                            rows.getLong("member_oid")));
        }
        return List.copyOf(given);
    }
}
