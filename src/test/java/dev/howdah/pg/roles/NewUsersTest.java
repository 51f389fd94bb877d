package dev.howdah.pg.roles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.howdah.core.Change;
import dev.howdah.core.ChangeOutcome;
import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.pg.roles.NewUser.Closing;
import dev.howdah.pg.roles.NewUser.Kind;
import dev.howdah.pg.roles.NewUser.Limits;
import dev.howdah.pg.roles.NewUser.Scope;
import dev.howdah.testing.TestServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A new user can do what it is for and nothing else, whoever made it; and the rest is said. */
class NewUsersTest {
    private static final String PASSWORD = new PasswordGenerator().next().reveal();

    static Stream<Arguments> everyServerAndMaker() {
        return TestServer.majors().stream()
                .flatMap(major ->
                        Stream.of("superuser", "nu_admin").map(by -> Arguments.of(major, by)));
    }

    @ParameterizedTest(name = "PostgreSQL {0} by {1}")
    @MethodSource("everyServerAndMaker")
    void aReaderReadsEveryTableOfEveryOwnerAlsoLaterOnesAndWritesNone(int major, String by)
            throws Exception {
        TestServer server = TestServer.of(major);
        boolean bySuperuser = by.equals("superuser");
        boolean closesPublic = major >= 15 || bySuperuser;
        try (SomeShop shop = SomeShop.on(server);
                SomeReach maker = maker(server, bySuperuser)) {
            NewUserPlan plan = maker.newUsers().plan(user("nu_reader", Kind.READ_ONLY));
            Change change = maker.newUsers().change(List.of(plan));
            assertFalse(change.toString().contains(PASSWORD));

            ChangeOutcome outcome = change.action().run();
            shop.createTables("after");

            assertEquals(
                    "DONE nu_reader is there with all of its rights."
                            + " [nu_reader in nu_shop: done (# statements),"
                            + " nu_reader in nu_logs: done (# statements)]",
                    said(outcome));
            assertEquals(
                    Stream.of(
                                    "orders.after r",
                                    "orders.before r",
                                    "public.after r",
                                    "public.before r",
                                    "stock.after r",
                                    "stock.before r",
                                    "stock.orders_after r",
                                    "stock.orders_before r",
                                    closesPublic ? "" : "creates in public")
                            .filter(line -> !line.isEmpty())
                            .toList(),
                    powers(server, "nu_shop", "nu_reader"));
            assertEquals(
                    Stream.of(
                                    "logs.after r",
                                    "logs.before r",
                                    closesPublic ? "" : "creates in public")
                            .filter(line -> !line.isEmpty())
                            .toList(),
                    powers(server, "nu_logs", "nu_reader"));
            assertEquals(leftOpenToAReader(major, bySuperuser), leftOpen(plan));

            ChangeOutcome undone = change.wayBack().orElseThrow().get().action().run();
            assertEquals("DONE The user is dropped.", undone.status() + " " + undone.sentence());
            assertEquals(
                    "0", server.ask("SELECT count(*) FROM pg_roles WHERE rolname = 'nu_reader'"));
        }
    }

    @ParameterizedTest(name = "PostgreSQL {0} by {1}")
    @MethodSource("everyServerAndMaker")
    void aWriterReadsAndWritesEveryTableOfEveryOwnerAlsoLaterOnes(int major, String by)
            throws Exception {
        TestServer server = TestServer.of(major);
        boolean bySuperuser = by.equals("superuser");
        boolean inPublic = major < 15 || bySuperuser;
        try (SomeShop shop = SomeShop.on(server);
                SomeReach maker = maker(server, bySuperuser)) {
            NewUserPlan plan = maker.newUsers().plan(user("nu_writer", Kind.READ_WRITE));

            ChangeOutcome outcome = maker.newUsers().change(List.of(plan)).action().run();
            shop.createTables("after");

            assertEquals(ChangeOutcome.Status.DONE, outcome.status());
            assertEquals(
                    Stream.of(
                                    "orders.after rw",
                                    "orders.before rw",
                                    "public.after rw",
                                    "public.before rw",
                                    "stock.after rw",
                                    "stock.before rw",
                                    "stock.orders_after rw",
                                    "stock.orders_before rw",
                                    "creates in orders",
                                    inPublic ? "creates in public" : "",
                                    "creates in stock")
                            .filter(line -> !line.isEmpty())
                            .toList(),
                    powers(server, "nu_shop", "nu_writer"));
            assertEquals(
                    Stream.of(
                                    "logs.after rw",
                                    "logs.before rw",
                                    "creates in logs",
                                    inPublic ? "creates in public" : "")
                            .filter(line -> !line.isEmpty())
                            .toList(),
                    powers(server, "nu_logs", "nu_writer"));
        }
    }

    @Test
    void whereSomeTablesMayNotBeGrantedTheOthersAreAndTheseAreNamed() throws Exception {
        TestServer server = TestServer.newest();
        try (SomeShop _ = SomeShop.on(server);
                SomeReach admin = maker(server, false)) {
            server.runIn("nu_shop", "CREATE TABLE orders.\"her\"\"s\" (id serial)");

            NewUserPlan plan =
                    admin.newUsers().plan(user("nu_reader", Kind.READ_ONLY, Scope.all("nu_shop")));
            admin.newUsers().change(List.of(plan)).action().run();

            assertEquals(
                    List.of(
                            "One table or view in the schema orders stays closed to it: her\"s"
                                    + " (postgres).",
                            "One sequence in the schema orders stays closed to it: her\"s_id_seq"
                                    + " (postgres)."),
                    plan.leftOpen().stream()
                            .map(LeftOpen::sentence)
                            .filter(sentence -> sentence.contains("her\""))
                            .toList());
            assertEquals(
                    List.of("orders.before r", "orders.her\"s"),
                    powers(server, "nu_shop", "nu_reader").stream()
                            .filter(line -> line.startsWith("orders"))
                            .toList());
        }
    }

    @Test
    void aDatabaseThatFailsLeavesTheRoleAndSaysWhere() throws Exception {
        TestServer server = TestServer.of(16);
        try (SomeShop _ = SomeShop.on(server);
                SomeReach maker = maker(server, true)) {
            NewUserPlan plan = maker.newUsers().plan(user("nu_reader", Kind.READ_ONLY));
            server.runIn("nu_logs", "DROP SCHEMA logs CASCADE");

            ChangeOutcome outcome = maker.newUsers().change(List.of(plan)).action().run();

            assertEquals(
                    "PARTLY nu_reader is there, but has not all of its rights."
                            + " [nu_reader in nu_shop: done (# statements), nu_reader in nu_logs:"
                            + " not done. The server answered with an error. #F#"
                            + " schema \"logs\" does not exist]",
                    said(outcome));
        }
    }

    @Test
    void whatCanNotBeIsRefusedBeforeAnythingIsSent() throws Exception {
        TestServer server = TestServer.newest();
        try (SomeShop _ = SomeShop.on(server);
                SomeReach maker = maker(server, true);
                SomeReach orders =
                        SomeReach.as(server, "nu_shop", "nu_orders", SomeShop.PASSWORD)) {
            assertEquals(
                    List.of(
                            "BAD_INPUT There is already a role named nu_stock.",
                            "BAD_INPUT The name pg_reader is reserved by PostgreSQL.",
                            "BAD_INPUT The name public is reserved by PostgreSQL.",
                            "BAD_INPUT A name can't be empty.",
                            "BAD_INPUT A name can't contain the character NUL.",
                            "BAD_INPUT This name has 64 bytes; PostgreSQL keeps only 63 and would"
                                    + " cut the rest silently.",
                            "NOT_PERMITTED nu_orders may not create roles."),
                    List.of(
                            refusal(maker, "nu_stock"),
                            refusal(maker, "pg_reader"),
                            refusal(maker, "public"),
                            refusal(maker, ""),
                            refusal(maker, "a\0b"),
                            refusal(maker, "é".repeat(32)),
                            refusal(orders, "nu_reader")));
        }
    }

    private static String refusal(SomeReach maker, String name) {
        Problem problem =
                assertThrows(
                                ProblemException.class,
                                () ->
                                        maker.newUsers()
                                                .plan(
                                                        user(
                                                                name,
                                                                Kind.READ_ONLY,
                                                                Scope.all("nu_shop"))))
                        .problem();
        return problem.kind() + " " + problem.sentence();
    }

    private static SomeReach maker(TestServer server, boolean superuser) throws ProblemException {
        return superuser
                ? SomeReach.superuser(server, "nu_shop")
                : SomeReach.as(server, "nu_shop", "nu_admin", SomeShop.PASSWORD);
    }

    private static NewUser user(String name, Kind kind) {
        return user(name, kind, Scope.all("nu_shop"), Scope.all("nu_logs"));
    }

    private static NewUser user(String name, Kind kind, Scope... scopes) {
        return new NewUser(
                name,
                kind,
                ScramVerifier.of(Secret.of(PASSWORD)),
                List.of(scopes),
                Limits.usual(kind),
                new Closing(true, false, false));
    }

    private static List<String> leftOpenToAReader(int major, boolean bySuperuser) {
        List<String> lines = new ArrayList<>();
        for (String database : SomeShop.DATABASES) {
            lines.add(
                    database
                            + ": It can create temporary tables in the database "
                            + database
                            + ", as everybody can. -> ");
            if (bySuperuser) {
                continue;
            }
            lines.add(
                    database
                            + ": Tables that one other role creates later in the schema public stay"
                            + " closed to it: postgres. -> GRANT \"postgres\" TO \"nu_admin\";");
            if (major < 15) {
                lines.add(
                        database
                                + ": It can create tables and functions in the schema public, as"
                                + " everybody can; only postgres may change that. ->"
                                + " REVOKE CREATE ON SCHEMA \"public\" FROM PUBLIC;");
            }
        }
        lines.add(
                ": As every login it can take advisory locks, make large objects of its own, change"
                        + " its own password and lift its own timeouts. -> ");
        return lines;
    }

    /** Without the other databases, which other tests may have made. */
    private static List<String> leftOpen(NewUserPlan plan) {
        return plan.leftOpen().stream()
                .filter(open -> !open.sentence().startsWith("It can also log in"))
                .map(open -> open.database() + ": " + open.sentence() + " -> " + open.missing())
                .toList();
    }

    private static String said(ChangeOutcome outcome) {
        return outcome.status()
                + " "
                + outcome.sentence()
                + " "
                + outcome.rows().toString().replaceAll("\\d+", "#");
    }

    /** What the user can do, tried out without its own read-only fence, nothing of it kept. */
    private static List<String> powers(TestServer server, String database, String user)
            throws SQLException {
        List<String> powers = new ArrayList<>();
        try (Connection connection = server.connect(database, user, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("SET default_transaction_read_only = off");
            for (String table :
                    list(
                            server,
                            database,
                            "SELECT schemaname || '.' || tablename FROM pg_tables WHERE schemaname"
                                    + " !~ '^(pg_|information)' ORDER BY 1")) {
                String schema = table.substring(0, table.indexOf('.'));
                String quoted = schema + ".\"" + rest(table) + "\"";
                String sequence = schema + ".\"" + rest(table) + "_id_seq\"";
                boolean reads =
                        works(connection, "SELECT * FROM " + quoted)
                                && works(connection, "SELECT last_value FROM " + sequence);
                boolean writes =
                        Stream.of(
                                        "INSERT INTO " + quoted + " DEFAULT VALUES",
                                        "UPDATE " + quoted + " SET id = id",
                                        "DELETE FROM " + quoted,
                                        "TRUNCATE " + quoted,
                                        "SELECT nextval('" + sequence + "')")
                                .map(sql -> works(connection, sql))
                                .collect(Collectors.toSet())
                                .contains(true);
                powers.add((table + " " + (reads ? "r" : "") + (writes ? "w" : "")).strip());
            }
            for (String schema :
                    list(
                            server,
                            database,
                            "SELECT nspname FROM pg_namespace WHERE nspname !~"
                                    + " '^(pg_|information)' ORDER BY 1")) {
                if (works(connection, "CREATE TABLE " + schema + ".mine (id int)")) {
                    powers.add("creates in " + schema);
                }
            }
        }
        return powers;
    }

    private static String rest(String table) {
        return table.substring(table.indexOf('.') + 1).replace("\"", "\"\"");
    }

    private static boolean works(Connection connection, String sql) {
        try {
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
                return true;
            } catch (SQLException e) {
                assertEquals("42501", e.getSQLState(), sql);
                return false;
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> list(TestServer server, String database, String sql)
            throws SQLException {
        List<String> names = new ArrayList<>();
        try (Connection connection = server.connect(database);
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }
}
