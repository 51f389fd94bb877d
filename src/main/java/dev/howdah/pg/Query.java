package dev.howdah.pg;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Question;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * One question to a server: a single statement that returns rows, and the mapping of these rows to
 * a snapshot. It runs in a read-only transaction with limits, together with others.
 *
 * @param <T> the snapshot, an immutable record
 */
public interface Query<T> extends Question<T> {

    /** How long a statement of ours may run when it says nothing else. */
    Duration USUAL_LIMIT = Duration.ofSeconds(3);

    /** How long a statement of ours may wait for a lock when it says nothing else. */
    Duration USUAL_LOCK_LIMIT = Duration.ofMillis(200);

    /**
     * The statement for a server of this shape.
     *
     * @throws ProblemException of kind NOT_SUPPORTED or NOT_PERMITTED when this server can't
     *     answer; nothing is sent then
     */
    Sql sql(ServerShape shape) throws ProblemException;

    /** Maps all rows. Called once, off the JavaFX thread, with the cursor before the first row. */
    T read(ResultSet rows, ServerShape shape, Instant takenAt) throws SQLException;

    /** The server-side limit of the statement. */
    default Duration limit() {
        return USUAL_LIMIT;
    }

    /** The role membership or privilege whose lack makes this fail, named in the remedy. */
    default String neededGrant() {
        return "pg_monitor";
    }
}
