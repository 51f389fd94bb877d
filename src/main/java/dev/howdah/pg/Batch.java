package dev.howdah.pg;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import org.postgresql.PGStatement;

/**
 * Several statements in one transaction and one round trip: begin, limits, the statements, commit.
 * The limits are transaction-local, so that a pooler in transaction mode keeps nothing of them.
 */
final class Batch implements AutoCloseable {
    /** The client waits a little longer than the server may work, then breaks the link. */
    static final Duration MARGIN = Duration.ofSeconds(2);

    private static final String LIMITS =
            """
            SELECT set_config('statement_timeout', ?, true),
                   set_config('lock_timeout', ?, true),
                   set_config('idle_in_transaction_session_timeout', '10s', true),
                   set_config('application_name', ?, true),
                   set_config('search_path', 'pg_catalog', true),
                   set_config('jit', 'off', true),
                   set_config('work_mem', '16MB', true),
                   pg_is_in_recovery() AS in_recovery\
            """;

    private static final Executor AT_ONCE = Runnable::run;

    /** Uses the result sets of the statements, in their order. */
    interface Reader<T> {
        T read(List<ResultSet> results) throws SQLException;
    }

    private final Connection connection;
    private final Duration limit;
    private final boolean unprepared;
    private final List<Sql> statements = new ArrayList<>();
    private boolean inRecovery;

    private Batch(Connection connection, Duration limit, boolean unprepared) {
        this.connection = connection;
        this.limit = limit;
        this.unprepared = unprepared;
    }

    /**
     * @param panels goes into application_name behind our own name
     * @param behindPooler server-side prepared statements would meet another backend
     */
    static Batch readOnly(
            Connection connection, Duration limit, String panels, boolean behindPooler) {
        Batch batch = new Batch(connection, limit, behindPooler);
        batch.statements.add(Sql.of("BEGIN READ ONLY"));
        batch.statements.add(
                Sql.of(
                        LIMITS,
                        Long.toString(limit.toMillis()),
                        Long.toString(Query.USUAL_LOCK_LIMIT.toMillis()),
                        ApplicationName.of(panels)));
        return batch;
    }

    void add(Sql sql) {
        statements.add(sql);
    }

    /** Sends everything, reads everything. After a failure the transaction is rolled back. */
    <T> T run(Reader<T> reader) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (Sql sql : statements) {
            text.append(ApplicationName.marked(sql.text())).append(";\n");
        }
        text.append("COMMIT");
        int usualTimeout = connection.getNetworkTimeout();
        connection.setNetworkTimeout(AT_ONCE, Math.toIntExact(limit.plus(MARGIN).toMillis()));
        try (PreparedStatement statement = connection.prepareStatement(text.toString())) {
            if (unprepared) {
                statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            }
            bind(statement);
            List<ResultSet> results = results(statement);
            inRecovery = inRecovery(results.getFirst());
            return reader.read(results.subList(1, results.size()));
        } catch (SQLException e) {
            rollBack(e);
            throw e;
        } finally {
            if (!connection.isClosed()) {
                connection.setNetworkTimeout(AT_ONCE, usualTimeout);
            }
        }
    }

    private static List<ResultSet> results(PreparedStatement statement) throws SQLException {
        List<ResultSet> results = new ArrayList<>();
        boolean hasRows = statement.execute();
        while (hasRows || statement.getUpdateCount() >= 0) {
            if (hasRows) {
                results.add(statement.getResultSet());
            }
            hasRows = statement.getMoreResults(java.sql.Statement.KEEP_CURRENT_RESULT);
        }
        return results;
    }

    private static boolean inRecovery(ResultSet limits) throws SQLException {
        limits.next();
        return limits.getBoolean("in_recovery");
    }

    /**
     * Whether the server was a standby when the batch ran. It comes along for nothing, and a
     * promotion leaves our session as it is.
     */
    boolean inRecovery() {
        return inRecovery;
    }

    private void bind(PreparedStatement statement) throws SQLException {
        int index = 1;
        for (Sql sql : statements) {
            index = SqlValues.bind(connection, statement, index, sql.values());
        }
    }

    private void rollBack(SQLException failure) {
        try {
            if (!connection.isClosed()) {
                try (var statement = connection.createStatement()) {
                    statement.execute("ROLLBACK");
                }
            }
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** The connection belongs to the caller; nothing is held. */
    @Override
    public void close() {
        statements.clear();
    }
}
