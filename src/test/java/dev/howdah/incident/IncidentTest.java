package dev.howdah.incident;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.Reading;
import dev.howdah.core.Secret;
import dev.howdah.core.change.Environment;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.Query;
import dev.howdah.pg.TlsMode;
import dev.howdah.pg.activity.ActivityQuery;
import dev.howdah.pg.activity.SessionCountsQuery;
import dev.howdah.pg.archive.ArchiveQuery;
import dev.howdah.pg.roles.RolesQuery;
import dev.howdah.pg.server.replication.ReplicationQuery;
import dev.howdah.pg.server.sizes.SchemasQuery;
import dev.howdah.pg.server.sizes.SizesQuery;
import dev.howdah.pg.server.vitals.VitalsQuery;
import dev.howdah.pg.settings.SettingsQuery;
import dev.howdah.profile.Profile;
import dev.howdah.session.Session;
import dev.howdah.testing.Await;
import dev.howdah.testing.TestServer;
import dev.howdah.testing.WatchedPanels;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The panels of a session while the server is locked, full, frozen or gone. */
class IncidentTest {
    private static final Query<?>[] FAST = {
        new VitalsQuery(),
        new ActivityQuery(false),
        new SessionCountsQuery(),
        new ReplicationQuery()
    };
    private static final Query<?>[] SLOW = {
        new SizesQuery(),
        new SchemasQuery(false),
        new RolesQuery(),
        new SettingsQuery(),
        new ArchiveQuery()
    };

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final TestServer server = TestServer.start(18, Map.of("max_connections", "20"));
    private Session session;
    private WatchedPanels panels;

    @BeforeEach
    void open() throws Exception {
        opened.add(server);
        server.run("CREATE TABLE orders (id int PRIMARY KEY, at timestamptz)");
        session = newSession();
        panels = new WatchedPanels().fast(session, FAST).slow(session, SLOW);
        panels.awaitAllFreshSince(Instant.EPOCH);
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened.reversed()) {
            each.close();
        }
    }

    private Session newSession() throws Exception {
        PgTarget target =
                PgTarget.of(
                        server.host(), server.port(), "postgres", server.user(), TlsMode.DISABLE);
        Profile profile =
                new Profile(UUID.randomUUID(), "incident", Environment.PRODUCTION, target, false);
        Session made =
                new Session(
                        profile,
                        () -> Secret.of(server.password()),
                        Runnable::run,
                        Clock.systemUTC());
        opened.add(made);
        return made;
    }

    private Connection connect() throws SQLException {
        Connection connection = server.connect();
        opened.add(connection);
        return connection;
    }

    @Test
    void aTableHeldExclusivelyWithAnAlterBehindItStopsNoPanel() throws Exception {
        Connection holder = connect();
        holder.setAutoCommit(false);
        run(holder, "LOCK TABLE orders IN ACCESS EXCLUSIVE MODE");
        Connection waiter = connect();
        Thread.ofVirtual().start(() -> runQuietly(waiter, "ALTER TABLE orders ADD COLUMN n int"));
        Await.until(
                "the ALTER TABLE waits",
                () -> server.ask("SELECT count(*) FROM pg_locks WHERE NOT granted").equals("1"));

        panels.awaitAllFreshSince(Instant.now());
        panels.awaitAllFreshSince(Instant.now());

        assertEquals(
                "0",
                server.ask(
                        "SELECT count(*) FROM pg_locks l JOIN pg_stat_activity a USING (pid)"
                                + " WHERE NOT l.granted AND a.application_name LIKE 'howdah/%'"));
    }

    @Test
    void whenAllSlotsAreTakenTheSessionsWeHaveGoOnAndNewOnesSaySo() throws Exception {
        List<Connection> hogs = new ArrayList<>();
        try {
            for (int i = 0; i < 30; i++) {
                hogs.add(connect());
            }
        } catch (SQLException e) {
            assertEquals("53300", e.getSQLState());
        }
        assertTrue(hogs.size() < 20);

        panels.awaitAllFreshSince(Instant.now());
        Session second = newSession();
        WatchedPanels panelsOfSecond = new WatchedPanels().fast(second, new VitalsQuery());
        panelsOfSecond.awaitProblem(Problem.Kind.TOO_MANY_CONNECTIONS, "vitals");
        panels.awaitAllFreshSince(Instant.now());

        hogs.getFirst().close();
        hogs.get(1).close();
        panelsOfSecond.awaitAllFreshSince(Instant.now());
    }

    @Test
    void aFrozenBackendOfSomebodyElseStopsNoPanel() throws Exception {
        Connection other = connect();
        long pid = pidOf(other);
        server.freeze(pid);
        try {
            panels.awaitAllFreshSince(Instant.now());
        } finally {
            server.thaw(pid);
        }
    }

    @Test
    void whenOurOwnBackendsAreFrozenTheStalePanelsSayWhyAndRecoverByThemselves() throws Exception {
        Set<Integer> ours = session.pool().ownPids();
        ours.forEach(server::freeze);
        try {
            Reading.Stale<?> stale =
                    (Reading.Stale<?>) panels.awaitSomeProblem(Problem.Kind.UNREACHABLE);
            assertTrue(stale.takenAt().isBefore(Instant.now()));
            assertTrue(!stale.reason().sentence().isEmpty());
            panels.awaitAllFreshSince(Instant.now());
        } finally {
            ours.forEach(server::thaw);
        }
    }

    @Test
    void aServerThatIsKilledAndComesBackIsReadAgain() {
        server.kill();
        panels.awaitAllProblem(Problem.Kind.UNREACHABLE);
        server.start();
        panels.awaitAllFreshSince(Instant.now());
    }

    private static long pidOf(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT pg_backend_pid()")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** For a statement that waits until the test is over and its connection is closed. */
    private static void runQuietly(Connection connection, String sql) {
        try {
            run(connection, sql);
        } catch (SQLException e) {
            Thread.currentThread().interrupt();
        }
    }
}
