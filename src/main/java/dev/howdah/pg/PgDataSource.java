package dev.howdah.pg;

import dev.howdah.core.Secret;
import dev.howdah.core.Version;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGProperty;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Opens connections to one server with limits on every phase, and remembers the newest failure. A
 * login that was refused is not tried again for a while, whoever asks: pools retry many times a
 * second, which locks accounts and fills server logs.
 */
final class PgDataSource extends PGSimpleDataSource {
    private static final long serialVersionUID = 1L;

    private static final int LOGIN_SECONDS = 10;

    /** A failed attempt. */
    record Failure(SQLException cause, long atNanos) {}

    private final transient PgTarget target;
    private final transient Supplier<Secret> password;
    private final transient AtomicReference<@Nullable Failure> lastFailure =
            new AtomicReference<>();

    /** Source of the values: measured behaviour of pgjdbc with silent, slow and refusing peers. */
    PgDataSource(PgTarget target, Supplier<Secret> password) throws SQLException {
        this.target = target;
        this.password = password;
        setServerNames(new String[] {inUrl(target.host())});
        setPortNumbers(new int[] {target.port()});
        setDatabaseName(target.database());
        setConnectTimeout(5);
        super.setLoginTimeout(LOGIN_SECONDS);
        setSocketTimeout(15);
        setTcpKeepAlive(true);
        setCancelSignalTimeout(5);
        setLogServerErrorDetail(false);
        setMaxResultBuffer("64M");
        setAssumeMinServerVersion("13");
        setApplicationName("howdah/" + Version.current());
        setProperty(PGProperty.GSS_ENC_MODE, "disable");
        setSslMode(target.tls().sslMode());
        if (target.tls().verifiesTheServer()) {
            if (target.caFile().isPresent()) {
                setSslRootCert(target.caFile().get().toString());
            } else {
                setSslfactory("org.postgresql.ssl.DefaultJavaSSLFactory");
            }
        } else {
            // A server that nobody verified could simply ask for the password in clear.
            setProperty(PGProperty.REQUIRE_AUTH, "!password");
        }
    }

    private static String inUrl(String host) {
        return host.indexOf(':') < 0 ? host : "[" + host + "]";
    }

    /** The pool would set its own, far shorter time that a caller waits, and refuse slow links. */
    @Override
    public void setLoginTimeout(int seconds) {
        // ours stays
    }

    @Override
    public Connection getConnection() throws SQLException {
        Failure before = lastFailure.get();
        if (before != null && isQuiet()) {
            throw before.cause();
        }
        try {
            Connection connection = getConnection(target.user(), password.get().reveal());
            lastFailure.set(null);
            return connection;
        } catch (SQLException e) {
            lastFailure.set(new Failure(e, System.nanoTime()));
            throw e;
        }
    }

    /** The newest failed attempt; null after a success or {@link #forgetFailure()}. */
    @Nullable Failure lastFailure() {
        return lastFailure.get();
    }

    /**
     * Whether the newest failure is so recent that it is answered with instead of a new attempt.
     */
    boolean isQuiet() {
        Failure failure = lastFailure.get();
        return failure != null
                && System.nanoTime() - failure.atNanos() < quietTime(failure.cause()).toNanos();
    }

    /** Lets the next attempt through at once: the person changed something or pressed Retry. */
    void forgetFailure() {
        lastFailure.set(null);
    }

    private static Duration quietTime(SQLException failure) {
        String state = failure.getSQLState();
        if (state == null) {
            return Duration.ofSeconds(1);
        }
        if (state.startsWith("28") || state.equals(SqlState.NO_SUCH_DATABASE)) {
            return Duration.ofSeconds(30);
        }
        return state.equals(SqlState.TOO_MANY_CONNECTIONS)
                ? Duration.ofSeconds(9)
                : Duration.ofSeconds(1);
    }
}
