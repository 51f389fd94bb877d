package dev.howdah.pg;

import dev.howdah.core.ProblemException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what became of a transaction whose COMMIT was never answered, by asking the server for
 * its status. Nothing is repeated.
 */
final class CommitFate {
    /** The server may still be busy with a COMMIT that has reached it. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String IN_PROGRESS = "in progress";
    private static final String NO_ANSWER = "";

    private static final Duration STEP = Duration.ofMillis(100);

    /** Null without an id: then the transaction has written nothing. */
    private static final Sql WHICH =
            Sql.of(
                    """
                    SELECT pg_current_xact_id_if_assigned()::text AS xid,
                           pg_postmaster_start_time()::text       AS server_start
                    """);

    /** After a failover the same number can be another transaction's, so the server must match. */
    private static final String STATUS =
            """
            SELECT pg_xact_status(?::xid8)
             WHERE pg_postmaster_start_time()::text = ?
            """;

    private CommitFate() {}

    /** What became of a transaction. */
    enum Fate {
        COMMITTED,
        ROLLED_BACK,
        /** The server could not be asked for some seconds, or is another one by now. */
        NOT_KNOWN
    }

    /** A transaction by which it can be asked about later, on another connection. */
    record Transaction(@Nullable String xid, String serverStart) {}

    /** Asked as the last statement of the transaction. */
    static Transaction current(Connection connection) throws SQLException {
        try (PreparedStatement statement = WriteConnection.prepared(connection, WHICH);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return new Transaction(row.getString("xid"), row.getString("server_start"));
        }
    }

    static Fate of(Transaction lost, PgPool pool) {
        String xid = lost.xid();
        if (xid == null) {
            return Fate.COMMITTED;
        }
        Sql question = Sql.of(STATUS, xid, lost.serverStart());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            String status = status(question, pool);
            boolean mayChange = status.equals(IN_PROGRESS) || status.equals(NO_ANSWER);
            if (!mayChange || System.nanoTime() > deadline) {
                return switch (status) {
                    case "committed" -> Fate.COMMITTED;
                    case "aborted" -> Fate.ROLLED_BACK;
                    default -> Fate.NOT_KNOWN;
                };
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
    }

    private static String status(Sql question, PgPool pool) {
        try (Connection connection = pool.borrow()) {
            connection.setNetworkTimeout(
                    Runnable::run, Math.toIntExact(TimeUnit.SECONDS.toMillis(2)));
            connection.setAutoCommit(true);
            try (PreparedStatement statement = WriteConnection.prepared(connection, question);
                    ResultSet row = statement.executeQuery()) {
                return row.next() ? String.valueOf(row.getString(1)) : "another server";
            } catch (SQLException e) {
                pool.evict(connection);
                throw e;
            }
        } catch (SQLException | ProblemException _) {
            return NO_ANSWER;
        }
    }
}
