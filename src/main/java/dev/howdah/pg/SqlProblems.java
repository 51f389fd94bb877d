package dev.howdah.pg;

import dev.howdah.core.Problem;
import dev.howdah.core.Problem.Kind;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.sql.SQLException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Turns a failure of the driver into words, once, at the edge. Decides by SQLSTATE and by the type
 * of the cause, never by a message: servers translate those and change them between versions.
 */
public final class SqlProblems {
    private static final Texts TEXTS = Texts.of(SqlProblems.class);

    private SqlProblems() {}

    /** As {@link #of}, ready to be thrown. */
    public static ProblemException thrown(SQLException failure, String user, String neededGrant) {
        return new ProblemException(of(failure, user, neededGrant), failure);
    }

    /**
     * The problem behind a failure.
     *
     * @param user whom we are logged in as, named in remedies
     * @param neededGrant the membership that would help against 42501; may be empty
     */
    public static Problem of(SQLException failure, String user, String neededGrant) {
        String state = stateOf(failure);
        String detail = detailOf(failure, state);
        Throwable network = networkCause(failure);
        if (network != null && !state.startsWith("28")) {
            return networkProblem(network, detail);
        }
        return switch (state) {
            case SqlState.INVALID_PASSWORD ->
                    problem(Kind.LOGIN_REFUSED, "login.password", detail, user);
            case SqlState.INVALID_AUTHORIZATION ->
                    problem(Kind.LOGIN_REFUSED, "login.refused", detail, user);
            case SqlState.NO_SUCH_DATABASE ->
                    problem(Kind.LOGIN_REFUSED, "login.noDatabase", detail);
            case SqlState.TOO_MANY_CONNECTIONS ->
                    problem(Kind.TOO_MANY_CONNECTIONS, "server.full", detail, user);
            case SqlState.NOT_PERMITTED ->
                    neededGrant.isEmpty()
                            ? problem(Kind.NOT_PERMITTED, "right.missing", detail, user)
                            : problem(
                                    Kind.NOT_PERMITTED, "grant.missing", detail, user, neededGrant);
            case SqlState.CANCELED -> problem(Kind.TIMED_OUT, "statement.timedOut", detail);
            case SqlState.LOCK_NOT_AVAILABLE -> problem(Kind.LOCKED, "lock.notGranted", detail);
            case SqlState.NO_SUCH_RELATION,
                    SqlState.NO_SUCH_COLUMN,
                    SqlState.NO_SUCH_FUNCTION,
                    SqlState.FEATURE_NOT_SUPPORTED,
                    SqlState.WRONG_STATE ->
                    problem(Kind.NOT_SUPPORTED, "server.cannot", detail);
            case SqlState.DEPENDENT_OBJECTS -> problem(Kind.FAILED, "object.inUse", detail);
            case SqlState.BAD_BYTES -> problem(Kind.NOT_SUPPORTED, "encoding.bytes", detail);
            case SqlState.NO_SUCH_CHARACTER ->
                    problem(Kind.NOT_SUPPORTED, "encoding.character", detail);
            case SqlState.READ_ONLY -> problem(Kind.FAILED, "server.readOnly", detail);
            case SqlState.ADMIN_SHUTDOWN, SqlState.CRASH_SHUTDOWN ->
                    problem(Kind.UNREACHABLE, "server.stopping", detail);
            case SqlState.CANNOT_CONNECT_NOW ->
                    problem(Kind.UNREACHABLE, "server.starting", detail);
            case SqlState.IDLE_SESSION_TIMEOUT, SqlState.IDLE_IN_TRANSACTION_TIMEOUT ->
                    problem(Kind.UNREACHABLE, "server.endedSession", detail);
            case SqlState.PROTOCOL_VIOLATION ->
                    problem(Kind.UNREACHABLE, "server.notPostgres", detail);
            default ->
                    state.startsWith("08")
                            ? problem(Kind.UNREACHABLE, "server.linkLost", detail)
                            : state.startsWith("28")
                                    ? problem(Kind.LOGIN_REFUSED, "login.refused", detail, user)
                                    : problem(Kind.FAILED, "server.failed", detail);
        };
    }

    /** Whether a problem from here is that a text is none in an encoding, by its SQLSTATE. */
    public static boolean isOfEncoding(Problem problem) {
        return problem.detail().startsWith(SqlState.BAD_BYTES + " ")
                || problem.detail().startsWith(SqlState.NO_SUCH_CHARACTER + " ");
    }

    private static Problem networkProblem(Throwable cause, String detail) {
        return switch (cause) {
            case UnknownHostException _ -> problem(Kind.UNREACHABLE, "host.unknown", detail);
            case SocketTimeoutException _ -> problem(Kind.UNREACHABLE, "server.silent", detail);
            case NoRouteToHostException _ -> problem(Kind.UNREACHABLE, "host.noRoute", detail);
            case ConnectException _ -> problem(Kind.UNREACHABLE, "port.refused", detail);
            case SSLException _ -> problem(Kind.LOGIN_REFUSED, "tls.refused", detail);
            default -> problem(Kind.UNREACHABLE, "server.linkLost", detail);
        };
    }

    static Problem problem(Kind kind, String key, String detail, Object... arguments) {
        return new Problem(
                kind, TEXTS.text(key, arguments), TEXTS.text(key + ".remedy", arguments), detail);
    }

    /** The SQLSTATE of this failure or the nearest cause that has one; never null. */
    public static String stateOf(SQLException failure) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < 10; depth++, at = at.getCause()) {
            if (at instanceof SQLException sql && sql.getSQLState() != null) {
                return sql.getSQLState();
            }
        }
        return "";
    }

    static @Nullable Throwable networkCause(SQLException failure) {
        Throwable at = failure;
        for (int depth = 0; at != null && depth < 10; depth++, at = at.getCause()) {
            if (at instanceof java.io.IOException) {
                return at;
            }
        }
        return null;
    }

    /** Without the parameters of the statement, which can hold secrets. */
    static String detailOf(SQLException failure, String state) {
        Throwable at = failure;
        while (at != null && !(at instanceof PSQLException)) {
            at = at.getCause();
        }
        ServerErrorMessage fromServer =
                at instanceof PSQLException driver ? driver.getServerErrorMessage() : null;
        String message =
                fromServer != null && fromServer.getMessage() != null
                        ? fromServer.getMessage()
                        : String.valueOf(at == null ? failure.getMessage() : at.getMessage());
        return state.isEmpty() ? message : state + " " + message;
    }
}
