package dev.howdah.pg.activity;

import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads all that the server keeps of the text of one session's statement; empty when the session is
 * gone.
 */
public record SessionTextQuery(int pid, Instant backendStart)
        implements Query<Optional<StatementText>> {
    private static final String SQL =
            """
            SELECT {query}
              FROM pg_stat_get_activity(?) s
              LEFT JOIN pg_database d ON d.oid = s.datid
             WHERE s.backend_start = ?::timestamptz
             ORDER BY s.pid
             LIMIT 1
            """;

    @Override
    public String name() {
        return "session-text";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(SQL.replace("{query}", QueryBytes.all()), pid, backendStart.toString());
    }

    @Override
    public Optional<StatementText> read(ResultSet rows, ServerShape shape, Instant takenAt)
            throws SQLException {
        return rows.next()
                ? Optional.of(QueryBytes.read(rows, Integer.MAX_VALUE))
                : Optional.empty();
    }
}
