package dev.howdah.pg;

import dev.howdah.core.ProblemException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGStatement;

/**
 * A connection of the pool while something is written over it: alive when it is taken, limited in
 * time, and thrown out of the pool when it breaks.
 */
final class WriteConnection implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final PgPool pool;
    private final Connection connection;

    private WriteConnection(PgPool pool, Connection connection) {
        this.pool = pool;
        this.connection = connection;
    }

    /** A write must not be the one that finds out that a pooled connection is dead. */
    static WriteConnection of(PgPool pool) throws SQLException, ProblemException {
        for (int tries = 0; tries <= PgPool.MAX_SESSIONS; tries++) {
            Connection connection = pool.borrow();
            if (connection.isValid(2)) {
                return new WriteConnection(pool, connection);
            }
            pool.evict(connection);
            connection.close();
        }
        throw new SQLException("Every pooled connection is dead", SqlState.CONNECTION_FAILURE);
    }

    /**
     * Begins a transaction with limits.
     *
     * @param lockLimit for which each statement waits for a lock
     * @return the backend that carries it out, which a pooler may choose
     */
    int begin(Duration lockLimit) throws SQLException {
        limitNetwork();
        connection.setAutoCommit(false);
        Sql limits =
                Sql.of(
                        """
                        SELECT set_config('statement_timeout', ?, true),
                               set_config('lock_timeout', ?, true),
                               set_config('application_name', ?, true),
                               pg_backend_pid() AS pid
                        """,
                        Long.toString(LIMIT.toMillis()),
                        Long.toString(lockLimit.toMillis()),
                        ApplicationName.of("change"));
        try (PreparedStatement statement = prepared(limits);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getInt("pid");
        }
    }

    /** In a transaction, which a failure rolls back. */
    void execute(Sql sql) throws SQLException {
        try (PreparedStatement statement = prepared(sql)) {
            statement.execute();
        } catch (SQLException e) {
            rollBack(e);
            throw e;
        }
    }

    /** Begins without a transaction. */
    void beginAlone() throws SQLException {
        limitNetwork();
        connection.setAutoCommit(true);
    }

    /** Without a transaction; behind a pooler a setting would stay, so the driver limits it. */
    void executeAlone(Sql sql) throws SQLException {
        try (PreparedStatement statement = prepared(sql)) {
            statement.setQueryTimeout(Math.toIntExact(LIMIT.toSeconds()));
            statement.execute();
        }
    }

    /** In a transaction; all rows. */
    <T> List<T> rows(Sql sql, PgWriter.RowMapper<T> mapper) throws SQLException {
        try (PreparedStatement statement = prepared(sql);
                ResultSet results = statement.executeQuery()) {
            List<T> rows = new ArrayList<>();
            while (results.next()) {
                rows.add(mapper.map(results));
            }
            return rows;
        }
    }

    CommitFate.Transaction transaction() throws SQLException {
        return CommitFate.current(connection);
    }

    void commit() throws SQLException {
        connection.commit();
    }

    /** Whether a failure has ended the connection, which is then thrown out of the pool. */
    boolean isEndedBy(SQLException failure) {
        boolean ended = SqlState.endsTheConnection(SqlProblems.stateOf(failure));
        if (ended) {
            pool.evict(connection);
        }
        return ended;
    }

    void rollBack(SQLException failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private void limitNetwork() throws SQLException {
        connection.setNetworkTimeout(
                Runnable::run, Math.toIntExact(LIMIT.plus(Batch.MARGIN).toMillis()));
    }

    private PreparedStatement prepared(Sql sql) throws SQLException {
        return prepared(connection, sql);
    }

    /** Never prepared on the server: behind a pooler the next one may meet another backend. */
    static PreparedStatement prepared(Connection connection, Sql sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql.text());
        try {
            statement.unwrap(PGStatement.class).setPrepareThreshold(0);
            SqlValues.bind(connection, statement, 1, sql.values());
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    /** Gives it back to the pool. */
    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
