package dev.howdah.pg;

import dev.howdah.core.ProblemException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Carries out what a change describes. Called only from the action of a {@link
 * dev.howdah.core.Change}, so everything it does was shown before and is journaled.
 */
public final class PgWriter {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration LOCK_LIMIT = Duration.ofSeconds(2);
    private static final int ATTEMPTS = 5;

    /** Whether the server is known to have committed. */
    public enum Commit {
        DONE,
        /** The link broke on COMMIT; only reading the catalog tells what happened. */
        UNKNOWN
    }

    /** Maps one row. */
    @FunctionalInterface
    public interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    private final PgPool pool;

    public PgWriter(PgPool pool) {
        this.pool = pool;
    }

    /**
     * All statements in one transaction, all or nothing. A transaction that the server aborted for
     * reasons of concurrency is repeated as a whole, five times at the most. Statements are sent
     * one by one, so none may hold a second one.
     */
    public Commit run(List<Sql> statements) throws ProblemException {
        for (int attempt = 1; ; attempt++) {
            try {
                return inTransaction(statements);
            } catch (SQLException e) {
                if (attempt == ATTEMPTS || !isWorthRepeating(e)) {
                    throw SqlProblems.thrown(e, pool.target().user(), "");
                }
                LockSupport.parkNanos(
                        TimeUnit.MILLISECONDS.toNanos(
                                ThreadLocalRandom.current().nextLong(20, 200) * attempt));
            }
        }
    }

    private Commit inTransaction(List<Sql> statements) throws SQLException, ProblemException {
        try (Connection connection = pool.borrow()) {
            ensureAlive(connection);
            connection.setAutoCommit(false);
            try {
                limit(connection);
                for (Sql sql : statements) {
                    try (var statement = connection.prepareStatement(sql.text())) {
                        SqlValues.bind(connection, statement, 1, sql.values());
                        statement.execute();
                    }
                }
            } catch (SQLException e) {
                rollBack(connection, e);
                throw e;
            }
            try {
                connection.commit();
                return Commit.DONE;
            } catch (SQLException e) {
                if (SqlState.endsTheConnection(SqlProblems.stateOf(e))) {
                    pool.evict(connection);
                    return Commit.UNKNOWN;
                }
                throw e;
            }
        }
    }

    /** One statement that answers with rows and needs no transaction of its own, sent once. */
    public <T> List<T> call(Sql sql, RowMapper<T> mapper) throws ProblemException {
        try (Connection connection = pool.borrow()) {
            ensureAlive(connection);
            try (var statement = connection.prepareStatement(sql.text())) {
                SqlValues.bind(connection, statement, 1, sql.values());
                List<T> rows = new ArrayList<>();
                try (ResultSet results = statement.executeQuery()) {
                    while (results.next()) {
                        rows.add(mapper.map(results));
                    }
                }
                return rows;
            }
        } catch (SQLException e) {
            throw SqlProblems.thrown(e, pool.target().user(), "");
        }
    }

    /** A write must not be the one that finds out that a pooled connection is dead. */
    private void ensureAlive(Connection connection) throws SQLException {
        if (!connection.isValid(2)) {
            pool.evict(connection);
            throw new SQLException("The pooled connection is dead", "08006");
        }
    }

    private static void limit(Connection connection) throws SQLException {
        try (var statement =
                connection.prepareStatement(
                        """
                        SELECT set_config('statement_timeout', ?, true),
                               set_config('lock_timeout', ?, true),
                               set_config('application_name', ?, true)\
                        """)) {
            statement.setString(1, Long.toString(LIMIT.toMillis()));
            statement.setString(2, Long.toString(LOCK_LIMIT.toMillis()));
            statement.setString(3, ApplicationName.of("change"));
            statement.execute();
        }
    }

    private static void rollBack(Connection connection, SQLException failure) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    /** XX000 is "tuple concurrently updated" when two sessions grant on the same object. */
    private static boolean isWorthRepeating(SQLException failure) {
        String state = SqlProblems.stateOf(failure);
        return switch (state) {
            case SqlState.INTERNAL_ERROR,
                    SqlState.DEADLOCK,
                    SqlState.SERIALIZATION_FAILURE,
                    SqlState.LOCK_NOT_AVAILABLE ->
                    true;
            default -> false;
        };
    }
}
