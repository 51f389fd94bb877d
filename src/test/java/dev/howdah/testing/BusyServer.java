package dev.howdah.testing;

import dev.howdah.core.Secret;
import dev.howdah.core.change.Environment;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.profile.Profile;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A server as a DBA meets it: hundreds of idle sessions, some that work or wait for locks,
 * thousands of statements and tables. The console logs in as its own role, so that its sessions and
 * statements can be told from the rest.
 */
public final class BusyServer implements AutoCloseable {
    /** A member of pg_monitor and pg_signal_backend. */
    public static final String CONSOLE_ROLE = "console";

    /** Sessions beside the idle ones: in a transaction, asleep in a statement, waiting. */
    public static final int BUSY_SESSIONS = 6 + 25 + 15;

    private static final String CONSOLE_PASSWORD = "console-password";
    private static final String CROWD_ROLE = "shop";
    private static final String CROWD_PASSWORD = "shop-password";
    private static final int IN_TRANSACTION = 6;
    private static final int SLEEPING = 25;

    private final TestServer server;
    private final List<Connection> sessions = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService working = Executors.newVirtualThreadPerTaskExecutor();

    /** Takes some seconds for a thousand sessions and ten thousand statements. */
    public BusyServer(int idleSessions, int statements, int tables) throws Exception {
        server =
                TestServer.start(
                        18,
                        Map.of(
                                "max_connections",
                                Integer.toString(idleSessions + 100),
                                "pg_stat_statements.max",
                                Integer.toString(statements + 3_000),
                                "max_locks_per_transaction",
                                "256",
                                "shared_buffers",
                                "128MB"));
        server.run(
                "CREATE EXTENSION pg_stat_statements",
                "CREATE ROLE console LOGIN PASSWORD '" + CONSOLE_PASSWORD + "'",
                "GRANT pg_monitor, pg_signal_backend TO console");
        makeCrowdRole();
        makeTables(tables);
        makeStatements(statements);
        makeSessions(idleSessions);
        makeBusy();
    }

    public TestServer server() {
        return server;
    }

    /** The console's own password. */
    public static Secret consolePassword() {
        return Secret.of(CONSOLE_PASSWORD);
    }

    /** How the console reaches it directly. */
    public Profile profile() {
        return new Profile(
                UUID.randomUUID(), "busy", Environment.PRODUCTION, target(server.port()), false);
    }

    /** How the console reaches it through a port of this machine, like a proxy's. */
    public PgTarget target(int port) {
        return PgTarget.of(server.host(), port, "postgres", CONSOLE_ROLE, TlsMode.DISABLE);
    }

    /** One round of hashing makes a thousand logins cheap. */
    private void makeCrowdRole() throws SQLException {
        server.run(
                "SET scram_iterations = 1",
                "CREATE ROLE " + CROWD_ROLE + " LOGIN PASSWORD '" + CROWD_PASSWORD + "'",
                "GRANT CREATE ON SCHEMA public TO " + CROWD_ROLE);
    }

    private void makeTables(int tables) throws SQLException {
        server.run(
                "SET pg_stat_statements.track = 'none'",
                """
                DO $$
                BEGIN
                  FOR i IN 0 .. %d - 1 LOOP
                    EXECUTE format('CREATE TABLE t_%%s (id bigint PRIMARY KEY, name text,'
                                   ' at timestamptz)', i);
                    EXECUTE format('ALTER TABLE t_%%s OWNER TO %s', i);
                  END LOOP;
                END $$
                """
                        .formatted(tables, CROWD_ROLE));
    }

    /**
     * Every statement calls other functions, so that each is one entry of its own: names of columns
     * and constants make no difference to the server. A text has about 900 bytes.
     */
    private void makeStatements(int statements) throws SQLException {
        server.run(
                """
                DO $$
                BEGIN
                  FOR i IN 0 .. %d - 1 LOOP
                    EXECUTE (SELECT 'SELECT ' || string_agg(
                                        CASE WHEN (i >> bit) & 1 = 0 THEN 'sin' ELSE 'cos' END
                                        || '(1.5::float8) AS a_column_with_a_rather_long_name_'
                                        || bit, ', ' ORDER BY bit)
                               FROM generate_series(0, 13) AS bit);
                  END LOOP;
                END $$
                """
                        .formatted(statements));
    }

    private void makeSessions(int idleSessions) throws Exception {
        try (ExecutorService doors = Executors.newFixedThreadPool(4)) {
            for (var opened :
                    doors.invokeAll(Collections.nCopies(idleSessions, this::openIdleSession))) {
                opened.get();
            }
        }
    }

    private Connection openIdleSession() throws SQLException {
        Connection connection = openSession();
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT 'a last statement of some length'");
        }
        return connection;
    }

    private Connection openSession() throws SQLException {
        Connection connection = server.connect("postgres", CROWD_ROLE, CROWD_PASSWORD);
        sessions.add(connection);
        return connection;
    }

    private void makeBusy() throws SQLException {
        for (int i = 0; i < IN_TRANSACTION; i++) {
            Connection connection = openSession();
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute("LOCK TABLE t_%d IN ACCESS EXCLUSIVE MODE".formatted(i));
            }
        }
        for (int i = 0; i < SLEEPING; i++) {
            runFor("SELECT pg_sleep(3600)");
        }
        for (int i = IN_TRANSACTION + SLEEPING; i < BUSY_SESSIONS; i++) {
            runFor("SELECT count(*) FROM t_" + i % 3);
        }
    }

    private void runFor(String sql) throws SQLException {
        Connection connection = openSession();
        working.execute(() -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                // The end of the fixture cuts these sessions off in the middle.
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Stops the server, which ends every session on it. */
    @Override
    public void close() {
        server.close();
        working.shutdownNow();
    }
}
