package dev.howdah.pg.proof.deed;

import dev.howdah.core.Version;
import dev.howdah.pg.ApplicationName;
import dev.howdah.pg.SqlNames;
import dev.howdah.pg.SqlProblems;
import dev.howdah.pg.SqlState;
import dev.howdah.pg.proof.Probe.Answer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/**
 * Tries statements as another role, each in a transaction of its own that is always rolled back,
 * under limits of its own: 3 s for a statement, 200 ms for a lock.
 */
public final class ProbeSession {
    private static final int NETWORK_MILLIS = 6_000;

    private final Connection connection;
    private final String setRole;

    /** One trial. */
    record Trial(Answer answer, String detail) {}

    private ProbeSession(Connection connection, String setRole) throws SQLException {
        this.connection = connection;
        this.setRole = setRole;
        connection.setNetworkTimeout(Runnable::run, NETWORK_MILLIS);
        connection.setAutoCommit(true);
    }

    /** As the role we are logged in as. */
    public static ProbeSession asOurselves(Connection connection) throws SQLException {
        return new ProbeSession(connection, "");
    }

    /** As a role that the login may SET ROLE to. */
    public static ProbeSession as(Connection connection, String role) throws SQLException {
        return new ProbeSession(connection, "SET LOCAL ROLE " + SqlNames.quoted(role) + ";");
    }

    /**
     * Whether the server lets this pass.
     *
     * @param sql one statement, or several with semicolons between them
     * @throws SQLException only when the session is gone
     */
    Trial trial(String sql) throws SQLException {
        try (Statement statement = statement()) {
            statement.execute(begin(sql));
            return new Trial(Answer.ALLOWED, "");
        } catch (SQLException e) {
            return refused(e);
        } finally {
            rollBack();
        }
    }

    /**
     * The last column of the last row of the last statement; empty when it was NULL.
     *
     * @throws SQLException when the server refused, or the session is gone
     */
    Optional<Boolean> ask(String sql) throws SQLException {
        try (Statement statement = statement()) {
            statement.execute(begin(sql));
            Optional<Boolean> answer = Optional.empty();
            boolean rows = statement.getResultSet() != null;
            while (rows || statement.getUpdateCount() >= 0) {
                if (rows) {
                    answer = last(statement.getResultSet());
                }
                rows = statement.getMoreResults();
            }
            return answer;
        } finally {
            rollBack();
        }
    }

    private static Optional<Boolean> last(ResultSet rows) throws SQLException {
        Optional<Boolean> answer = Optional.empty();
        while (rows.next()) {
            boolean value = rows.getBoolean(rows.getMetaData().getColumnCount());
            answer = rows.wasNull() ? Optional.empty() : Optional.of(value);
        }
        return answer;
    }

    /** Names are in the text, so braces in them must not be taken for JDBC's escapes. */
    private Statement statement() throws SQLException {
        Statement statement = connection.createStatement();
        statement.setEscapeProcessing(false);
        return statement;
    }

    /**
     * READ WRITE, because a default of read-only is a habit and not a wall. The role comes last:
     * nothing before it needs its rights.
     */
    private String begin(String sql) {
        return """
        BEGIN READ WRITE;
        SET LOCAL statement_timeout = '3s';
        SET LOCAL lock_timeout = '200ms';
        SET LOCAL idle_in_transaction_session_timeout = '10s';
        SET LOCAL search_path = pg_catalog;
        SET LOCAL application_name = %s;
        %s
        %s\
        """
                .formatted(
                        SqlNames.literal(ApplicationName.PREFIX + Version.current() + " proof"),
                        setRole,
                        sql);
    }

    static Trial refused(SQLException e) throws SQLException {
        String state = SqlProblems.stateOf(e);
        if (SqlState.endsTheConnection(state)) {
            throw e;
        }
        return state.equals(SqlState.NOT_PERMITTED)
                ? new Trial(Answer.REFUSED, "")
                : new Trial(Answer.UNKNOWN, SqlProblems.of(e, "", "").detail());
    }

    private void rollBack() throws SQLException {
        if (!connection.isClosed()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("ROLLBACK");
            }
        }
    }
}
