package dev.howdah.pg;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.Texts;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * The few connections we allow ourselves on one server: two at the most, none when nobody looks. No
 * caller waits longer than a fixed time, whatever the network does.
 */
public final class PgPool implements AutoCloseable {
    /** Monitoring and commands together. Plans with 25 connections in all exist. */
    public static final int MAX_SESSIONS = 2;

    private static final Duration SLICE = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofSeconds(11);
    private static final Texts TEXTS = Texts.of(PgPool.class);

    static {
        // A validity check costs every refresh a second round trip; readers notice a dead
        // connection
        // by the failure and ask once more, and the writer checks for itself.
        System.setProperty("com.zaxxer.hikari.aliveBypassWindowMs", "86400000");
    }

    private final PgTarget target;
    private final PgDataSource source;
    private final HikariDataSource pool;
    private final Map<Connection, Integer> known = Collections.synchronizedMap(new WeakHashMap<>());
    private volatile @Nullable ServerShape shape;

    /** Opens nothing yet: the first borrower does. */
    public PgPool(PgTarget target, Supplier<Secret> password) throws ProblemException {
        this(target, password, MAX_SESSIONS);
    }

    PgPool(PgTarget target, Supplier<Secret> password, int maxSessions) throws ProblemException {
        if (!PgTarget.isHost(target.host()) || !PgTarget.isPort(target.port())) {
            throw new ProblemException(
                    Problem.of(
                            Problem.Kind.BAD_INPUT,
                            TEXTS.text("target.malformed"),
                            TEXTS.text("target.malformed.remedy")));
        }
        this.target = target;
        try {
            this.source = new PgDataSource(target, password);
        } catch (SQLException e) {
            throw LoginProblems.thrown(e, target);
        }
        HikariConfig config = new HikariConfig();
        config.setPoolName("howdah-" + target.host() + "-" + target.port());
        config.setDataSource(source);
        config.setMaximumPoolSize(maxSessions);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(SLICE.toMillis());
        config.setValidationTimeout(Duration.ofSeconds(5).toMillis());
        config.setIdleTimeout(Duration.ofSeconds(60).toMillis());
        config.setKeepaliveTime(Duration.ofSeconds(30).toMillis());
        config.setMaxLifetime(Duration.ofHours(1).toMillis());
        config.setInitializationFailTimeout(-1);
        config.setExceptionOverrideClassName(FailoverEviction.class.getName());
        this.pool = new HikariDataSource(config);
    }

    public PgTarget target() {
        return target;
    }

    /**
     * Lends a connection; close it to give it back. Blocks for 11 s at the most, and returns at
     * once when an attempt to connect fails.
     */
    public Connection borrow() throws ProblemException {
        PgDataSource.Failure before = source.lastFailure();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return pool.getConnection();
            } catch (SQLException e) {
                if (pool.isClosed() || Thread.currentThread().isInterrupted()) {
                    throw given(Problem.Kind.UNREACHABLE, e, TEXTS.text("pool.closed"), "");
                }
                SQLException cause = newFailure(before, e);
                if (cause != null) {
                    throw LoginProblems.thrown(cause, target);
                }
                if (System.nanoTime() > deadline) {
                    throw given(
                            Problem.Kind.TIMED_OUT,
                            e,
                            TEXTS.text("pool.busy", pool.getMaximumPoolSize()),
                            TEXTS.text("pool.busy.remedy"));
                }
            }
        }
    }

    /** Why no connection can be had at the moment; null when waiting longer may give one. */
    private @Nullable SQLException newFailure(
            PgDataSource.@Nullable Failure before, SQLException fromPool) {
        PgDataSource.Failure failure = source.lastFailure();
        if (failure != null && (!failure.equals(before) || source.isQuiet())) {
            boolean full =
                    SqlState.TOO_MANY_CONNECTIONS.equals(SqlProblems.stateOf(failure.cause()));
            // on a full server the session that we have is the one that everybody takes in turn
            return full && openSessions() > 0 ? null : failure.cause();
        }
        // the login went well, and then the link broke before the pool had its connection ready
        return openSessions() == 0 && fromPool.getCause() instanceof SQLException cause
                ? cause
                : null;
    }

    private static ProblemException given(
            Problem.Kind kind, SQLException cause, String sentence, String remedy) {
        return new ProblemException(Problem.of(kind, sentence, remedy), cause);
    }

    /**
     * The shape of the server behind this connection. Costs one round trip on a connection that is
     * new, nothing later.
     */
    public ServerShape shape(Connection borrowed) throws SQLException, ProblemException {
        Connection physical = borrowed.unwrap(Connection.class);
        ServerShape now = shape;
        if (now != null && known.containsKey(physical)) {
            return now;
        }
        int major = borrowed.getMetaData().getDatabaseMajorVersion();
        if (major < ServerShape.OLDEST_MAJOR) {
            throw new ProblemException(
                    Problem.of(
                            Problem.Kind.NOT_SUPPORTED,
                            TEXTS.text("server.tooOld", major, ServerShape.OLDEST_MAJOR),
                            TEXTS.text("server.tooOld.remedy")));
        }
        int greetedBy = borrowed.unwrap(PGConnection.class).getBackendPID();
        try (Batch batch = Batch.readOnly(borrowed, Query.USUAL_LIMIT, "connect", false)) {
            batch.add(ServerShapeQuery.sql());
            now = batch.run(rows -> ServerShapeQuery.read(rows.getFirst(), greetedBy));
        }
        known.put(physical, greetedBy);
        shape = now;
        return now;
    }

    /** A server that was promoted, or demoted, since its shape was read is looked at anew. */
    void sawRecovery(boolean inRecovery) {
        ServerShape now = shape;
        if (now != null && now.inRecovery() != inRecovery) {
            shape = null;
        }
    }

    /** The shape as last read; null before the first connection. */
    public @Nullable ServerShape lastShape() {
        return shape;
    }

    /** Reads the shape anew with the next question, and lets a refused login be tried again. */
    public void lookAgain() {
        shape = null;
        source.forgetFailure();
    }

    /** Throws the connection away when it is given back. */
    public void evict(Connection borrowed) {
        pool.evictConnection(borrowed);
    }

    /** Our sessions on the server at this moment, borrowed or idle. */
    public int openSessions() {
        HikariPoolMXBean pooled = pool.getHikariPoolMXBean();
        return pooled == null ? 0 : pooled.getTotalConnections();
    }

    /** Process ids of our own backends as the driver was told them; meaningless behind a pooler. */
    public Set<Integer> ownPids() {
        synchronized (known) {
            return known.entrySet().stream()
                    .filter(entry -> !isClosed(entry.getKey()))
                    .map(Map.Entry::getValue)
                    .collect(Collectors.toUnmodifiableSet());
        }
    }

    private static boolean isClosed(Connection physical) {
        try {
            return physical.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    /** Ends every session of ours on this server. Blocks briefly. */
    @Override
    public void close() {
        pool.close();
    }
}
