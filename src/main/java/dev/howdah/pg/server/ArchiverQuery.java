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
    // The name of a segment is timeline, high half of the position, number within it: 8 hex digits
    // each. A history or backup file may have been archived last; then the position is unknown.
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
                   END                             AS current_wal,
                   CASE WHEN NOT pg_is_in_recovery() AND a.last_archived_wal ~ '^[0-9A-F]{24}$'
                        THEN pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint
                             - ('x' || substr(a.last_archived_wal, 9, 8))::bit(32)::bigint
                               * 4294967296
                             - (('x' || substr(a.last_archived_wal, 17, 8))::bit(32)::bigint + 1)
                               * g.segment_bytes
                   END                             AS unarchived_bytes,
                   g.segment_bytes
              FROM pg_stat_archiver a
             CROSS JOIN (SELECT pg_size_bytes(current_setting('wal_segment_size'))
                                    AS segment_bytes) g
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
                Cells.text(rows, "current_wal"),
                Cells.count(rows, "unarchived_bytes"),
                rows.getLong("segment_bytes"));
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
