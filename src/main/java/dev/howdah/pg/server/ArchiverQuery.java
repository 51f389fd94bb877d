package dev.howdah.pg.server;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Locale;

/**
 * Reads how the WAL archiver does. The archive command itself is left out: it can hold secrets, and
 * an ordinary role may not see it.
 */
public record ArchiverQuery() implements Query<ArchiverSnapshot> {
    private static final String SQL =
            """
            SELECT clock_timestamp()               AS server_time,
                   pg_is_in_recovery()             AS in_recovery,
                   current_setting('archive_mode') AS archive_mode,
                   a.archived_count,
                   a.last_archived_wal,
                   a.last_archived_time            AS last_archived_at,
                   a.failed_count,
                   a.last_failed_wal,
                   a.last_failed_time              AS last_failed_at,
                   a.stats_reset                   AS reset_at,
                   CASE WHEN NOT pg_is_in_recovery()
                        THEN pg_walfile_name(pg_current_wal_lsn())
                   END                             AS current_wal
              FROM pg_stat_archiver a
            """;

    @Override
    public String name() {
        return "archiver";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(SQL);
    }

    @Override
    public ArchiverSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        rows.next();
        return new ArchiverSnapshot(
                rows.getTimestamp("server_time").toInstant(),
                rows.getBoolean("in_recovery"),
                mode(rows.getString("archive_mode")),
                rows.getLong("archived_count"),
                Cells.text(rows, "last_archived_wal"),
                Cells.instant(rows, "last_archived_at"),
                rows.getLong("failed_count"),
                Cells.text(rows, "last_failed_wal"),
                Cells.instant(rows, "last_failed_at"),
                Cells.instant(rows, "reset_at"),
                Cells.text(rows, "current_wal"));
    }

    private static ArchiverSnapshot.Mode mode(String setting) throws SQLException {
        return switch (setting.toLowerCase(Locale.ROOT)) {
            case "off" -> ArchiverSnapshot.Mode.OFF;
            case "on" -> ArchiverSnapshot.Mode.ON;
            case "always" -> ArchiverSnapshot.Mode.ALWAYS;
            default -> throw new SQLException("archive_mode is " + setting);
        };
    }
}
