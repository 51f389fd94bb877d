package dev.howdah.pg.settings;

import dev.howdah.pg.ProviderRoles;
import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.settings.ParameterFacts.Restoring;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads what our role may do about one parameter, and where it is set.
 *
 * @param parameter as pg_settings names it
 */
public record ParameterFactsQuery(String parameter) implements Query<ParameterFacts> {
    private static final String SYSTEM_VALUE =
            """
            (SELECT f.setting
                      FROM pg_file_settings f
                     WHERE f.name = p.name
                       AND f.sourcefile LIKE '%postgresql.auto.conf'
                     ORDER BY f.seqno DESC
                     LIMIT 1)\
            """;

    private static final String SUPERUSER =
            "(SELECT rolsuper FROM pg_roles WHERE rolname = session_user)";

    @Override
    public String name() {
        return "parameter facts " + parameter;
    }

    /** From 15 on rights on parameters can be granted; pg_file_settings is for superusers. */
    @Override
    public Sql sql(ServerShape shape) {
        boolean grantable = shape.atLeast(15);
        return Sql.of(
                """
                SELECT d.datname                              AS database,
                       session_user                           AS role,
                       %s                                     AS alters_system,
                       %s                                     AS sets_superuser_ones,
                       pg_has_role(d.datdba, 'USAGE')         AS owns_database,
                       has_function_privilege('pg_reload_conf()', 'EXECUTE') AS reloads,
                       %s                                     AS system_value,
                       s.source,
                       s.sourcefile                           AS source_file,
                       s.reset_val                            AS reset_value,
                       s.pending_restart,
                       (SELECT substr(c.entry, strpos(c.entry, '=') + 1)
                          FROM pg_db_role_setting t
                         CROSS JOIN unnest(t.setconfig) c (entry)
                         WHERE t.setdatabase = d.oid
                           AND t.setrole = 0
                           AND lower(split_part(c.entry, '=', 1)) = lower(p.name)) AS database_value,
                       (SELECT substr(c.entry, strpos(c.entry, '=') + 1)
                          FROM pg_db_role_setting t
                          JOIN pg_roles r ON r.oid = t.setrole
                         CROSS JOIN unnest(t.setconfig) c (entry)
                         WHERE t.setdatabase = 0
                           AND r.rolname = session_user
                           AND lower(split_part(c.entry, '=', 1)) = lower(p.name)) AS role_value,
                       (SELECT min(r.rolname)
                          FROM pg_roles r
                         WHERE r.rolname = ANY (?))           AS provider_role
                  FROM (SELECT ?::text AS name) p
                  JOIN pg_database d ON d.datname = current_database()
                  LEFT JOIN pg_settings s ON s.name = p.name
                """
                        .formatted(
                                grantable
                                        ? "has_parameter_privilege(p.name, 'ALTER SYSTEM')"
                                        : SUPERUSER,
                                grantable ? "has_parameter_privilege(p.name, 'SET')" : SUPERUSER,
                                shape.rights().superuser() ? SYSTEM_VALUE : "NULL"),
                ProviderRoles.names(),
                parameter);
    }

    @Override
    public ParameterFacts read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        rows.next();
        String providerRole = rows.getString("provider_role");
        return new ParameterFacts(
                parameter,
                rows.getString("database"),
                rows.getString("role"),
                shape.rights().superuser(),
                rows.getBoolean("alters_system"),
                rows.getBoolean("sets_superuser_ones"),
                rows.getBoolean("owns_database"),
                rows.getBoolean("reloads"),
                shape.inRecovery(),
                shape.rights().superuser(),
                Optional.ofNullable(rows.getString("system_value")),
                shape.rights().superuser() ? Optional.empty() : restoring(rows),
                Optional.ofNullable(rows.getString("database_value")),
                Optional.ofNullable(rows.getString("role_value")),
                providerRole == null ? Optional.empty() : ProviderRoles.providerOf(providerRole));
    }

    /**
     * The file is told to members of pg_read_all_settings only. A value from an unknown file is set
     * again; the parameter's own unit is meant by a bare number. Source: pg_settings.
     */
    private static Optional<Restoring> restoring(ResultSet rows) throws SQLException {
        String source = rows.getString("source");
        if (source == null || rows.getBoolean("pending_restart")) {
            return Optional.empty();
        }
        String file = rows.getString("source_file");
        boolean isElsewhere = file != null && !file.endsWith("postgresql.auto.conf");
        if (source.equals("default") || (source.equals("configuration file") && isElsewhere)) {
            return Optional.of(new Restoring(Optional.empty()));
        }
        return source.equals("configuration file")
                ? Optional.of(new Restoring(Optional.of(rows.getString("reset_value"))))
                : Optional.empty();
    }
}
