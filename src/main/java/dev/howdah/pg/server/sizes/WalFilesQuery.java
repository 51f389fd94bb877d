package dev.howdah.pg.server.sizes;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** Looks into pg_wal, which only members of pg_monitor may. */
public record WalFilesQuery() implements Query<WalFilesSnapshot> {
    private static final String SQL =
            """
            SELECT w.files,
                   w.bytes,
                   (SELECT count(*)
                      FROM pg_ls_archive_statusdir() a
                     WHERE a.name LIKE '%.ready') AS waiting_for_archive
              FROM (SELECT count(*)                         AS files,
                           coalesce(sum(f.size), 0)::bigint AS bytes
                      FROM pg_ls_waldir() f) w
            """;

    @Override
    public String name() {
        return "wal files";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(SQL);
    }

    @Override
    public WalFilesSnapshot read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        rows.next();
        return new WalFilesSnapshot(
                rows.getLong("files"), rows.getLong("bytes"), rows.getLong("waiting_for_archive"));
    }
}
