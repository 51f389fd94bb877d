package dev.howdah.pg.roles.newuser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.pg.roles.RoleAct;
import dev.howdah.pg.roles.SomeReach;
import dev.howdah.pg.roles.newuser.NewUser.Closing;
import dev.howdah.pg.roles.newuser.NewUser.Kind;
import dev.howdah.pg.roles.newuser.NewUser.Limits;
import dev.howdah.pg.roles.password.ScramVerifier;
import dev.howdah.testing.TestServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Servers that don't make users, and those that don't take every password. */
class NewUserRefusalsTest {

    @Test
    void aPasswordRuleThatRefusesIsExplained() throws Exception {
        try (TestServer server =
                        TestServer.start(18, Map.of("shared_preload_libraries", "passwordcheck"));
                SomeReach reach = SomeReach.superuser(server, "postgres")) {
            NewUserPlan plan = reach.newUsers().plan(user("nu_same", "nu_same"));

            Problem problem =
                    assertThrows(
                                    ProblemException.class,
                                    () -> reach.newUsers().change(List.of(plan)).action().run())
                            .problem();

            assertEquals("A rule of the server refused this password.", problem.sentence());
            assertEquals("22023", problem.detail().substring(0, 5));
            assertEquals(
                    "0", server.ask("SELECT count(*) FROM pg_roles WHERE rolname = 'nu_same'"));
        }
    }

    @Test
    void aStandbyRefusesBeforeAnythingIsSent() throws Exception {
        try (TestServer server = TestServer.start(18, Map.of())) {
            server.stop();
            java.nio.file.Files.createFile(server.data().resolve("standby.signal"));
            server.start();
            try (SomeReach reach = SomeReach.superuser(server, "postgres")) {
                Problem problem =
                        assertThrows(
                                        ProblemException.class,
                                        () ->
                                                reach.newUsers()
                                                        .plan(user("nu_late", "a long password")))
                                .problem();

                assertEquals(
                        "NOT_SUPPORTED This server is a standby, on which no user can be made.",
                        problem.kind() + " " + problem.sentence());
                assertEquals(
                        "This server is a standby, on which nothing can be changed. Connect to the"
                                + " primary for this.",
                        reach.roles().rights(reach.role("postgres")).reason(RoleAct.SETTINGS));
            }
        }
    }

    private static NewUser user(String name, String password) {
        return new NewUser(
                name,
                Kind.READ_ONLY,
                wanted -> ScramVerifier.of(Secret.of(password), wanted),
                List.of(),
                Limits.none(),
                new Closing(true, false, false));
    }
}
