package dev.howdah.pg.activity;

import dev.howdah.testing.Await;
import dev.howdah.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;

/** Another program's session, which makes the situation that a test looks at. */
public final class Other implements AutoCloseable {

    private final TestServer server;
    private final Connection connection;
    private final int pid;

    private Other(TestServer server, Connection connection) throws SQLException {
        this.server = server;
        this.connection = connection;
        this.pid = Integer.parseInt(ask("SELECT pg_backend_pid()"));
    }

    /** As superuser in the database postgres. */
    public static Other named(TestServer server, String application) throws SQLException {
        return of(server, server.connect(), application);
    }

    public static Other of(TestServer server, Connection connection, String application)
            throws SQLException {
        Other other = new Other(server, connection);
        other.run("SET application_name = '" + application + "'");
        return other;
    }

    public int pid() {
        return pid;
    }

    Connection connection() {
        return connection;
    }

    /** Runs statements one after the other and waits for each. */
    public void run(String... statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    public String ask(String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    /** Begins a statement that takes long; how it ends is of no interest. */
    public void begin(String sql) {
        CompletableFuture<Void> started = new CompletableFuture<>();
        Thread.startVirtualThread(() -> {
            started.complete(null);
            try {
                run(sql);
            } catch (SQLException e) {
                // Cancelled or terminated by the test: that is what it was begun for.
                started.complete(null);
            }
        });
        started.join();
        awaitThat("state = 'active'");
    }

    /** As {@link #begin}, until it waits for a lock. */
    public void beginAndQueue(String sql) {
        begin(sql);
        awaitThat("wait_event_type = 'Lock'");
    }

    /** Waits until this session is seen to be so. */
    public void awaitThat(String condition) {
        Await.until(condition, () -> is(condition));
    }

    public boolean is(String condition) throws SQLException {
        return server.ask(
                        "SELECT count(*) FROM pg_stat_activity WHERE pid = "
                                + pid
                                + " AND "
                                + condition)
                .equals("1");
    }

    @Override
    public void close() throws SQLException {
        server.run("SELECT pg_terminate_backend(" + pid + ")");
        connection.abort(Runnable::run);
    }
}
