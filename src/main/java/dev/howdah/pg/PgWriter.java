package dev.howdah.pg;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.RunningChange;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Carries out what a change describes. Called only from the action of a {@link
 * dev.howdah.core.change.Change}, so everything it does was shown before and is journaled.
 */
public final class PgWriter {
    private static final Texts TEXTS = Texts.of(PgWriter.class);
    private static final Duration LOCK_LIMIT = Duration.ofSeconds(2);

    /** Each waits for the lock. */
    private static final int ATTEMPTS_WITH_A_LOCK = 5;

    /** Colliding with others costs no time; several who write to one catalog row do so often. */
    private static final int ATTEMPTS_AMONG_OTHERS = 12;

    /** The pause between attempts grows so often. */
    private static final int LONGEST_PAUSE = 5;

    /** Whether the server is known to have committed. */
    public enum Commit {
        DONE,
        /** The link broke on COMMIT, and the server could not be asked what became of it. */
        UNKNOWN
    }

    /** Maps one row. */
    @FunctionalInterface
    public interface RowMapper<T> {
        T map(ResultSet row) throws SQLException;
    }

    private final PgPool pool;
    private final PgPool onlooker;
    private final Duration lockLimit;

    public PgWriter(PgPool pool) {
        this(pool, pool, LOCK_LIMIT);
    }

    /**
     * @param onlooker has a session to spare when ours waits for a lock; any database will do
     */
    PgWriter(PgPool pool, PgPool onlooker) {
        this(pool, onlooker, LOCK_LIMIT);
    }

    /**
     * @param lockLimit for which each attempt waits for a lock
     */
    PgWriter(PgPool pool, PgPool onlooker, Duration lockLimit) {
        this.pool = pool;
        this.onlooker = onlooker;
        this.lockLimit = lockLimit;
    }

    /**
     * All statements in one transaction, all or nothing. A transaction that the server aborted for
     * reasons of concurrency is repeated as a whole: it is tried five times where it waits for a
     * lock, and twelve times where it collides with others. One whose COMMIT was not answered is
     * looked up and never repeated. Statements are sent one by one, so none may hold a second one.
     *
     * @throws ProblemException of kind LOCKED, naming the sessions in the way, when a lock was not
     *     granted in any attempt
     */
    public Commit run(List<Sql> statements) throws ProblemException {
        LockWatch watch = new LockWatch(onlooker);
        for (int attempt = 1; ; attempt++) {
            try {
                return ended(inTransaction(statements, watch));
            } catch (SQLException e) {
                boolean locked = SqlProblems.stateOf(e).equals(SqlState.LOCK_NOT_AVAILABLE);
                int most = locked ? ATTEMPTS_WITH_A_LOCK : ATTEMPTS_AMONG_OTHERS;
                if (attempt >= most || !isWorthRepeating(e)) {
                    Problem problem = nothingChanged(e, statements);
                    throw new ProblemException(
                            locked ? watch.problem(problem, attempt) : problem, e);
                }
                if (locked) {
                    watch.wake();
                }
                LockSupport.parkNanos(
                        TimeUnit.MILLISECONDS.toNanos(
                                ThreadLocalRandom.current().nextLong(20, 200)
                                        * Math.min(attempt, LONGEST_PAUSE)));
            }
        }
    }

    /** Whatever went wrong before COMMIT, the server rolls the transaction back. */
    private Problem nothingChanged(SQLException failure, List<Sql> statements) {
        if (SqlProblems.stateOf(failure).equals(SqlState.DIVISION_BY_ZERO)
                && statements.stream().anyMatch(SameObject::isAskedBy)) {
            return SqlProblems.problem(Problem.Kind.BAD_INPUT, "write.another", "");
        }
        Problem problem = SqlProblems.of(failure, pool.target().user(), "");
        return problem.kind() == Problem.Kind.UNREACHABLE
                ? new Problem(
                        problem.kind(),
                        problem.sentence(),
                        TEXTS.text("write.rolledBack"),
                        problem.detail())
                : problem;
    }

    /** A COMMIT that was sent; {@code broke} is null when it was answered. */
    private record Sent(CommitFate.Transaction transaction, @Nullable SQLException broke) {}

    /** A lost answer is looked up on another connection: the transaction is never sent again. */
    private Commit ended(Sent sent) throws ProblemException {
        SQLException broke = sent.broke();
        if (broke == null) {
            return Commit.DONE;
        }
        return switch (CommitFate.of(sent.transaction(), pool)) {
            case COMMITTED -> Commit.DONE;
            case ROLLED_BACK -> throw new ProblemException(nothingChanged(broke, List.of()), broke);
            case NOT_KNOWN -> Commit.UNKNOWN;
        };
    }

    private Sent inTransaction(List<Sql> statements, LockWatch watch)
            throws SQLException, ProblemException {
        try (WriteConnection connection = WriteConnection.of(pool)) {
            int pid = connection.begin(lockLimit);
            try (LockWatch.Look _ = watch.at(pid)) {
                for (Sql sql : statements) {
                    connection.execute(sql);
                }
            }
            CommitFate.Transaction transaction = connection.transaction();
            announce(transaction, pool.target().database());
            return commit(connection, transaction);
        }
    }

    private static Sent commit(WriteConnection connection, CommitFate.Transaction transaction)
            throws SQLException {
        try {
            connection.commit();
            return new Sent(transaction, null);
        } catch (SQLException e) {
            if (connection.isEndedBy(e)) {
                return new Sent(transaction, e);
            }
            throw e;
        }
    }

    /**
     * For a change that is one transaction and not sent by {@link #run}; the last thing before its
     * COMMIT.
     */
    public static void announceWhole(Connection connection, String database)
            throws SQLException, ProblemException {
        Optional<RunningChange.Transaction> known = known(CommitFate.current(connection), database);
        if (known.isPresent()) {
            RunningChange.committing(known.get().asWhole());
        }
    }

    /** So that a later start of the console can find out whether this was committed. */
    private static void announce(CommitFate.Transaction transaction, String database)
            throws ProblemException {
        Optional<RunningChange.Transaction> known = known(transaction, database);
        if (known.isPresent()) {
            RunningChange.committing(known.get());
        }
    }

    /** Empty for one that has written nothing. */
    private static Optional<RunningChange.Transaction> known(
            CommitFate.Transaction transaction, String database) {
        return Optional.ofNullable(transaction.xid())
                .map(xid ->
                        new RunningChange.Transaction(database, xid, transaction.serverStart()));
    }

    /**
     * One statement outside of a transaction, for the few that refuse one, like ALTER SYSTEM. Sent
     * once.
     *
     * @throws ProblemException of kind UNKNOWN_OUTCOME when the link broke after it was sent
     */
    public void alone(Sql sql) throws ProblemException {
        try (WriteConnection connection = WriteConnection.of(pool)) {
            connection.beginAlone();
            sentAlone(connection, sql);
        } catch (SQLException e) {
            throw SqlProblems.thrown(e, pool.target().user(), "");
        }
    }

    private static void sentAlone(WriteConnection connection, Sql sql)
            throws SQLException, ProblemException {
        try {
            connection.executeAlone(sql);
        } catch (SQLException e) {
            if (connection.isEndedBy(e)) {
                throw new ProblemException(unknownOutcome(e), e);
            }
            throw e;
        }
    }

    /**
     * One statement that answers with rows and acts at once, like a function that ends a session;
     * sent once, under the same limits as a transaction.
     *
     * @throws ProblemException of kind UNKNOWN_OUTCOME when the link broke after it was sent
     */
    public <T> List<T> call(Sql sql, RowMapper<T> mapper) throws ProblemException {
        try (WriteConnection connection = WriteConnection.of(pool)) {
            connection.begin(lockLimit);
            return called(connection, sql, mapper);
        } catch (SQLException e) {
            throw SqlProblems.thrown(e, pool.target().user(), "");
        }
    }

    private static <T> List<T> called(WriteConnection connection, Sql sql, RowMapper<T> mapper)
            throws SQLException, ProblemException {
        try {
            List<T> rows = connection.rows(sql, mapper);
            connection.commit();
            return rows;
        } catch (SQLException e) {
            if (connection.isEndedBy(e)) {
                throw new ProblemException(unknownOutcome(e), e);
            }
            connection.rollBack(e);
            throw e;
        }
    }

    private static Problem unknownOutcome(SQLException failure) {
        return SqlProblems.problem(
                Problem.Kind.UNKNOWN_OUTCOME,
                "write.unknown",
                SqlProblems.detailOf(failure, SqlProblems.stateOf(failure)));
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
