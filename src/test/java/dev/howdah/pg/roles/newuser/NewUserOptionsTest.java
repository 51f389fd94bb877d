package dev.howdah.pg.roles.newuser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Secret;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.pg.roles.SomeReach;
import dev.howdah.pg.roles.newuser.NewUser.Closing;
import dev.howdah.pg.roles.newuser.NewUser.Kind;
import dev.howdah.pg.roles.newuser.NewUser.Limits;
import dev.howdah.pg.roles.newuser.NewUser.Scope;
import dev.howdah.pg.roles.password.PasswordGenerator;
import dev.howdah.pg.roles.password.ScramVerifier;
import dev.howdah.testing.Await;
import dev.howdah.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every option of a new user, as the server keeps it and as the user meets it. */
class NewUserOptionsTest {
    private static final String PASSWORD = new PasswordGenerator().next().reveal();
    private static final String DATABASE = "opt_shop";

    @ParameterizedTest(name = "PostgreSQL {0}")
    @ValueSource(ints = {13, 14, 15, 18})
    void everyOptionHoldsOnTheServer(int major) throws Exception {
        TestServer server = TestServer.of(major);
        clear(server);
        build(server);
        try (SomeReach maker = SomeReach.superuser(server, DATABASE)) {
            NewUserPlan plan = maker.newUsers().plan(user());
            assertEquals(
                    ChangeOutcome.Status.DONE,
                    maker.newUsers().change(List.of(plan)).action().run().status());
            server.runIn(
                    DATABASE,
                    "SET ROLE opt_owner",
                    "SELECT lo_from_bytea(4802, 'later')",
                    "CREATE TABLE shop.later (id int)");

            assertEquals(kept(major), kept(server));
            assertEquals(leftOpen(major), leftOpen(plan));
            deeds(server, major);
            meetsItsTimeLimits(server);
            hasTwoSessionsAndNoThird(server);
            assertEquals(
                    List.of("", ""),
                    List.of(
                            tried(server, "opt_other", "CREATE TEMP TABLE t (id int)"),
                            tried(
                                    server,
                                    "opt_other",
                                    "SELECT 1" + (major < 15 ? "; CREATE TABLE t (id int)" : ""))),
                    "what was there before keeps what PUBLIC loses");
            expires(server);
        } finally {
            clear(server);
        }
    }

    private static void build(TestServer server) throws SQLException {
        server.run(
                "CREATE ROLE opt_owner",
                "CREATE ROLE opt_other LOGIN PASSWORD '" + PASSWORD + "'",
                "CREATE DATABASE " + DATABASE);
        if (server.major() >= 16) {
            server.run("ALTER DATABASE " + DATABASE + " SET scram_iterations = 5000");
        }
        server.runIn(
                DATABASE,
                "CREATE SCHEMA shop AUTHORIZATION opt_owner",
                "SET ROLE opt_owner",
                "CREATE TABLE shop.orders (id int)",
                "SELECT lo_from_bytea(4801, 'before')");
    }

    private static void clear(TestServer server) throws SQLException {
        server.run("DROP DATABASE IF EXISTS " + DATABASE + " WITH (FORCE)");
        for (String role : List.of("opt_reader", "opt_other", "opt_owner")) {
            server.run("DROP ROLE IF EXISTS " + role);
        }
    }

    private static NewUser user() {
        return new NewUser(
                "opt_reader",
                Kind.READ_ONLY,
                wanted -> ScramVerifier.of(Secret.of(PASSWORD), wanted),
                List.of(Scope.all(DATABASE)),
                new Limits(
                        OptionalInt.of(2),
                        Optional.of(Instant.parse("2099-01-01T00:00:00Z")),
                        Optional.of(Duration.ofMillis(300)),
                        Optional.of(Duration.ofMillis(200)),
                        Optional.of(Duration.ofMillis(100)),
                        true),
                Closing.all());
    }

    private static String kept(int major) {
        return "2, 2099-01-01 00:00:00, {statement_timeout=300ms,"
                + "idle_in_transaction_session_timeout=200ms,lock_timeout=100ms,"
                + "default_transaction_read_only=on}, SCRAM-SHA-256$"
                + (major >= 16 ? "5000" : "4096");
    }

    private static String kept(TestServer server) throws SQLException {
        return server.ask(
                """
                SELECT concat_ws(', ', a.rolconnlimit, a.rolvaliduntil AT TIME ZONE 'UTC',
                                 s.setconfig, split_part(a.rolpassword, ':', 1))
                  FROM pg_authid a
                  JOIN pg_db_role_setting s ON s.setrole = a.oid
                 WHERE a.rolname = 'opt_reader'
                """);
    }

    private static List<String> leftOpen(int major) {
        List<String> open = new ArrayList<>();
        open.add(
                "Schemas that are created later in the database opt_shop stay closed to it until"
                        + " they are granted. Proving the user again names them.");
        if (major < 18) {
            open.add(
                    "Large objects that are made later in the database opt_shop stay closed to"
                            + " it.");
        }
        open.add(
                "As every login it can take advisory locks, make large objects of its own, change"
                        + " its own password and lift its own timeouts.");
        return open;
    }

    private static List<String> leftOpen(NewUserPlan plan) {
        return plan.leftOpen().stream()
                .map(LeftOpen::sentence)
                .filter(sentence -> !sentence.startsWith("It can also log in"))
                .toList();
    }

    /** Without its own read-only fence, nothing of it kept. */
    private static void deeds(TestServer server, int major) throws SQLException {
        String notAllowed = "42501";
        assertEquals(
                List.of(
                        "",
                        "",
                        "",
                        "",
                        notAllowed,
                        notAllowed,
                        notAllowed,
                        notAllowed,
                        notAllowed,
                        major >= 18 ? "" : notAllowed),
                List.of(
                        tried(server, "SELECT count(*) FROM shop.orders"),
                        tried(server, "SELECT count(*) FROM shop.later"),
                        tried(server, "SELECT lo_get(4801)"),
                        tried(server, "SELECT lo_create(0)"),
                        tried(server, "SELECT lo_put(4801, 0, 'x')"),
                        tried(server, "SELECT lo_unlink(4801)"),
                        tried(server, "CREATE TEMP TABLE t (id int)"),
                        tried(server, "CREATE TABLE public.t (id int)"),
                        tried(server, "INSERT INTO shop.orders VALUES (1)"),
                        tried(server, "SELECT lo_get(4802)")));
    }

    private static void meetsItsTimeLimits(TestServer server) throws SQLException {
        try (Connection holder = server.connect(DATABASE);
                Statement locks = holder.createStatement()) {
            holder.setAutoCommit(false);
            locks.execute("LOCK TABLE shop.orders IN ACCESS EXCLUSIVE MODE");
            assertEquals(
                    "55P03",
                    withinItsLimits(
                            server,
                            "SET LOCAL statement_timeout = 0; SELECT count(*) FROM shop.orders"));
        }
        assertEquals("57014", withinItsLimits(server, "SELECT pg_sleep(60)"));
        try (Connection idle = server.connect(DATABASE, "opt_reader", PASSWORD);
                Statement statement = idle.createStatement()) {
            idle.setAutoCommit(false);
            statement.execute("SELECT 1");
            Await.until(
                    "the server has ended the idle session",
                    () ->
                            server.ask(
                                            "SELECT count(*) FROM pg_stat_activity WHERE usename ="
                                                    + " 'opt_reader'")
                                    .equals("0"));
        }
    }

    private static void hasTwoSessionsAndNoThird(TestServer server) throws SQLException {
        try (Connection _ = server.connect(DATABASE, "opt_reader", PASSWORD);
                Connection _ = server.connect(DATABASE, "opt_reader", PASSWORD)) {
            assertEquals(
                    "53300",
                    assertThrows(
                                    SQLException.class,
                                    () -> server.connect(DATABASE, "opt_reader", PASSWORD))
                            .getSQLState());
        }
    }

    private static void expires(TestServer server) throws SQLException {
        server.run("ALTER ROLE opt_reader VALID UNTIL '2001-01-01' CONNECTION LIMIT -1");
        String refused =
                assertThrows(
                                SQLException.class,
                                () -> server.connect(DATABASE, "opt_reader", PASSWORD))
                        .getSQLState();
        assertTrue(refused.startsWith("28"), refused);
    }

    /** The limits are short, and a busy desktop is slow, so they are lifted for what is tried. */
    private static String tried(TestServer server, String sql) throws SQLException {
        return tried(server, "opt_reader", "SET LOCAL statement_timeout = 0; " + sql);
    }

    private static String withinItsLimits(TestServer server, String sql) throws SQLException {
        return tried(server, "opt_reader", sql);
    }

    /** The SQLSTATE of the refusal; empty when it was allowed. */
    private static String tried(TestServer server, String user, String sql) throws SQLException {
        try (Connection connection = server.connect(DATABASE, user, PASSWORD);
                Statement statement = connection.createStatement()) {
            // at once, so that it is not idle in its transaction
            statement.execute("BEGIN READ WRITE; " + sql);
            return "";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }
}
