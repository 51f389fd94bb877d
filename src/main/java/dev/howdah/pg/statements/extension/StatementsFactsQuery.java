package dev.howdah.pg.statements.extension;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds out, without provoking an error, whether pg_stat_statements is loaded, created here and
 * usable. pg_settings has its parameters only when the library was loaded at start, for every role;
 * shared_preload_libraries itself is shown to few.
 */
public record StatementsFactsQuery() implements Query<StatementsFacts> {
    private static final String SQL =
            """
            SELECT s.*,
                   x.version,
                   x.schema_name,
                   x.usable,
                   (SELECT a.default_version
                      FROM pg_available_extensions a
                     WHERE a.name = 'pg_stat_statements') AS available
              FROM (SELECT max(p.setting) FILTER (WHERE p.name = 'pg_stat_statements.max')
                                                           AS max_statements,
                           max(p.setting) FILTER (WHERE p.name = 'pg_stat_statements.track')
                                                           AS track,
                           max(p.setting) FILTER (WHERE p.name = 'pg_stat_statements.track_planning')
                                                           AS track_planning,
                           max(p.setting) FILTER (WHERE p.name = 'track_io_timing')
                                                           AS track_io_timing,
                           max(p.setting) FILTER (WHERE p.name = 'compute_query_id')
                                                           AS compute_query_id,
                           max(p.setting) FILTER (WHERE p.name = 'block_size')
                                                           AS block_bytes,
                           max(p.setting) FILTER (WHERE p.name = 'shared_preload_libraries')
                                                           AS preloaded
                      FROM pg_settings p) s
              LEFT JOIN (SELECT e.extversion AS version,
                                n.nspname    AS schema_name,
                                has_schema_privilege(n.oid, 'USAGE') AS usable
                           FROM pg_extension e
                           JOIN pg_namespace n ON n.oid = e.extnamespace
                          WHERE e.extname = 'pg_stat_statements') x ON true
             ORDER BY x.version
             LIMIT 1
            """;

    @Override
    public String name() {
        return "statements-facts";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(SQL);
    }

    @Override
    public StatementsFacts read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        if (!rows.next()) {
            throw new SQLException("an aggregate over pg_settings has no row");
        }
        String track = rows.getString("track");
        String version = rows.getString("version");
        return new StatementsFacts(
                rows.getString("max_statements") != null,
                version == null
                        ? Optional.empty()
                        : Optional.of(
                                new StatementsFacts.Installed(
                                        version,
                                        rows.getString("schema_name"),
                                        rows.getBoolean("usable"))),
                Optional.ofNullable(rows.getString("available")),
                new StatementsFacts.Settings(
                        Optional.ofNullable(rows.getString("preloaded")),
                        rows.getInt("max_statements"),
                        track == null ? "" : track,
                        "on".equals(rows.getString("track_planning")),
                        "on".equals(rows.getString("track_io_timing")),
                        !"off".equals(rows.getString("compute_query_id")),
                        rows.getInt("block_bytes")));
    }
}
