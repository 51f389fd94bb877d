package dev.howdah.pg.roles.newuser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.pg.roles.SomeReach;
import dev.howdah.pg.roles.newuser.NewUser.Closing;
import dev.howdah.pg.roles.newuser.NewUser.Kind;
import dev.howdah.pg.roles.newuser.NewUser.Limits;
import dev.howdah.pg.roles.newuser.NewUser.Scope;
import dev.howdah.pg.roles.password.ScramVerifier;
import dev.howdah.testing.Await;
import dev.howdah.testing.ChildProgram;
import dev.howdah.testing.FaultProxy;
import dev.howdah.testing.TestServer;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a creation is interrupted, the user is there with everything, or not at all. */
class NewUserInterruptionsTest {
    /** What a whole user has, in one number: password, settings, grants and default privileges. */
    private static final String TRACES =
            """
            SELECT concat_ws(' ',
                   (SELECT count(*) FROM pg_authid a
                     WHERE a.rolname = '%1$s' AND a.rolpassword IS NOT NULL),
                   (SELECT cardinality(s.setconfig) FROM pg_db_role_setting s
                     WHERE s.setrole = (SELECT r.oid FROM pg_roles r WHERE r.rolname = '%1$s')),
                   (SELECT count(*) FROM pg_shdepend d
                     WHERE d.refobjid = (SELECT r.oid FROM pg_roles r WHERE r.rolname = '%1$s')))
            """;

    private static final String ABSENT = "0 0";

    private static TestServer server;
    private static String whole = "";

    @BeforeAll
    static void start() throws Exception {
        server = TestServer.start(18, Map.of());
        server.run("CREATE SCHEMA a", "CREATE TABLE a.t (id serial)", "CREATE TABLE u (id serial)");
        try (SomeReach reach = SomeReach.superuser(server, "postgres")) {
            create(reach, "pattern");
        }
        whole = server.ask(TRACES.formatted("pattern"));
        assertTrue(whole.startsWith("1 4 "), whole);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void theLinkIsCutAtThirtyPlaces() throws Exception {
        cut(30, 7);
    }

    @Test
    @Tag("long")
    void theLinkIsCutAtAThousandPlaces() throws Exception {
        cut(1_000, 8);
    }

    private static void cut(int times, long seed) throws Exception {
        Random random = new Random(seed);
        TreeSet<String> outcomes = new TreeSet<>();
        for (int i = 0; i < times; i++) {
            String name = "cut_" + seed + "_" + i;
            try (FaultProxy proxy = FaultProxy.to(server);
                    SomeReach reach = SomeReach.through(proxy, server, "postgres")) {
                NewUserPlan plan = reach.newUsers().plan(user(name));
                // the connection that planned has said some thousand bytes already
                proxy.cutAfter(proxy.sentByClients().length() + random.nextInt(3_600));
                outcomes.add(interrupted(reach, plan, name));
            }
        }
        assertEquals(new TreeSet<>(List.of("DONE", "UNREACHABLE")), outcomes);
    }

    /** What is said must be what is there. */
    private static String interrupted(SomeReach reach, NewUserPlan plan, String name)
            throws SQLException {
        String said;
        try {
            said = reach.newUsers().change(List.of(plan)).action().run().status().name();
        } catch (ProblemException e) {
            said = e.problem().kind().name();
        }
        String expected = said.equals("DONE") ? whole : ABSENT;
        Await.until(
                "the server has noticed that " + name + " was cut, said " + said,
                () -> server.ask(TRACES.formatted(name)).equals(expected));
        return said;
    }

    @Test
    void aCommitWhoseReplyIsLostIsLookedUp() throws Exception {
        try (FaultProxy proxy = FaultProxy.to(server);
                SomeReach reach = SomeReach.through(proxy, server, "postgres")) {
            NewUserPlan plan = reach.newUsers().plan(user("lost_reply"));
            proxy.loseReplyTo("COMMIT");

            ChangeOutcome outcome = reach.newUsers().change(List.of(plan)).action().run();

            assertEquals("lost_reply is there with all of its rights.", outcome.sentence());
            assertEquals(whole, server.ask(TRACES.formatted("lost_reply")));
        }
    }

    @Test
    void whenNothingCanBeReadBackThatIsSaid() throws Exception {
        try (FaultProxy proxy = FaultProxy.to(server);
                SomeReach reach = SomeReach.through(proxy, server, "postgres")) {
            NewUserPlan plan = reach.newUsers().plan(user("nobody_knows"));
            proxy.loseReplyTo("COMMIT", "pg_xact_status", "BEGIN READ ONLY");

            ChangeOutcome outcome = reach.newUsers().change(List.of(plan)).action().run();

            assertEquals(
                    new ChangeOutcome(
                            ChangeOutcome.Status.UNKNOWN,
                            "The connection broke, and whether nobody_knows is there could not be"
                                    + " read back. Look at the roles before you try again.",
                            List.of("nobody_knows in postgres: not known, the connection broke")),
                    outcome);
        }
    }

    @Test
    void theProgramIsKilledInTheMiddle(@TempDir Path folder) throws Exception {
        killed(folder, 4, 9);
    }

    @Test
    @Tag("long")
    void theProgramIsKilledManyTimes(@TempDir Path folder) throws Exception {
        killed(folder, 100, 10);
    }

    private static void killed(Path folder, int times, long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < times; i++) {
            String prefix = "killed_" + seed + "_" + i + "_";
            try (ChildProgram child =
                    ChildProgram.start(
                            CreatingProgram.class,
                            folder,
                            server.host(),
                            Integer.toString(server.port()),
                            server.user(),
                            server.password(),
                            prefix)) {
                Await.until(
                        "the program has made a user",
                        () -> child.said().stream().anyMatch(line -> line.startsWith(prefix)));
                LockSupport.parkNanos(random.nextLong(150_000_000));
                child.kill();
            }
            Await.until(
                    "the killed program's session has ended",
                    () ->
                            server.ask(
                                            "SELECT count(*) FROM pg_stat_activity WHERE"
                                                    + " application_name LIKE 'howdah/%'")
                                    .equals("0"));
            int made =
                    Integer.parseInt(
                            server.ask(
                                    "SELECT count(*) FROM pg_roles WHERE starts_with(rolname::text, '"
                                            + prefix
                                            + "')"));
            assertTrue(made > 0);
            for (int j = 0; j < made; j++) {
                assertEquals(whole, server.ask(TRACES.formatted(prefix + j)));
            }
        }
    }

    @Test
    void fourWritersMakeFiftyUsersEach() throws Exception {
        List<Future<ChangeOutcome.Status>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < 4; writer++) {
                String prefix = "writer_" + writer + "_";
                all.add(threads.submit(() -> fifty(prefix)));
            }
        }
        for (Future<ChangeOutcome.Status> one : all) {
            assertEquals(ChangeOutcome.Status.DONE, one.get());
        }
        assertEquals(
                "200",
                server.ask(
                        "SELECT count(*) FROM pg_roles WHERE starts_with(rolname::text,"
                                + " 'writer_')"));
    }

    private static ChangeOutcome.Status fifty(String prefix) throws ProblemException {
        List<NewUser> users = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            users.add(user(prefix + i));
        }
        try (SomeReach reach = SomeReach.superuser(server, "postgres")) {
            ChangeOutcome outcome =
                    reach.newUsers().change(reach.newUsers().plans(users)).action().run();
            if (outcome.status() != ChangeOutcome.Status.DONE) {
                throw new ProblemException(Problem.of(Problem.Kind.FAILED, outcome.toString(), ""));
            }
            return outcome.status();
        }
    }

    static void create(SomeReach reach, String name) throws ProblemException {
        reach.newUsers().change(List.of(reach.newUsers().plan(user(name)))).action().run();
    }

    private static NewUser user(String name) {
        return new NewUser(
                name,
                Kind.READ_ONLY,
                _ -> ScramVerifier.of(Secret.of("interrupted password"), 1),
                List.of(Scope.all("postgres")),
                Limits.usual(Kind.READ_ONLY),
                new Closing(false, false, false));
    }
}
