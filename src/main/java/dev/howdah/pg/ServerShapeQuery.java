package dev.howdah.pg;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the {@link ServerShape}. It can't be a {@link Query}, because queries need the shape. */
final class ServerShapeQuery {
    private static final String SQL =
            """
            SELECT current_setting('server_version_num')::int AS version_num,
                   current_setting('server_version')          AS version,
                   current_database()                         AS database_name,
                   current_user                               AS user_name,
                   (SELECT pg_encoding_to_char(d.encoding)
                      FROM pg_database d
                     WHERE d.datname = current_database())    AS encoding,
                   pg_postmaster_start_time()                 AS started_at,
                   pg_is_in_recovery()                        AS in_recovery,
                   current_setting('max_connections')::int    AS max_connections,
                   r.rolsuper                                 AS superuser,
                   r.rolcreaterole                            AS creates_roles,
                   pg_has_role('pg_read_all_stats', 'USAGE')    AS reads_all_stats,
                   pg_has_role('pg_read_all_settings', 'USAGE') AS reads_all_settings,
                   pg_has_role('pg_signal_backend', 'USAGE')    AS signals_backends,
                   pg_backend_pid()                           AS backend_pid,
                   (SELECT s.ssl FROM pg_stat_ssl s WHERE s.pid = pg_backend_pid()) AS encrypted,
                   x.names                                    AS extension_names,
                   x.versions                                 AS extension_versions,
                   x.schemas                                  AS extension_schemas,
                   c.names                                    AS statements_columns
              FROM (SELECT coalesce(bool_or(rolsuper), false)      AS rolsuper,
                           coalesce(bool_or(rolcreaterole), false) AS rolcreaterole
                      FROM pg_roles
                     WHERE rolname = current_user) r
             CROSS JOIN (SELECT array_agg(e.extname::text ORDER BY e.extname)    AS names,
                                array_agg(e.extversion::text ORDER BY e.extname) AS versions,
                                array_agg(n.nspname::text ORDER BY e.extname)    AS schemas
                           FROM pg_extension e
                           JOIN pg_namespace n ON n.oid = e.extnamespace) x
             CROSS JOIN (SELECT array_agg(a.attname::text ORDER BY a.attnum) AS names
                           FROM pg_extension e
                           JOIN pg_class v ON v.relnamespace = e.extnamespace
                                          AND v.relname = 'pg_stat_statements'
                           JOIN pg_attribute a ON a.attrelid = v.oid
                                              AND a.attnum > 0
                                              AND NOT a.attisdropped
                          WHERE e.extname = 'pg_stat_statements') c
            """;

    private ServerShapeQuery() {}

    static Sql sql() {
        return Sql.of(SQL);
    }

    /**
     * @param greetedByPid the backend that the driver was told about at login
     */
    static ServerShape read(ResultSet rows, int greetedByPid) throws SQLException {
        rows.next();
        List<String> names = texts(rows, "extension_names");
        List<String> versions = texts(rows, "extension_versions");
        List<String> schemas = texts(rows, "extension_schemas");
        Map<String, ServerShape.Extension> extensions = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            extensions.put(
                    names.get(i), new ServerShape.Extension(versions.get(i), schemas.get(i)));
        }
        Timestamp startedAt = rows.getTimestamp("started_at");
        return new ServerShape(
                rows.getInt("version_num"),
                rows.getString("version"),
                rows.getString("database_name"),
                rows.getString("user_name"),
                rows.getString("encoding"),
                startedAt.toInstant(),
                rows.getBoolean("in_recovery"),
                rows.getInt("max_connections"),
                new ServerShape.Rights(
                        rows.getBoolean("superuser"),
                        rows.getBoolean("reads_all_stats"),
                        rows.getBoolean("reads_all_settings"),
                        rows.getBoolean("signals_backends"),
                        rows.getBoolean("creates_roles")),
                rows.getInt("backend_pid") != greetedByPid,
                rows.getBoolean("encrypted"),
                extensions,
                Set.copyOf(texts(rows, "statements_columns")));
    }

    private static List<String> texts(ResultSet rows, String column) throws SQLException {
        Array array = rows.getArray(column);
        return array == null ? List.of() : List.of((String[]) array.getArray());
    }
}
