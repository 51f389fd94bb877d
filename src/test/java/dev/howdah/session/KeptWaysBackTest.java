package dev.howdah.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeRunner;
import dev.howdah.core.change.Environment;
import dev.howdah.core.change.JointChange;
import dev.howdah.journal.FileChangeLog;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.journal.JournalReader;
import dev.howdah.journal.JournaledChange;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.pg.roles.newuser.NewUser;
import dev.howdah.pg.roles.newuser.NewUsers;
import dev.howdah.pg.roles.password.ScramVerifier;
import dev.howdah.pg.roles.step.Reach;
import dev.howdah.pg.settings.ExtensionChanges;
import dev.howdah.pg.settings.ExtensionFactsQuery;
import dev.howdah.pg.settings.ParameterChanges;
import dev.howdah.pg.settings.ParameterFactsQuery;
import dev.howdah.pg.settings.ParameterPlace;
import dev.howdah.pg.settings.SettingsQuery;
import dev.howdah.pg.settings.SettingsSnapshot.Setting;
import dev.howdah.profile.Profile;
import dev.howdah.testing.TestServer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What SQL did on real servers is taken back after a restart, from what the journal kept. */
class KeptWaysBackTest {
    @TempDir Path folder;

    private static Session session(String name, TestServer server) throws ProblemException {
        PgTarget target =
                PgTarget.of(
                        server.host(), server.port(), "postgres", server.user(), TlsMode.DISABLE);
        return new Session(
                new Profile(UUID.randomUUID(), name, Environment.LAB, target, false),
                () -> Secret.of(server.password()),
                Runnable::run,
                Clock.systemUTC());
    }

    private ChangeRunner runner() {
        return new ChangeRunner(new FileChangeLog(folder), Clock.systemUTC());
    }

    /** That of a later start, with this title on this server. */
    private JournaledChange journaled(String server, String title) throws ProblemException {
        return new JournalReader(
                        new FileChangeLog(folder),
                        new FileOperationLog(folder),
                        _ -> false,
                        _ -> false)
                .read(100).changes().stream()
                        .filter(each -> each.entry().server().equals(server))
                        .filter(each -> each.entry().title().equals(title))
                        .findFirst()
                        .orElseThrow();
    }

    private Change back(Session session, String title) throws ProblemException {
        return new WaysBack(session, SomeSessions.guard(session, folder))
                .of(journaled(session.target().server(), title));
    }

    private static Change newUser(Session session) throws ProblemException {
        NewUsers users =
                new NewUsers(
                        new Reach(session.reader(), session.writer(), session.visits(), "postgres"),
                        session.target());
        NewUser ann =
                new NewUser(
                        "kw_ann",
                        NewUser.Kind.READ_ONLY,
                        _ -> ScramVerifier.of(Secret.of("a kept password"), 1),
                        List.of(NewUser.Scope.all("kw_shop")),
                        NewUser.Limits.none(),
                        new NewUser.Closing(true, false, false));
        return users.change(List.of(users.plan(ann)));
    }

    @Test
    void leavesAUserAloneThatSomebodyElseMadeUnderTheSameName() throws Exception {
        TestServer server = TestServer.newest();
        server.run("DROP DATABASE IF EXISTS kw_shop", "CREATE DATABASE kw_shop");
        try (Session orders = session("orders", server)) {
            Change made = newUser(orders);
            runner().run(made);
            String title = made.title();
            server.runIn("kw_shop", "DROP OWNED BY kw_ann");
            server.run("DROP OWNED BY kw_ann", "DROP ROLE kw_ann", "CREATE ROLE kw_ann LOGIN");

            ProblemException later =
                    assertThrows(ProblemException.class, () -> back(orders, title));
            assertEquals(
                    "The user kw_ann of today is another one: the one that was made here is gone.",
                    later.problem().sentence());
            Change atOnce = made.wayBack().orElseThrow().get();
            ProblemException now = assertThrows(ProblemException.class, () -> runner().run(atOnce));
            assertEquals(
                    "What has this name is another object by now: somebody dropped the old one"
                            + " and made it anew.",
                    now.problem().sentence());
            assertEquals("1", roles(server));
            server.run("DROP ROLE kw_ann");
        }
    }

    private static String roles(TestServer server) throws Exception {
        return server.ask("SELECT count(*) FROM pg_roles WHERE rolname = 'kw_ann'");
    }

    @Test
    void dropsUsersThatWereMadeOnSeveralServersUnlessSomethingIsTheirsByNow() throws Exception {
        TestServer one = TestServer.of(13);
        TestServer two = TestServer.newest();
        for (TestServer each : List.of(one, two)) {
            each.run("DROP DATABASE IF EXISTS kw_shop", "CREATE DATABASE kw_shop");
        }
        try (Session orders = session("orders", one);
                Session payments = session("payments", two)) {
            runner().run(
                            JointChange.of(
                                    "Create user kw_ann on 2 servers",
                                    List.of(newUser(orders), newUser(payments))));
            assertEquals("1 1", roles(one) + " " + roles(two));
            String title = "Create user kw_ann";
            assertEquals(JournaledChange.WayBack.THERE, journaled("payments", title).wayBack());

            two.runIn(
                    "kw_shop",
                    "CREATE SCHEMA AUTHORIZATION kw_ann",
                    "CREATE TABLE kw_ann.notes (id int)",
                    "ALTER TABLE kw_ann.notes OWNER TO kw_ann");
            ProblemException owns =
                    assertThrows(ProblemException.class, () -> back(payments, title));
            assertEquals(
                    "kw_ann owns 2 objects by now (kw_shop), so it is not simply dropped.",
                    owns.problem().sentence());

            two.runIn("kw_shop", "DROP SCHEMA kw_ann CASCADE");
            Change back = back(payments, title);
            assertEquals(Optional.of(journaled("payments", title).id()), back.notes().undoes());
            runner().run(back);
            assertEquals("1 0", roles(one) + " " + roles(two));
            assertEquals(JournaledChange.WayBack.UNDONE, journaled("payments", title).wayBack());
            runner().run(back(orders, title));
            assertEquals("0", roles(one));
            ProblemException gone = assertThrows(ProblemException.class, () -> back(orders, title));
            assertEquals("There is no user kw_ann any more.", gone.problem().sentence());
            assertEquals(Problem.Kind.BAD_INPUT, gone.problem().kind());
        }
    }

    @ParameterizedTest
    @EnumSource
    void tellsThatSomebodyHasSetTheParameterAnewBeforeItIsTakenBack(ParameterPlace place)
            throws Exception {
        TestServer server = TestServer.newest();
        try (Session session = session("orders", server)) {
            ParameterFactsQuery question = new ParameterFactsQuery("local_preload_libraries");
            Setting setting =
                    session.reader().ask(new SettingsQuery()).settings().stream()
                            .filter(each -> each.name().equals(question.parameter()))
                            .findFirst()
                            .orElseThrow();
            ParameterChanges changes = new ParameterChanges(session.writer(), session.target());
            Change first = changes.set(setting, session.reader().ask(question), place, "one, Two");
            runner().run(first);
            List<String> usual = first.wayBack().orElseThrow().get().warnings();
            assertEquals(usual, back(session, first.title()).warnings());

            Change other = changes.set(setting, session.reader().ask(question), place, "three");
            Change early = back(session, first.title());
            other.action().run();
            ProblemException refused =
                    assertThrows(ProblemException.class, () -> runner().run(early));
            assertEquals(Problem.Kind.LOCKED, refused.problem().kind());
            assertEquals(
                    "Nothing was sent, because local_preload_libraries was set anew while you"
                            + " looked.",
                    refused.problem().sentence());
            Change told = back(session, first.title());
            assertEquals(
                    "local_preload_libraries was set anew since: this change left one, Two there,"
                            + " and now it is three, which goes.",
                    told.warnings().getFirst());
            runner().run(told);
            assertEquals(Optional.empty(), session.reader().ask(question).valueAt(place));
            assertEquals(
                    "local_preload_libraries was set anew since, and is what it was before"
                            + " already.",
                    back(session, first.title()).warnings().getFirst());
        }
    }

    @Test
    void dropsAnExtensionThatWasMadeAndMakesItAgain() throws Exception {
        TestServer server = TestServer.newest();
        server.run("DROP EXTENSION IF EXISTS earthdistance, cube");
        try (Session session = session("orders", server)) {
            Change create =
                    new ExtensionChanges(session.writer(), session.target())
                            .of(
                                    ExtensionChanges.Act.CREATE,
                                    session.reader().ask(new ExtensionFactsQuery("earthdistance")));
            runner().run(create);
            Change drop = back(session, create.title());
            server.run(
                    "DROP EXTENSION earthdistance, cube", "CREATE EXTENSION earthdistance CASCADE");
            assertThrows(ProblemException.class, () -> runner().run(drop));
            assertEquals("2", extensions(server));
            server.run("DROP EXTENSION earthdistance, cube");
            runner().run(
                            new ExtensionChanges(session.writer(), session.target())
                                    .of(
                                            ExtensionChanges.Act.CREATE,
                                            session.reader()
                                                    .ask(
                                                            new ExtensionFactsQuery(
                                                                    "earthdistance"))));
            runner().run(back(session, create.title()));
            assertEquals("0", extensions(server));

            Change again = back(session, drop.title());
            assertEquals(create.title(), again.title());
            runner().run(again);
            assertEquals("2", extensions(server));
            server.run("DROP EXTENSION earthdistance, cube");
        }
    }

    private static String extensions(TestServer server) throws Exception {
        return server.ask(
                "SELECT count(*) FROM pg_extension WHERE extname IN ('cube', 'earthdistance')");
    }
}
