package dev.howdah.lab.wal;

import dev.howdah.core.ProblemException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Brings everything that a running server has done until now into the archive. */
public final class WalSeal {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private WalSeal() {}

    /**
     * Commits something, so that recovery to an earlier moment finds a later commit and knows that
     * it has seen all, and waits until the WAL up to it is archived.
     *
     * @param connection in autocommit
     * @return a moment by the server's clock; all before it is in the archive
     */
    public static Instant set(Connection connection, WalArchive archive)
            throws SQLException, ProblemException, InterruptedException {
        try (Statement statement = connection.createStatement()) {
            // a standby that is away must not hold this up
            statement.execute("SET synchronous_commit = local");
            Instant moment = moment(statement);
            statement.execute("SELECT pg_current_xact_id()");
            archive.await(switched(statement), LIMIT, connection);
            statement.execute("RESET synchronous_commit");
            return moment;
        }
    }

    private static Instant moment(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT clock_timestamp()")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    /** The name of the file that is full now. */
    private static String switched(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("SELECT pg_walfile_name(pg_switch_wal())")) {
            row.next();
            return row.getString(1);
        }
    }
}
