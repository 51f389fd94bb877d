package dev.howdah.bench;

import dev.howdah.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server as a DBA meets it: hundreds of idle sessions, some that work or wait for locks,
 * thousands of statements and tables. The console logs in as its own role, so that its statements
 * can be told from the rest.
 */
final class BusyServer implements AutoCloseable {
    static final String CONSOLE_ROLE = "console";
    static final String CONSOLE_PASSWORD = "console-password";
    private static final int IN_TRANSACTION = 6;
    private static final int SLEEPING = 25;
    private static final int WAITING = 15;

    private final TestServer server;
    private final List<Connection> sessions = new ArrayList<>();
    private final ExecutorService working = Executors.newVirtualThreadPerTaskExecutor();

    BusyServer(int idleSessions, int statements, int tables) throws SQLException {
        server =
                TestServer.start(
                        18,
                        Map.of(
                                "max_connections", Integer.toString(idleSessions + 100),
                                "pg_stat_statements.max", "10000",
                                "max_locks_per_transaction", "256",
                                "shared_buffers", "128MB"));
        server.run(
                "CREATE EXTENSION pg_stat_statements",
                "CREATE ROLE console LOGIN PASSWORD '" + CONSOLE_PASSWORD + "'",
                "GRANT pg_monitor, pg_signal_backend TO console");
        makeTables(tables);
        makeStatements(statements);
        makeSessions(idleSessions);
        makeBusy();
    }

    TestServer server() {
        return server;
    }

    private void makeTables(int tables) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < tables; i++) {
                statement.execute(
                        "CREATE TABLE t_%d (id bigint PRIMARY KEY, name text, at timestamptz)"
                                .formatted(i));
                if (i % 200 == 199) {
                    connection.commit();
                }
            }
            connection.commit();
        }
    }

    /**
     * Every statement calls other functions, so that each is one entry of its own: names of columns
     * and constants make no difference to the server.
     */
    private void makeStatements(int statements) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < statements; i++) {
                statement.execute(statement(i));
            }
        }
    }

    /** About 900 bytes. */
    private static String statement(int number) {
        StringBuilder sql = new StringBuilder("SELECT ");
        for (int bit = 0; bit < 14; bit++) {
            sql.append(bit == 0 ? "" : ", ")
                    .append((number >> bit & 1) == 0 ? "sin" : "cos")
                    .append("(1.5::float8) AS a_column_with_a_rather_long_name_")
                    .append(bit);
        }
        return sql.toString();
    }

    private void makeSessions(int idleSessions) throws SQLException {
        for (int i = 0; i < idleSessions; i++) {
            Connection connection = server.connect();
            try (Statement statement = connection.createStatement()) {
                statement.execute("SELECT 'a last statement of some length', " + i);
            }
            sessions.add(connection);
        }
    }

    private void makeBusy() throws SQLException {
        for (int i = 0; i < IN_TRANSACTION; i++) {
            Connection connection = server.connect();
            sessions.add(connection);
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("LOCK TABLE t_%d IN ACCESS EXCLUSIVE MODE".formatted(i));
            }
        }
        for (int i = 0; i < SLEEPING; i++) {
            runFor("SELECT pg_sleep(3600)");
        }
        for (int i = 0; i < WAITING; i++) {
            runFor("SELECT count(*) FROM t_" + i % 3);
        }
    }

    private void runFor(String sql) throws SQLException {
        Connection connection = server.connect();
        sessions.add(connection);
        working.execute(() -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                // The end of the fixture cuts these sessions off in the middle.
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() {
        server.close();
        working.shutdownNow();
    }
}
