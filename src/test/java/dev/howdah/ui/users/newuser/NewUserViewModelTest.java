package dev.howdah.ui.users.newuser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.pg.roles.newuser.NewUser.Kind;
import dev.howdah.provider.NoProvider;
import dev.howdah.session.Session;
import dev.howdah.session.SomeSessions;
import dev.howdah.testing.TestServer;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.users.newuser.NewUserPlanning.State;
import dev.howdah.ui.users.places.DatabaseChoice;
import dev.howdah.ui.users.places.NewUserServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One new user, planned and made on a real server, without a screen. */
class NewUserViewModelTest {
    private static final TestServer SERVER = TestServer.newest();
    private static final String DATABASE = "form_shop";
    private static final List<String> USERS =
            List.of("form_anna", "form_ben", "form_clara", "form_dora");

    private Session session;
    private NewUserViewModel model;

    @BeforeAll
    static void makeTheShop() throws SQLException {
        dropTheShop();
        SERVER.run("CREATE DATABASE " + DATABASE, "CREATE DATABASE form_logs");
        SERVER.runIn(
                DATABASE,
                "CREATE SCHEMA orders",
                "CREATE TABLE orders.items AS SELECT 1 AS id",
                "CREATE SCHEMA stock",
                "CREATE TABLE stock.items AS SELECT 1 AS id");
    }

    @AfterAll
    static void dropTheShop() throws SQLException {
        SERVER.run(
                "DROP DATABASE IF EXISTS " + DATABASE + " WITH (FORCE)",
                "DROP DATABASE IF EXISTS form_logs WITH (FORCE)");
        for (String user : USERS) {
            SERVER.run("DROP ROLE IF EXISTS " + user);
        }
    }

    @BeforeEach
    void open() {
        session = SomeSessions.on(SERVER, DATABASE);
        model =
                new NewUserViewModel(
                        SomeNewUsers.form(session), "postgres"::equals, new NoProvider());
        model.opened(Kind.READ_ONLY, List.of());
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void saysWhatIsMissingBeforeItAsksTheServer() {
        assertEquals(
                new State.Incomplete("Type a name, and everything that will be sent stands here."),
                state());
        assertEquals("Create user", model.title().get());

        model.name().set("postgres");
        assertEquals("There is already a role of this name.", model.nameComplaint().get());

        model.name().set("pg_anna");
        assertEquals("The name pg_anna is reserved by PostgreSQL.", model.nameComplaint().get());

        model.name().set("form_anna");
        model.password().text().set("form_anna_2026");
        assertEquals(
                new State.Incomplete("A password must not contain the name of its user."), state());

        model.password().generate();
        model.form().options().connections().text().set("many");
        assertEquals(
                new State.Incomplete(
                        "Correct what is marked on the left, and what will be sent stands here."),
                state());
        assertTrue(model.change().isEmpty());
    }

    @Test
    void showsExactlyWhatWillBeSentAndWhatStaysOpen() {
        model.name().set("form_anna");

        assertInstanceOf(State.Ready.class, state());
        Change change = model.change().orElseThrow();
        assertEquals(change.preview(), model.form().planning().sql().get());
        assertEquals("Create user form_anna", change.title());
        assertTrue(change.preview().contains("CREATE ROLE \"form_anna\" LOGIN CONNECTION LIMIT 5"));
        assertFalse(change.preview().contains(model.password().text().get()));
        assertEquals(
                "As every login it can take advisory locks, make large objects of its own, change"
                        + " its own password and lift its own timeouts.",
                notices().getLast().sentence());
    }

    @Test
    void plansAnewWheneverAnythingChanges() {
        model.name().set("form_anna");
        String before = model.form().planning().sql().get();

        model.form().options().kind().set(Kind.READ_WRITE);
        assertNotEquals(before, model.form().planning().sql().get());
        assertTrue(model.form().planning().sql().get().contains("GRANT ALL PRIVILEGES"));

        model.form().options().kind().set(Kind.READ_ONLY);
        DatabaseChoice shop = database(DATABASE);
        model.form().places().readSchemas(shop);
        model.form().places().choose(shop, "orders", false);
        String without = model.form().planning().sql().get();
        assertFalse(without.contains("SCHEMA \"orders\""), without);
        assertTrue(without.contains("SCHEMA \"stock\""), without);

        model.form().places().choose(database("form_logs"), true);
        assertTrue(model.form().planning().sql().get().contains("-- form_logs"));
    }

    @Test
    void makesAUserThatCanLogInAndReadAndNotWrite() throws Exception {
        model.name().set("form_ben");
        Change change = model.change().orElseThrow();

        ChangeOutcome outcome = change.action().run();
        model.ran(outcome);

        MadeUser made = model.made().get().orElseThrow();
        assertEquals(ChangeOutcome.Status.DONE, outcome.status());
        assertEquals(
                List.of(
                        new MadeUser.Address(
                                "shop",
                                "postgresql://form_ben@%s:%d/form_shop?sslmode=disable"
                                        .formatted(SERVER.host(), SERVER.port()))),
                made.addresses());
        try (Connection connection =
                        SERVER.connect(DATABASE, "form_ben", made.password().reveal());
                Statement statement = connection.createStatement()) {
            assertTrue(statement.executeQuery("SELECT * FROM orders.items").next());
            SQLException refused =
                    assertThrows(
                            SQLException.class,
                            () -> statement.execute("INSERT INTO orders.items VALUES (2)"));
            assertEquals("25006", refused.getSQLState());
            statement.execute("SET default_transaction_read_only = off");
            SQLException stillRefused =
                    assertThrows(
                            SQLException.class,
                            () -> statement.execute("INSERT INTO orders.items VALUES (2)"));
            assertEquals("42501", stillRefused.getSQLState());
        }
    }

    @Test
    void keepsWhatWasTypedWhenTheDialogIsClosedButNotThePassword() {
        model.name().set("form_anna");
        model.form().options().connections().text().set("9");
        String password = model.password().text().get();

        model.closed();
        assertEquals("", model.password().text().get());
        assertTrue(model.hasDraft());

        model.opened(Kind.READ_ONLY, List.of());
        assertEquals("form_anna", model.name().get());
        assertEquals("9", model.form().options().connections().text().get());
        assertNotEquals(password, model.password().text().get());
        assertInstanceOf(State.Ready.class, state());

        model.startOver();
        assertFalse(model.hasDraft());
        assertEquals("5", model.form().options().connections().text().get());
    }

    @Test
    void saysThatSomebodyElseTookTheNameMeanwhile() throws Exception {
        SERVER.run("CREATE ROLE form_clara");
        model.name().set("form_clara");

        State.Refused refused = assertInstanceOf(State.Refused.class, state());
        assertEquals("There is already a role named form_clara.", refused.problem().sentence());
    }

    @Test
    void makesTheSameUserOnAnotherServerWithOneConsent() throws Exception {
        TestServer other = TestServer.of(13);
        try (Session elsewhere = SomeSessions.on(other, "postgres")) {
            model.closed();
            model.opened(Kind.READ_ONLY, List.of(new NewUserServer(elsewhere)));
            model.name().set("form_dora");
            model.form().others().choices().getFirst().chosen().set(true);

            Change change = model.change().orElseThrow();
            assertEquals("Create user form_dora on 2 servers", change.title());
            model.ran(change.action().run());

            MadeUser made = model.made().get().orElseThrow();
            assertEquals("Done on 2 of 2 servers.", made.outcome().sentence());
            other.connect("postgres", "form_dora", made.password().reveal()).close();
            SERVER.connect(DATABASE, "form_dora", made.password().reveal()).close();
            change.wayBack().orElseThrow().get().action().run();
        }
    }

    private State state() {
        return model.form().planning().state().get();
    }

    private List<Notice> notices() {
        return model.form().planning().notices().get();
    }

    private DatabaseChoice database(String name) {
        return model.form().places().databases().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
