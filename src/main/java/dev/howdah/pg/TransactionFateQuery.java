package dev.howdah.pg;

import dev.howdah.core.change.RunningChange.Transaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** What became of a transaction that an earlier start of the console was about to commit. */
public record TransactionFateQuery(Transaction transaction)
        implements Query<TransactionFateQuery.Fate> {

    /** After a failover the same number can be another transaction's. */
    private static final String SQL =
            """
            SELECT CASE WHEN pg_postmaster_start_time()::text = ?
                        THEN pg_xact_status(?::xid8)
                        ELSE 'another start'
                    END AS status
            """;

    /** What a server knows of a transaction. */
    public enum Fate {
        COMMITTED,
        ROLLED_BACK,
        /** Its session is still there, and will end one way or the other. */
        IN_PROGRESS,
        /** So long ago that the server has forgotten it. */
        FORGOTTEN,
        /** The server was restarted since, or is another one. */
        ANOTHER_START
    }

    @Override
    public String name() {
        return "transaction-fate";
    }

    @Override
    public Sql sql(ServerShape shape) {
        return Sql.of(SQL, transaction.serverStart(), transaction.xid());
    }

    @Override
    public Fate read(ResultSet rows, ServerShape shape, Instant takenAt) throws SQLException {
        rows.next();
        String status = rows.getString("status");
        if (status == null) {
            return Fate.FORGOTTEN;
        }
        return switch (status) {
            case "committed" -> Fate.COMMITTED;
            case "aborted" -> Fate.ROLLED_BACK;
            case "in progress" -> Fate.IN_PROGRESS;
            default -> Fate.ANOTHER_START;
        };
    }
}
