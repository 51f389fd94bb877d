package dev.howdah.pg.roles.privilege;

import dev.howdah.pg.Privilege;
import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * By whom somebody was granted privileges on some objects, through whom else it has them, and to
 * whom it passed them on. From the ACLs alone, so no table is opened.
 *
 * @param grantee empty for PUBLIC
 */
public record GrantedQuery(Securable on, Set<Privilege> privileges, String grantee)
        implements Query<List<GrantedQuery.Granted>> {
    /** As many are read. */
    public static final int LIMIT = 2_000;

    public GrantedQuery {
        privileges = Set.copyOf(privileges);
    }

    /** What an entry of an ACL is for the one who is asked about. */
    public enum Way {
        /** Granted to it. */
        DIRECT,
        /** Granted to a role that it has the rights of, or to PUBLIC. */
        THROUGH,
        /** Granted by it to somebody else. */
        PASSED_ON
    }

    /** How an entry can be revoked by us. */
    public enum Revoked {
        /** By a plain REVOKE of ours. */
        BY_US,
        /** By a REVOKE after SET ROLE to the grantor. */
        AS_GRANTOR,
        /** Not by us. */
        BY_OTHERS
    }

    /**
     * One entry.
     *
     * @param object its name; empty for the rights of a predefined role, which are in no ACL
     * @param other the grantor; for {@link Way#THROUGH} and {@link Way#PASSED_ON} the grantee,
     *     empty for PUBLIC
     * @param privilege empty for the rights of a predefined role
     * @param grantable whether it came WITH GRANT OPTION
     */
    public record Granted(
            String object,
            Way way,
            String other,
            String privilege,
            boolean grantable,
            Revoked revoked) {}

    /**
     * A REVOKE acts for one grantor only: a superuser for the owner, anybody else for the first of
     * itself and its roles that may grant the privilege, the owner among them. Where another one
     * comes in the owner's way, SET ROLE to the owner makes it sure. Source: select_best_grantor()
     * in acl.c; GRANTED BY takes nobody but the current user, up to 18.
     */
    private static final String SQL =
            """
            WITH whom AS (
                 SELECT r.oid
                   FROM pg_roles r
                  WHERE r.rolname::text = ?
                 UNION ALL
                 SELECT 0
                  WHERE ?
            ), object (name, owner, acl) AS (
                 {objects}
            )
            SELECT o.name,
                   CASE WHEN e.grantee = w.oid THEN 'DIRECT'
                        WHEN e.grantor = w.oid THEN 'PASSED_ON'
                        ELSE 'THROUGH'
                   END                                AS way,
                   coalesce(CASE WHEN e.grantee = w.oid THEN g.rolname
                                 ELSE t.rolname
                            END::text, '')            AS other,
                   e.privilege_type                   AS privilege,
                   e.is_grantable                     AS grantable,
                   CASE WHEN e.grantor = CASE WHEN u.rolsuper THEN o.owner ELSE u.oid END
                          OR e.grantor = o.owner
                             AND pg_has_role(o.owner, 'USAGE')
                             AND NOT EXISTS
                                 (SELECT 1
                                    FROM aclexplode(o.acl) x
                                   WHERE x.is_grantable
                                     AND x.privilege_type = e.privilege_type
                                     AND x.grantee NOT IN (o.owner, 0)
                                     AND pg_has_role(x.grantee, 'USAGE'))
                        THEN 'BY_US'
                        WHEN (e.grantor = o.owner OR NOT coalesce(g.rolsuper, true))
                             AND pg_has_role(e.grantor, '{may_become}')
                        THEN 'AS_GRANTOR'
                        ELSE 'BY_OTHERS'
                   END                                AS revoked
              FROM whom w
             CROSS JOIN object o
              JOIN pg_roles u ON u.rolname = current_user
             CROSS JOIN LATERAL aclexplode(o.acl) e
              LEFT JOIN pg_roles g ON g.oid = e.grantor
              LEFT JOIN pg_roles t ON t.oid = e.grantee
             WHERE e.privilege_type = ANY (?)
               AND (e.grantee IN (w.oid, 0)
                    OR w.oid <> 0 AND pg_has_role(w.oid, e.grantee, 'USAGE')
                    OR e.grantor = w.oid AND w.oid <> o.owner)
             UNION ALL
            SELECT '', 'THROUGH', p.rolname::text, '', false, 'BY_OTHERS'
              FROM whom w
              JOIN pg_roles p ON w.oid <> 0
                             AND pg_has_role(w.oid, p.oid, 'USAGE')
             WHERE p.rolname::text = ANY (?)
             ORDER BY 2, 3, 1
             LIMIT %d
            """
                    .formatted(LIMIT);

    @Override
    public String name() {
        return "granted";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return switch (on) {
            case Securable.Objects some ->
                    asking(
                            shape,
                            relations(some.kind()) + " AND c.relname::text = ANY (?)",
                            some.schema(),
                            some.names().toArray(String[]::new));
            case Securable.AllIn all -> asking(shape, relations(all.kind()), all.schema());
            case Securable.Schema schema ->
                    asking(
                            shape,
                            """
                            SELECT n.nspname, n.nspowner,
                                   coalesce(n.nspacl, acldefault('n', n.nspowner))
                              FROM pg_namespace n
                             WHERE n.nspname::text = ?\
                            """,
                            schema.name());
            case Securable.Database database ->
                    asking(
                            shape,
                            """
                            SELECT d.datname, d.datdba,
                                   coalesce(d.datacl, acldefault('d', d.datdba))
                              FROM pg_database d
                             WHERE d.datname::text = ?\
                            """,
                            database.name());
        };
    }

    /**
     * @param objects how they are found, with their owners and ACLs
     * @param which the values that this takes
     */
    private Sql asking(ServerShape shape, String objects, Object... which) {
        List<Object> values = new ArrayList<>(List.of(grantee, grantee.isEmpty()));
        values.addAll(List.of(which));
        values.add(privileges.stream().map(Privilege::name).toArray(String[]::new));
        values.add(on instanceof Securable.Database ? new String[0] : predefined());
        return Sql.of(
                SQL.replace("{may_become}", shape.atLeast(16) ? "SET" : "MEMBER")
                        .replace("{objects}", objects),
                values.toArray());
    }

    private static String relations(Securable.Kind kind) {
        boolean tables = kind == Securable.Kind.TABLE;
        return """
        SELECT c.relname, c.relowner,
                        coalesce(c.relacl, acldefault('%s', c.relowner))
                   FROM pg_class c
                   JOIN pg_namespace n ON n.oid = c.relnamespace
                  WHERE c.relkind IN (%s)
                    AND n.nspname::text = ?\
        """
                .formatted(tables ? "r" : "s", tables ? "'r', 'v', 'm', 'f', 'p'" : "'S'");
    }

    /** Source: the documentation of predefined roles, 14 (data) and 17 (maintain). */
    private String[] predefined() {
        List<String> roles = new ArrayList<>();
        if (privileges.contains(Privilege.SELECT) || privileges.contains(Privilege.USAGE)) {
            roles.add("pg_read_all_data");
        }
        if (privileges.stream().anyMatch(GrantedQuery::writes)) {
            roles.add("pg_write_all_data");
        }
        if (privileges.contains(Privilege.MAINTAIN)) {
            roles.add("pg_maintain");
        }
        return roles.toArray(String[]::new);
    }

    private static boolean writes(Privilege privilege) {
        return switch (privilege) {
            case INSERT, UPDATE, DELETE, USAGE -> true;
            default -> false;
        };
    }

    @Override
    public List<Granted> read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        List<Granted> granted = new ArrayList<>();
        while (rows.next()) {
            granted.add(
                    new Granted(
                            rows.getString("name"),
                            Way.valueOf(rows.getString("way")),
                            rows.getString("other"),
                            rows.getString("privilege"),
                            rows.getBoolean("grantable"),
                            Revoked.valueOf(rows.getString("revoked"))));
        }
        return List.copyOf(granted);
    }
}
