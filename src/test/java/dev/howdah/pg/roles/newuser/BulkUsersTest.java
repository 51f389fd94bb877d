package dev.howdah.pg.roles.newuser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.core.Secret;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.pg.roles.SomeReach;
import dev.howdah.pg.roles.newuser.BulkUsers.Parsed;
import dev.howdah.pg.roles.newuser.NewUser.Closing;
import dev.howdah.pg.roles.newuser.NewUser.Kind;
import dev.howdah.pg.roles.newuser.NewUser.Limits;
import dev.howdah.pg.roles.newuser.NewUser.Scope;
import dev.howdah.pg.roles.password.ScramVerifier;
import dev.howdah.testing.TestServer;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A pasted list becomes users, and every line that can't is named. */
class BulkUsersTest {

    @Test
    void readsNamesPasswordsAndExpiries() {
        Parsed parsed =
                BulkUsers.parse(
                        """
                        analyst01

                          analyst02 ,, 2027-01-31
                        "O'Hara, ""Ann""\",correct horse battery,2027-01-31T18:00:00Z
                        """,
                        "UTF8");

        assertEquals(List.of(), parsed.objections());
        assertEquals(
                List.of(
                        "1 analyst01 - -",
                        "3 analyst02 - 2027-02-01T00:00:00Z",
                        "4 O'Hara, \"Ann\" correct horse battery 2027-01-31T18:00:00Z"),
                parsed.users().stream()
                        .map(user ->
                                "%d %s %s %s"
                                        .formatted(
                                                user.line(),
                                                user.name(),
                                                user.password().map(Secret::reveal).orElse("-"),
                                                user.expiry().map(Instant::toString).orElse("-")))
                        .toList());
    }

    @Test
    void everyBadLineIsSaidWithItsNumber() {
        assertEquals(
                List.of(
                        "Line 2: The name ann is in line 1 already.",
                        "Line 3: The name pg_x is reserved by PostgreSQL.",
                        "Line 4: This password has 5 characters; it takes 12 or more.",
                        "Line 5: tomorrow is no date. Write it like 2027-01-31, or with a time like"
                                + " 2027-01-31T18:00:00Z.",
                        "Line 6: There are 4 fields; name, password and expiry are 3.",
                        "Line 7: A double quote is not closed.",
                        "Line 8: A name can't be empty."),
                BulkUsers.parse(
                                "ann\nann\npg_x\nbob,short\ncid,,tomorrow\na,b,c,d\n\"dan\n,,\n",
                                "UTF8")
                        .objections());
        assertEquals(
                List.of("There are no names in the list."),
                BulkUsers.parse(" \n\n", "UTF8").objections());
        String many =
                IntStream.range(0, 501).mapToObj(i -> "u" + i).collect(Collectors.joining("\n"));
        assertEquals(
                List.of(
                        "Line 501 and what follows are left out: 500 users at a time are the limit."),
                BulkUsers.parse(many, "UTF8").objections());
    }

    @Test
    void tenAnalystsAreOneChangeWithAResultForEach() throws Exception {
        TestServer server = TestServer.newest();
        try (SomeReach reach = SomeReach.superuser(server, "postgres")) {
            List<NewUser> users = IntStream.range(0, 10).mapToObj(i -> user("bulk_" + i)).toList();
            Change change = reach.newUsers().change(reach.newUsers().plans(users));
            server.run("CREATE ROLE bulk_3");

            ChangeOutcome outcome = change.action().run();

            assertEquals("Create 10 users", change.title());
            assertEquals(
                    "PARTLY 9 of 10 users are there.", outcome.status() + " " + outcome.sentence());
            assertEquals(10, outcome.rows().size());
            assertEquals(
                    "bulk_3 in postgres: not done. There is already a role of this name. 42710"
                            + " role \"bulk_3\" already exists",
                    outcome.rows().get(3));
            assertEquals(
                    ChangeOutcome.Status.DONE,
                    change.wayBack().orElseThrow().get().action().run().status());
        }
    }

    private static NewUser user(String name) {
        return new NewUser(
                name,
                Kind.READ_ONLY,
                _ -> ScramVerifier.of(Secret.of("a bulk password"), 1),
                List.of(Scope.all("postgres")),
                Limits.none(),
                new Closing(true, false, false));
    }
}
