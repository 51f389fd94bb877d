package dev.howdah.pg.roles.newuser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.pg.roles.SomeReach;
import dev.howdah.pg.roles.SomeShop;
import dev.howdah.pg.roles.newuser.NewUser.Closing;
import dev.howdah.pg.roles.newuser.NewUser.Kind;
import dev.howdah.pg.roles.newuser.NewUser.Limits;
import dev.howdah.pg.roles.newuser.NewUser.Scope;
import dev.howdah.pg.roles.password.PasswordGenerator;
import dev.howdah.pg.roles.password.ScramVerifier;
import dev.howdah.testing.TestServer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A new user can do what it is for and nothing else, whoever made it; and the rest is said. */
class NewUsersTest {
    private static final String PASSWORD = new PasswordGenerator().next().reveal();

    /** 14 is as 13 here, and 17 as 16. */
    static Stream<Arguments> everyKindOfServerAndMaker() {
        return Stream.of(13, 15, 16, 18)
                .flatMap(major ->
                        Stream.of("superuser", "nu_admin").map(by -> Arguments.of(major, by)));
    }

    @ParameterizedTest(name = "PostgreSQL {0} by {1}")
    @MethodSource("everyKindOfServerAndMaker")
    void aReaderReadsAndAWriterWritesEveryTableOfEveryOwnerAlsoLaterOnes(int major, String by)
            throws Exception {
        TestServer server = TestServer.of(major);
        boolean bySuperuser = by.equals("superuser");
        try (SomeShop shop = SomeShop.on(server);
                SomeReach maker = maker(server, bySuperuser)) {
            NewUserPlan reader = maker.newUsers().plan(user("nu_reader", Kind.READ_ONLY));
            Change change = maker.newUsers().change(List.of(reader));
            assertFalse(change.toString().contains(PASSWORD));
            assertEquals(
                    "DONE nu_reader is there with all of its rights."
                            + " [nu_reader in nu_shop: done (# statements),"
                            + " nu_reader in nu_logs: done (# statements)]",
                    said(change.action().run()));
            // while everybody may still create in public, unless that was closed for the reader
            NewUserPlan writer = maker.newUsers().plan(user("nu_writer", Kind.READ_WRITE));
            Change second = maker.newUsers().change(List.of(writer));
            assertEquals(ChangeOutcome.Status.DONE, second.action().run().status());
            shop.createTables("after");

            assertEquals(leftOpenToAReader(major, bySuperuser), leftOpen(reader));
            assertEquals(List.of("nu_shop", "nu_logs"), reader.databases());
            assertReads(server, major >= 15 || bySuperuser);
            assertWrites(server, major < 15 || bySuperuser);
            undo(server, change, second);
        }
    }

    private static void assertReads(TestServer server, boolean publicIsClosed) throws SQLException {
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
                                publicIsClosed ? "" : "creates in public")
                        .filter(line -> !line.isEmpty())
                        .toList(),
                UserPowers.of(server, "nu_shop", "nu_reader", PASSWORD));
        assertEquals(
                Stream.of(
                                "logs.after r",
                                "logs.before r",
                                publicIsClosed ? "" : "creates in public")
                        .filter(line -> !line.isEmpty())
                        .toList(),
                UserPowers.of(server, "nu_logs", "nu_reader", PASSWORD));
    }

    private static void assertWrites(TestServer server, boolean inPublic) throws SQLException {
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
                UserPowers.of(server, "nu_shop", "nu_writer", PASSWORD));
        assertEquals(
                Stream.of(
                                "logs.after rw",
                                "logs.before rw",
                                "creates in logs",
                                inPublic ? "creates in public" : "")
                        .filter(line -> !line.isEmpty())
                        .toList(),
                UserPowers.of(server, "nu_logs", "nu_writer", PASSWORD));
    }

    private static void undo(TestServer server, Change... changes) throws Exception {
        for (Change change : changes) {
            ChangeOutcome undone = change.wayBack().orElseThrow().get().action().run();
            assertEquals("DONE The user is dropped.", undone.status() + " " + undone.sentence());
        }
        assertEquals(
                "0",
                server.ask(
                        "SELECT count(*) FROM pg_roles WHERE rolname IN ('nu_reader', 'nu_writer')"));
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
                    UserPowers.of(server, "nu_shop", "nu_reader", PASSWORD).stream()
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
                wanted -> ScramVerifier.of(Secret.of(PASSWORD), wanted),
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
                lines.add(laterSchemas(database));
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
            lines.add(laterSchemas(database));
        }
        lines.add(
                ": As every login it can take advisory locks, make large objects of its own, change"
                        + " its own password and lift its own timeouts. -> ");
        return lines;
    }

    private static String laterSchemas(String database) {
        return database
                + ": Schemas that are created later in the database "
                + database
                + " stay closed to it until they are granted. Proving the user again names them."
                + " -> ";
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
}
