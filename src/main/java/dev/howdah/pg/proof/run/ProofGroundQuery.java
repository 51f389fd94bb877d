package dev.howdah.pg.proof.run;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.stream.Stream;

/**
 * Asks whether a proof of this role can begin here, and what earlier ones left behind. From 16 on a
 * membership is given by those with ADMIN OPTION on the role, before by whoever may create roles.
 */
public record ProofGroundQuery(String role) implements Query<ProofGroundSnapshot> {
    private static final String SQL =
            """
            SELECT u.rolname                   AS our_user,
                   pg_is_in_recovery()         AS in_recovery,
                   r.oid IS NOT NULL           AS role_exists,
                   coalesce(r.rolsuper, false) AS role_is_superuser,
                   u.rolsuper
                       OR u.rolcreaterole AND %1$s AS may_make_logins,
                   to_char((now() + interval '10 min') AT TIME ZONE 'UTC',
                           'YYYY-MM-DD HH24:MI:SS') || '+00' AS in_ten_minutes,
                   ARRAY(SELECT p.rolname::text
                           FROM pg_roles p
                          WHERE p.rolname ~ '^howdah_probe_[0-9a-f]{16}$'
                            AND p.rolconnlimit = 1
                            AND p.rolvaliduntil < now()
                            AND NOT p.rolsuper
                            AND (u.rolsuper OR u.rolcreaterole AND %2$s)
                          ORDER BY p.rolname
                          LIMIT 100)           AS leftovers
              FROM pg_roles u
              LEFT JOIN pg_roles r ON r.rolname = ?
             WHERE u.rolname = current_user
             ORDER BY u.rolname
             LIMIT 1
            """;
    private static final String ADMIN = "pg_has_role(%s.oid, 'MEMBER WITH ADMIN OPTION')";

    @Override
    public String name() {
        return "proof ground";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(
                shape.atLeast(16)
                        ? SQL.formatted(ADMIN.formatted("r"), ADMIN.formatted("p"))
                        : SQL.formatted("true", "true"),
                role);
    }

    @Override
    public ProofGroundSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        rows.next();
        return new ProofGroundSnapshot(
                rows.getString("our_user"),
                rows.getBoolean("in_recovery"),
                rows.getBoolean("role_exists"),
                rows.getBoolean("role_is_superuser"),
                rows.getBoolean("may_make_logins"),
                rows.getString("in_ten_minutes"),
                Stream.of((Object[]) rows.getArray("leftovers").getArray())
                        .map(String::valueOf)
                        .toList());
    }
}
