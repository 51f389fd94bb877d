package dev.howdah.pg.server;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import dev.howdah.pg.server.HealthFacts.UnsafeSettingRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads the parts of the configuration that put data at risk, and who is superuser. */
public record HealthFactsQuery() implements Query<HealthFacts> {
    // reset_val is the server's value, whatever our own session has set.
    private static final String SQL =
            """
            WITH setting AS (
                 SELECT s.name,
                        s.reset_val AS value,
                        s.pending_restart,
                        s.reset_val = u.unsafe_value AS is_unsafe,
                        u.loses_data
                   FROM pg_settings s
                   LEFT JOIN (VALUES ('fsync',                   'off', true),
                                     ('full_page_writes',        'off', true),
                                     ('zero_damaged_pages',      'on',  true),
                                     ('ignore_checksum_failure', 'on',  true),
                                     ('autovacuum',              'off', false),
                                     ('track_counts',            'off', false),
                                     ('track_activities',        'off', false)
                             ) u(name, unsafe_value, loses_data) ON u.name = s.name
                  WHERE s.pending_restart OR s.reset_val = u.unsafe_value
            )
            SELECT current_setting('server_version_num')::int     AS version_num,
                   (SELECT count(*)
                      FROM pg_roles r
                     WHERE r.rolsuper AND r.rolcanlogin)          AS superuser_logins,
                   s.name,
                   s.value,
                   coalesce(s.pending_restart, false)             AS pending_restart,
                   coalesce(s.is_unsafe, false)                   AS is_unsafe,
                   coalesce(s.loses_data, false)                  AS loses_data
              FROM (VALUES (1)) once(again)
              LEFT JOIN setting s ON true
             ORDER BY s.loses_data DESC NULLS LAST, s.name
             LIMIT 500
            """;

    @Override
    public String name() {
        return "health facts";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(SQL);
    }

    @Override
    public HealthFacts read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        int versionNum = 0;
        long superuserLogins = 0;
        List<UnsafeSettingRow> unsafe = new ArrayList<>();
        List<String> pendingRestart = new ArrayList<>();
        while (rows.next()) {
            versionNum = rows.getInt("version_num");
            superuserLogins = rows.getLong("superuser_logins");
            String name = rows.getString("name");
            if (rows.getBoolean("is_unsafe")) {
                unsafe.add(
                        new UnsafeSettingRow(
                                name, rows.getString("value"), rows.getBoolean("loses_data")));
            }
            if (rows.getBoolean("pending_restart")) {
                pendingRestart.add(name);
            }
        }
        return new HealthFacts(versionNum, superuserLogins, unsafe, pendingRestart);
    }
}
