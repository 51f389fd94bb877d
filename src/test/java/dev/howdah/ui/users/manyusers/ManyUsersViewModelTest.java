package dev.howdah.ui.users.manyusers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.change.Change;
import dev.howdah.pg.roles.newuser.NewUser.Kind;
import dev.howdah.session.Session;
import dev.howdah.session.SomeSessions;
import dev.howdah.testing.TestServer;
import dev.howdah.ui.users.newuser.NewUserPlanning.State;
import dev.howdah.ui.users.newuser.SomeNewUsers;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several users from a list, on a real server, without a screen. */
class ManyUsersViewModelTest {
    private static final TestServer SERVER = TestServer.newest();

    private Session session;
    private ManyUsersViewModel model;

    @BeforeEach
    void open() {
        session = SomeSessions.on(SERVER, "postgres");
        model = new ManyUsersViewModel(SomeNewUsers.form(session), "postgres"::equals);
        model.opened(Kind.READ_ONLY, List.of());
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void judgesEveryLineAndSendsNothingBeforeAllAreRight() {
        assertEquals(
                new State.Incomplete(
                        "Paste a list of names, and everything that will be sent stands here."),
                state());

        model.text().set("list_anna\n\npostgres\nlist_ben,secret word,2027-13-31\n");

        assertEquals(
                List.of(
                        new ManyUsersLine(1, "list_anna", Optional.empty(), true, "fine"),
                        new ManyUsersLine(
                                3, "postgres", Optional.empty(), false, "The name is taken."),
                        new ManyUsersLine(
                                4,
                                "list_ben",
                                Optional.empty(),
                                false,
                                "This password has 11 characters; it takes 12 or more.")),
                model.lines().get());
        assertEquals(
                new State.Incomplete(
                        "2 lines of the list can't be used. Line 3: The name is taken."
                                + " Nothing is sent before every line is right."),
                state());

        model.text().set("postgres");
        assertEquals(
                new State.Incomplete(
                        "One line of the list can't be used. Line 1: The name is taken."
                                + " Nothing is sent before every line is right."),
                state());
    }

    @Test
    void makesThemAllAndHandsTheirPasswordsOutOnce() throws Exception {
        model.text().set("list_anna\nlist_ben,a quite long passphrase,2100-01-31");
        assertInstanceOf(State.Ready.class, state());
        assertEquals("Create 2 users", model.title().get());
        assertEquals(
                Instant.parse("2100-02-01T00:00:00Z"),
                model.lines().get().getLast().expiry().orElseThrow());
        Change change = model.change().orElseThrow();
        assertFalse(change.preview().contains("passphrase"));
        model.shown();

        model.ran(change.action().run());

        MadeUsers made = model.made().get().orElseThrow();
        assertEquals("2 of 2 users are there.", made.outcome().sentence());
        List<String> lines = made.passwords().reveal().lines().toList();
        assertEquals("list_ben\ta quite long passphrase", lines.getLast());
        for (String line : lines) {
            String[] credential = line.split("\t", 2);
            SERVER.connect("postgres", credential[0], credential[1]).close();
        }

        model.closed();
        assertEquals('\0', made.passwords().reveal().charAt(0));
        assertEquals(
                "All 2 users are dropped.",
                change.wayBack().orElseThrow().get().action().run().sentence());
    }

    @Test
    void keepsTheListWithoutItsPasswordsWhenTheDialogIsClosed() {
        model.text().set("list_anna,,2027-01-31\nlist_ben,a quite long passphrase");

        model.closed();

        assertEquals("list_anna,,2027-01-31\nlist_ben", model.text().get());
        assertTrue(model.hasDraft());
    }

    private State state() {
        return model.form().planning().state().get();
    }
}
