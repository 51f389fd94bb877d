package dev.howdah.pg.server;

import dev.howdah.pg.Cells;
import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.server.ServerFacts.DatabaseFacts;
import dev.howdah.pg.server.ServerFacts.SettingRow;
import dev.howdah.pg.server.ServerFacts.StatementsState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what changes rarely: version, role, database, and the parameters asked for first. */
public record ServerFactsQuery() implements Query<ServerFacts> {
    /**
     * Only a module that is loaded makes this a parameter; a line in the configuration does not.
     */
    private static final String STATEMENTS_MAX = "pg_stat_statements.max";

    /** In the order in which they are shown. */
    static final List<String> SETTINGS =
            List.of(
                    "max_connections",
                    "shared_buffers",
                    "effective_cache_size",
                    "work_mem",
                    "maintenance_work_mem",
                    "max_wal_size",
                    "checkpoint_timeout",
                    "wal_level",
                    "archive_mode",
                    "synchronous_commit",
                    "max_worker_processes",
                    "max_parallel_workers_per_gather",
                    "random_page_cost",
                    "statement_timeout",
                    "lock_timeout",
                    "idle_in_transaction_session_timeout",
                    "log_min_duration_statement",
                    "track_io_timing",
                    "password_encryption",
                    STATEMENTS_MAX);

    // Our own transaction has set some of these for itself, so reset_val is the server's value and
    // the source is ours. TimeZone can't be had: the driver sends the desktop's at login.
    private static final String SQL =
            """
            SELECT current_setting('server_version_num')::int AS version_num,
                   current_setting('server_version')          AS version,
                   pg_postmaster_start_time()                 AS started_at,
                   pg_is_in_recovery()                        AS in_recovery,
                   current_setting('cluster_name')            AS cluster_name,
                   host(inet_server_addr())                   AS address,
                   inet_server_port()                         AS port,
                   current_setting('data_checksums')::boolean AS data_checksums,
                   current_setting('ssl')::boolean            AS tls_offered,
                   current_setting('block_size')::int         AS block_bytes,
                   d.datname                                  AS database_name,
                   pg_get_userbyid(d.datdba)                  AS database_owner,
                   pg_encoding_to_char(d.encoding)            AS encoding,
                   d.datcollate                               AS collation_name,
                   nullif(d.datconnlimit, -1)                 AS connection_limit,
                   s.name,
                   s.reset_val                                AS raw_value,
                   coalesce(s.unit, '')                       AS unit,
                   CASE WHEN s.source <> 'session' THEN s.source
                        WHEN s.reset_val = s.boot_val THEN 'default'
                        ELSE 'configured'
                   END                                        AS source,
                   s.pending_restart
              FROM pg_database d
              LEFT JOIN pg_settings s ON s.name = ANY (?)
             WHERE d.datname = current_database()
             ORDER BY array_position(?, s.name)
             LIMIT 100
            """;

    @Override
    public String name() {
        return "server facts";
    }

    @Override
    public Sql sql(ServerShape shape) {
        String[] names = SETTINGS.toArray(String[]::new);
        return Sql.of(SQL, names, names);
    }

    @Override
    public ServerFacts read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        rows.next();
        int versionNum = rows.getInt("version_num");
        String version = rows.getString("version");
        Instant startedAt = rows.getTimestamp("started_at").toInstant();
        boolean inRecovery = rows.getBoolean("in_recovery");
        String clusterName = rows.getString("cluster_name");
        Optional<String> address = Cells.text(rows, "address");
        Optional<Integer> port = Cells.integer(rows, "port");
        boolean dataChecksums = rows.getBoolean("data_checksums");
        boolean tlsOffered = rows.getBoolean("tls_offered");
        int blockBytes = rows.getInt("block_bytes");
        DatabaseFacts database =
                new DatabaseFacts(
                        rows.getString("database_name"),
                        rows.getString("database_owner"),
                        rows.getString("encoding"),
                        rows.getString("collation_name"),
                        Cells.integer(rows, "connection_limit"));
        List<SettingRow> settings = settings(rows);
        return new ServerFacts(
                versionNum,
                version,
                startedAt,
                inRecovery,
                clusterName,
                address,
                port,
                dataChecksums,
                tlsOffered,
                shape.encrypted(),
                blockBytes,
                database,
                settings,
                statements(settings, shape));
    }

    /** From the row the cursor is on to the last. */
    private static List<SettingRow> settings(ResultSet rows) throws SQLException {
        List<SettingRow> settings = new ArrayList<>();
        do {
            String name = rows.getString("name");
            if (name != null) {
                String raw = rows.getString("raw_value");
                String unit = rows.getString("unit");
                settings.add(
                        new SettingRow(
                                name,
                                SettingUnits.shown(raw, unit),
                                raw,
                                unit,
                                rows.getString("source"),
                                rows.getBoolean("pending_restart")));
            }
        } while (rows.next());
        return settings;
    }

    private static StatementsState statements(List<SettingRow> settings, ServerShape shape) {
        boolean loaded =
                settings.stream().anyMatch(setting -> setting.name().equals(STATEMENTS_MAX));
        boolean created = shape.extension("pg_stat_statements").isPresent();
        if (loaded) {
            return created ? StatementsState.READY : StatementsState.NOT_CREATED;
        }
        return created ? StatementsState.NOT_LOADED : StatementsState.ABSENT;
    }
}
