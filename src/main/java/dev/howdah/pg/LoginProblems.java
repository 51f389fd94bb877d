package dev.howdah.pg;

import dev.howdah.core.Problem;
import dev.howdah.core.Problem.Kind;
import dev.howdah.core.ProblemException;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Says why no connection could be made. The same SQLSTATE means other things before the login than
 * after it, and several failures of the driver have none of their own.
 */
final class LoginProblems {
    private LoginProblems() {}

    static ProblemException thrown(SQLException failure, PgTarget target) {
        return new ProblemException(of(failure, target), failure);
    }

    static Problem of(SQLException failure, PgTarget target) {
        String state = SqlProblems.stateOf(failure);
        String detail = SqlProblems.detailOf(failure, state);
        Throwable network = SqlProblems.networkCause(failure);
        if (network instanceof FileNotFoundException || isKeyTrouble(failure)) {
            return refused("tls.caFile", detail, target.caFile().map(Object::toString).orElse(""));
        }
        if (network instanceof EOFException) {
            return SqlProblems.problem(Kind.UNREACHABLE, "server.hungUp", detail);
        }
        // The driver's own limit on the whole login has neither a cause nor an SQLSTATE of its own.
        if (network instanceof SocketTimeoutException || isOfTheDriver(failure, "08001")) {
            return SqlProblems.problem(Kind.UNREACHABLE, "server.silent", detail);
        }
        // A certificate for another host is reported as a plain connection failure.
        if (target.tls() == TlsMode.VERIFY_FULL
                && isOfTheDriver(failure, SqlState.CONNECTION_FAILURE)) {
            return refused("tls.hostName", detail, target.host());
        }
        return switch (state) {
            case SqlState.CONNECTION_REJECTED ->
                    refused(
                            target.tls() == TlsMode.DISABLE ? "login.inClear" : "login.noTls",
                            detail);
            case SqlState.NOT_PERMITTED ->
                    refused("login.noConnect", detail, target.user(), target.database());
            case SqlState.WRONG_STATE -> refused("login.closed", detail, target.database());
            case SqlState.NO_SUCH_DATABASE ->
                    refused("login.noDatabase", detail, target.database());
            default -> SqlProblems.of(failure, target.user(), "");
        };
    }

    private static Problem refused(String key, String detail, Object... arguments) {
        return SqlProblems.problem(Kind.LOGIN_REFUSED, key, detail, arguments);
    }

    private static boolean isOfTheDriver(SQLException failure, String state) {
        return state.equals(failure.getSQLState()) && failure.getCause() == null;
    }

    /** The CA file is there and holds no certificate, or one that can't be used. */
    private static boolean isKeyTrouble(SQLException failure) {
        boolean inHandshake = false;
        boolean security = false;
        @Nullable Throwable at = failure;
        for (int depth = 0; at != null && depth < 10; depth++, at = at.getCause()) {
            inHandshake |= at instanceof SSLException;
            security |= at instanceof GeneralSecurityException;
        }
        return security && !inHandshake;
    }
}
