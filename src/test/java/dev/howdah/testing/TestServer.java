package dev.howdah.testing;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.lab.node.LabAccess;
import dev.howdah.lab.node.LabNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A real PostgreSQL for tests, with pg_stat_statements loaded. {@link #of} is shared by all tests
 * of this JVM, so leave it as you found it; {@link #start} is yours alone, to be stopped, frozen
 * and killed.
 */
public final class TestServer implements AutoCloseable {
    private static final Map<Integer, TestServer> SHARED = new ConcurrentHashMap<>();
    private static final Map<String, String> USUAL =
            Map.of(
                    "shared_preload_libraries", "pg_stat_statements",
                    "pg_stat_statements.max", "5000",
                    "pg_stat_statements.track", "all",
                    "max_connections", "60",
                    "shared_buffers", "16MB",
                    "fsync", "off",
                    "synchronous_commit", "off",
                    "full_page_writes", "off",
                    // nobody vacuums or analyzes in between but the tests
                    "autovacuum_naptime", "86400",
                    "log_filename", "postgresql.log");

    private final int major;
    private final LabNode node;
    private final Map<String, String> settings;

    private TestServer(int major, LabNode node, Map<String, String> settings) {
        this.major = major;
        this.node = node;
        this.settings = settings;
    }

    /** Every supported major version, for {@code @MethodSource}. */
    public static List<Integer> majors() {
        return List.of(13, 14, 15, 16, 17, 18);
    }

    /** The server of this major version that all tests share; started when first asked for. */
    public static TestServer of(int major) {
        return SHARED.computeIfAbsent(major, m -> start(m, Map.of()));
    }

    /** The shared server of the newest version, for tests that don't care. */
    public static TestServer newest() {
        return of(majors().getLast());
    }

    /**
     * A server of one's own; close it, or leave that to the end of the JVM.
     *
     * @param settings parameters on top of the usual ones, unquoted
     */
    public static TestServer start(int major, Map<String, String> settings) {
        TestServer server = stopped(major, settings);
        server.start();
        return server;
    }

    /** As {@link #start}, but it has not been started yet. */
    static TestServer stopped(int major, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(USUAL);
        all.putAll(settings);
        try {
            TestServer server = new TestServer(major, TestClusters.copyOf(major), all);
            TestClusters.stopAtExit(server.node);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ProblemException e) {
            throw failed(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public int major() {
        return major;
    }

    public String host() {
        return access("postgres").host();
    }

    public int port() {
        return access("postgres").port();
    }

    /** The superuser. */
    public String user() {
        return LabNode.SUPERUSER;
    }

    /** The superuser's. */
    public String password() {
        return access("postgres").password().reveal();
    }

    /** As superuser to the database postgres. */
    public Connection connect() throws SQLException {
        return access("postgres").connect("howdah test");
    }

    /** As superuser. */
    public Connection connect(String database) throws SQLException {
        return access(database).connect("howdah test");
    }

    public Connection connect(String database, String user, String password) throws SQLException {
        return access(database).withUser(user, Secret.of(password)).connect("howdah test");
    }

    /**
     * Empties pg_stat_statements. It keeps the texts of databases that are gone, and one of the
     * superuser that is no text in an encoding takes all the superuser's with it.
     */
    public void forgetStatements() throws SQLException {
        run("DROP DATABASE IF EXISTS forgetting", "CREATE DATABASE forgetting");
        runIn(
                "forgetting",
                "CREATE EXTENSION pg_stat_statements",
                "SELECT pg_stat_statements_reset()");
        run("DROP DATABASE forgetting");
    }

    /** Runs statements as superuser in the database postgres, each by itself. */
    public void run(String... statements) throws SQLException {
        runIn("postgres", statements);
    }

    /** Runs statements as superuser in a database, each by itself. */
    public void runIn(String database, String... statements) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /** The first column of the first row as text, asked as superuser. */
    public String ask(String sql) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return String.valueOf(rows.getString(1));
        }
    }

    /** Starts the stopped or killed server again, on the same port when that is still free. */
    public void start() {
        act(() -> node.start(settings));
    }

    public void stop() {
        act(node::stop);
    }

    public void restart() {
        stop();
        start();
    }

    /** Kills the postmaster with SIGKILL; its backends end by themselves a moment later. */
    public void kill() {
        postmaster().destroyForcibly();
        Await.until("killed", () -> node.server().isEmpty());
    }

    public ProcessHandle postmaster() {
        try {
            return node.server()
                    .orElseThrow(() -> new IllegalStateException("the server is not running"));
        } catch (ProblemException e) {
            throw failed(e);
        }
    }

    /**
     * Stops a backend, or the postmaster, in its tracks with SIGSTOP; undo it with {@link #thaw}.
     */
    public void freeze(long pid) {
        signal("STOP", pid);
        Await.until("process " + pid + " stands still", () -> stands(pid));
    }

    public void thaw(long pid) {
        signal("CONT", pid);
    }

    /** The folder of the cluster, to put certificates or a standby.signal there. */
    public Path data() {
        return node.data();
    }

    /** All that the server has logged. */
    public String log() {
        try {
            StringBuilder text = new StringBuilder();
            for (Path file : node.log().files()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #log()}, but only when all has arrived there that the server said until now. */
    public String settledLog() throws SQLException {
        String mark = "mark " + System.nanoTime();
        run("DO $$ BEGIN RAISE LOG '" + mark + "'; END $$");
        Await.until("the mark in the log", () -> log().contains(mark));
        return log();
    }

    @Override
    public void close() {
        stop();
    }

    private LabAccess access(String database) {
        try {
            return node.access(database);
        } catch (ProblemException e) {
            throw failed(e);
        }
    }

    /** Source: proc(5), the field state; elsewhere than on Linux nobody tells. */
    private static boolean stands(long pid) throws IOException {
        Path file = Path.of("/proc", Long.toString(pid), "stat");
        if (!Files.exists(file)) {
            return true;
        }
        String stat = Files.readString(file);
        return stat.charAt(stat.lastIndexOf(')') + 2) == 'T';
    }

    private static void signal(String name, long pid) {
        try {
            int exitCode =
                    new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                            .inheritIO()
                            .start()
                            .waitFor();
            if (exitCode != 0) {
                throw new IllegalStateException("kill -" + name + " " + pid + ": " + exitCode);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Act {
        void run() throws ProblemException, InterruptedException;
    }

    private static void act(Act act) {
        try {
            act.run();
        } catch (ProblemException e) {
            throw failed(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static IllegalStateException failed(ProblemException e) {
        return new IllegalStateException(e.problem().sentence() + " " + e.problem().detail(), e);
    }
}
