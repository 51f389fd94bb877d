package dev.howdah.pg.roles;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads all roles with attributes, memberships, settings and sessions, from what every role may
 * read: pg_roles. Only a superuser's statement looks into pg_authid, and only for the kind of hash:
 * the hash itself never leaves the server.
 */
public record RolesQuery() implements Query<RolesSnapshot> {
    /** More roles than anybody reads in a table; the rest is counted. */
    public static final int LIMIT = 20_000;

    private static final RolesSnapshot.Attributes NOTHING =
            new RolesSnapshot.Attributes(true, false, true, false, false, false, false);

    private static final String HASH =
            """
            CASE WHEN h.rolpassword IS NULL THEN 'NONE'
                                        WHEN starts_with(h.rolpassword, 'SCRAM-SHA-256$') THEN 'SCRAM'
                                        ELSE 'MD5'
                                   END\
            """;

    private static final String HASHES = "JOIN pg_authid h ON h.oid = r.oid";

    /**
     * The first option is INHERIT, the second SET: from 16 on they are the membership's own. What
     * we administer is found in one walk, because pg_has_role() would walk for every role.
     */
    private static final String SQL =
            """
            WITH RECURSIVE us (oid) AS (
                   SELECT u.oid
                     FROM pg_roles u
                    WHERE u.rolname = current_user
                    UNION
                   SELECT p.roleid
                     FROM pg_auth_members p
                     JOIN us ON us.oid = p.member)
            SELECT r.oid::bigint              AS oid,
                   r.rolname                  AS name,
                   r.rolcanlogin              AS can_login,
                   r.rolsuper                 AS is_superuser,
                   r.rolinherit               AS inherits,
                   r.rolcreaterole            AS creates_roles,
                   r.rolcreatedb              AS creates_databases,
                   r.rolreplication           AS replicates,
                   r.rolbypassrls             AS bypasses_rls,
                   r.oid IN (SELECT p.roleid
                               FROM pg_auth_members p
                               JOIN us ON us.oid = p.member
                              WHERE p.admin_option) AS administered,
                   %4$s                       AS hash,
                   r.rolconnlimit             AS connection_limit,
                   coalesce(a.sessions, 0)    AS sessions,
                   r.rolvaliduntil            AS valid_until,
                   m.group_oids,
                   m.group_names,
                   m.admins,
                   m.inherits                 AS membership_inherits,
                   m.sets                     AS membership_sets,
                   s.databases                AS setting_databases,
                   s.settings,
                   coalesce(d.description, '') AS comment,
                   w.rolsuper                 AS we_are_superuser,
                   w.rolcreaterole            AS we_create_roles,
                   w.rolcreatedb              AS we_create_databases,
                   w.rolreplication           AS we_replicate,
                   w.rolbypassrls             AS we_bypass_rls,
                   (SELECT count(*)
                      FROM pg_roles)          AS total,
                   now()                      AS server_time
              FROM pg_roles r
              LEFT JOIN (SELECT b.usesysid,
                                count(*) AS sessions
                           FROM pg_stat_get_activity(NULL) b
                          WHERE coalesce(b.backend_type, 'client backend') = 'client backend'
                          GROUP BY b.usesysid) a ON a.usesysid = r.oid
              LEFT JOIN (SELECT g.member,
                                array_agg(g.roleid::bigint ORDER BY o.rolname) AS group_oids,
                                array_agg(o.rolname::text ORDER BY o.rolname)  AS group_names,
                                array_agg(g.admin ORDER BY o.rolname)          AS admins,
                                array_agg(g.inherits ORDER BY o.rolname)       AS inherits,
                                array_agg(g.sets ORDER BY o.rolname)           AS sets
                           FROM (SELECT p.member,
                                        p.roleid,
                                        bool_or(p.admin_option) AS admin,
                                        bool_or(%1$s) AS inherits,
                                        bool_or(%2$s) AS sets
                                   FROM pg_auth_members p
                                   JOIN pg_roles u ON u.oid = p.member
                                  GROUP BY p.member, p.roleid) g
                           JOIN pg_roles o ON o.oid = g.roleid
                          GROUP BY g.member) m ON m.member = r.oid
              LEFT JOIN (SELECT t.setrole,
                                array_agg(coalesce(b.datname::text, '')
                                          ORDER BY b.datname NULLS FIRST, c.setting) AS databases,
                                array_agg(c.setting
                                          ORDER BY b.datname NULLS FIRST, c.setting) AS settings
                           FROM pg_db_role_setting t
                          CROSS JOIN unnest(t.setconfig) c (setting)
                           LEFT JOIN pg_database b ON b.oid = t.setdatabase
                          WHERE t.setrole <> 0
                          GROUP BY t.setrole) s ON s.setrole = r.oid
              LEFT JOIN pg_shdescription d ON d.objoid = r.oid
                                          AND d.classoid = 'pg_authid'::regclass
             CROSS JOIN (SELECT *
                           FROM pg_roles
                          WHERE rolname = current_user) w
              %5$s
             ORDER BY r.rolname ~ '^pg_', r.rolname
             LIMIT %3$d
            """;

    @Override
    public String name() {
        return "roles";
    }

    @Override
    public Sql sql(ServerShape shape) {
        String hash = shape.rights().superuser() ? HASH.strip() : "'HIDDEN'";
        String hashes = shape.rights().superuser() ? HASHES : "";
        return Sql.of(
                shape.atLeast(16)
                        ? SQL.formatted("p.inherit_option", "p.set_option", LIMIT, hash, hashes)
                        : SQL.formatted("u.rolinherit", "true", LIMIT, hash, hashes));
    }

    @Override
    public RolesSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        List<RolesSnapshot.Role> roles = new ArrayList<>();
        long total = 0;
        Instant serverTime = takenAt;
        RolesSnapshot.Attributes ours = NOTHING;
        while (rows.next()) {
            ours = ours(rows);
            total = rows.getLong("total");
            serverTime = rows.getTimestamp("server_time").toInstant();
            roles.add(role(rows));
        }
        return new RolesSnapshot(
                roles,
                total,
                new RolesSnapshot.Asker(
                        shape.user(), shape.major(), shape.encoding(), shape.inRecovery(), ours),
                serverTime);
    }

    private static RolesSnapshot.Attributes ours(ResultSet rows) throws SQLException {
        return new RolesSnapshot.Attributes(
                true,
                rows.getBoolean("we_are_superuser"),
                true,
                rows.getBoolean("we_create_roles"),
                rows.getBoolean("we_create_databases"),
                rows.getBoolean("we_replicate"),
                rows.getBoolean("we_bypass_rls"));
    }

    private static RolesSnapshot.Role role(ResultSet rows) throws SQLException {
        return new RolesSnapshot.Role(
                rows.getLong("oid"),
                rows.getString("name"),
                new RolesSnapshot.Attributes(
                        rows.getBoolean("can_login"),
                        rows.getBoolean("is_superuser"),
                        rows.getBoolean("inherits"),
                        rows.getBoolean("creates_roles"),
                        rows.getBoolean("creates_databases"),
                        rows.getBoolean("replicates"),
                        rows.getBoolean("bypasses_rls")),
                rows.getBoolean("administered"),
                RolesSnapshot.Hash.valueOf(rows.getString("hash")),
                rows.getInt("connection_limit"),
                rows.getInt("sessions"),
                moment(rows.getObject("valid_until", OffsetDateTime.class)),
                memberships(rows),
                settings(rows),
                rows.getString("comment"));
    }

    /** The driver's words for infinity become ours. */
    private static Optional<Instant> moment(@Nullable OffsetDateTime moment) {
        if (moment == null) {
            return Optional.empty();
        }
        if (moment.equals(OffsetDateTime.MAX)) {
            return Optional.of(Instant.MAX);
        }
        return Optional.of(moment.equals(OffsetDateTime.MIN) ? Instant.MIN : moment.toInstant());
    }

    private static List<RolesSnapshot.Membership> memberships(ResultSet rows) throws SQLException {
        Object[] oids = array(rows, "group_oids");
        Object[] names = array(rows, "group_names");
        Object[] admins = array(rows, "admins");
        Object[] inherits = array(rows, "membership_inherits");
        Object[] sets = array(rows, "membership_sets");
        List<RolesSnapshot.Membership> memberships = new ArrayList<>(oids.length);
        for (int i = 0; i < oids.length; i++) {
            memberships.add(
                    new RolesSnapshot.Membership(
                            (Long) oids[i],
                            (String) names[i],
                            Objects.equals(admins[i], true),
                            Objects.equals(inherits[i], true),
                            Objects.equals(sets[i], true)));
        }
        return memberships;
    }

    private static List<RolesSnapshot.Setting> settings(ResultSet rows) throws SQLException {
        Object[] databases = array(rows, "setting_databases");
        Object[] settings = array(rows, "settings");
        List<RolesSnapshot.Setting> result = new ArrayList<>(settings.length);
        for (int i = 0; i < settings.length; i++) {
            String setting = (String) settings[i];
            int equals = setting.indexOf('=');
            result.add(
                    new RolesSnapshot.Setting(
                            (String) databases[i],
                            setting.substring(0, equals),
                            setting.substring(equals + 1)));
        }
        return result;
    }

    private static Object[] array(ResultSet rows, String column) throws SQLException {
        Array array = rows.getArray(column);
        return array == null ? new Object[0] : (Object[]) array.getArray();
    }
}
