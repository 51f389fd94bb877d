package dev.howdah.lab.workload;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sessions and pauses of one act, all of which end when the workload is stopped. */
final class Stage implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Stage.class);

    private final ServiceLogin login;
    private final CountDownLatch stopped;
    private final Map<String, Connection> kept = new ConcurrentHashMap<>();
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();

    /**
     * @param stopped reaches zero when the workload is stopped
     */
    Stage(ServiceLogin login, CountDownLatch stopped) {
        this.login = login;
        this.stopped = stopped;
    }

    /** The act's own session of this service, which stays open; in autocommit mode. */
    Connection kept(String service) throws SQLException {
        Connection connection = kept.get(service);
        if (connection == null) {
            connection = opened(service);
            kept.put(service, connection);
        }
        return connection;
    }

    /** A further session, which the act closes. May be called from the act's own threads. */
    Connection opened(String service) throws SQLException {
        open.removeIf(Stage::isClosed);
        Connection connection = login.connect(service);
        open.add(connection);
        return connection;
    }

    /** Waits, but no longer than the workload goes on. */
    void pause(Duration length) throws InterruptedException {
        if (stopped.await(length.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException();
        }
    }

    /** Asks the server to give up what the act's sessions are waiting for. Any thread. */
    void cancelStatements() {
        for (Connection connection : open) {
            try {
                connection.unwrap(PGConnection.class).cancelQuery();
            } catch (SQLException e) {
                LOG.debug("nothing to cancel", e);
            }
        }
    }

    /** Closes every session, after a failure or at the end; what was not committed is undone. */
    @Override
    public void close() {
        for (Connection connection : open) {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.debug("closed by the server before", e);
            }
        }
        open.clear();
        kept.clear();
    }

    private static boolean isClosed(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException _) {
            return true;
        }
    }
}
