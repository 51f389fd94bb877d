package dev.howdah.pg.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.pg.PgPool;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.PgWriter;
import dev.howdah.pg.TlsMode;
import dev.howdah.pg.settings.SettingsSnapshot.Setting;
import dev.howdah.testing.Await;
import dev.howdah.testing.TestServer;
import dev.howdah.testing.Visitor;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parameters are set, taken back and reset on real servers, at every place. */
class ParameterChangesTest {
    private static final ChangeTarget TARGET =
            new ChangeTarget("test", Environment.PRODUCTION, false);

    /** A superuser on a server, who looks by one session and changes by another. */
    private static final class Superuser implements AutoCloseable {
        final TestServer server;
        final Visitor visitor;
        final ParameterChanges changes;
        private final PgPool pool;

        Superuser(TestServer server) throws Exception {
            this.server = server;
            this.visitor = Visitor.with(Visitor.Rights.SUPERUSER, server);
            this.pool = pool(server, server.user(), server.password());
            this.changes = new ParameterChanges(new PgWriter(pool), TARGET);
        }

        @Override
        public void close() throws SQLException {
            pool.close();
            visitor.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void setsAndTakesBackAtEveryPlace(int major) throws Exception {
        try (Superuser at = new Superuser(TestServer.of(major))) {
            Visitor visitor = at.visitor;
            ParameterChanges changes = at.changes;
            Setting setting = setting(visitor, "deadlock_timeout");
            for (ParameterPlace place : ParameterPlace.values()) {
                ParameterFacts before = facts(visitor, "deadlock_timeout");
                assertEquals(Optional.empty(), before.valueAt(place));
                assertTrue(before.altersSystem() && before.ownsDatabase() && before.reloads());

                Change change = changes.set(setting, before, place, "1500ms");
                assertEquals("Set deadlock_timeout to 1500ms", change.title());
                assertEquals(
                        ChangeOutcome.done("deadlock_timeout is now set to 1500ms."),
                        change.action().run());
                ParameterFacts set = facts(visitor, "deadlock_timeout");
                assertEquals(Optional.of("1500ms"), set.valueAt(place));

                Change again = changes.set(setting, set, place, "2s");
                again.action().run();
                again.wayBack().orElseThrow().get().action().run();
                assertEquals(
                        Optional.of("1500ms"), facts(visitor, "deadlock_timeout").valueAt(place));

                Change back = change.wayBack().orElseThrow().get();
                assertEquals(guard(at.server, place), back.preview().split("ALTER", -1)[0].strip());
                back.action().run();
                assertEquals(Optional.empty(), facts(visitor, "deadlock_timeout").valueAt(place));
                back.wayBack().orElseThrow().get().action().run();
                assertEquals(
                        Optional.of("1500ms"), facts(visitor, "deadlock_timeout").valueAt(place));
                back.action().run();
            }
        }
    }

    /** A role or database of the same name may be another one by then. */
    private static String guard(TestServer server, ParameterPlace place) throws Exception {
        String still = "SELECT 1 / count(*) AS is_still_the_same FROM ";
        return switch (place) {
            case SYSTEM -> "";
            case DATABASE ->
                    still
                            + "pg_database WHERE datname = 'postgres' AND oid = %s;"
                                    .formatted(
                                            server.ask(
                                                    "SELECT oid FROM pg_database WHERE datname ="
                                                            + " 'postgres'"));
            case ROLE ->
                    still
                            + "pg_roles WHERE rolname = '%s' AND oid = %s;"
                                    .formatted(
                                            server.user(),
                                            server.ask(
                                                    "SELECT oid FROM pg_roles WHERE rolname ="
                                                            + " session_user"));
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void quotesListsNameByName(int major) throws Exception {
        try (Superuser at = new Superuser(TestServer.of(major))) {
            Visitor visitor = at.visitor;
            ParameterChanges changes = at.changes;
            Setting path = setting(visitor, "search_path");
            ParameterFacts facts = facts(visitor, "search_path");
            Change change =
                    changes.set(path, facts, ParameterPlace.ROLE, "\"$user\", public, it's");

            assertEquals(
                    "ALTER ROLE \"%s\" SET \"search_path\" = '$user', 'public', 'it''s';"
                            .formatted(at.server.user()),
                    change.preview());
            change.action().run();
            assertEquals(
                    Optional.of("\"$user\", public, \"it's\""),
                    facts(visitor, "search_path").roleValue());
            changes.reset(path, facts, ParameterPlace.ROLE).action().run();
            assertEquals(Optional.empty(), facts(visitor, "search_path").roleValue());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"oauth_validator_libraries", "output_plugin_libraries"})
    void knowsTheListsThatCameLater(String name) throws Exception {
        try (Superuser at = new Superuser(TestServer.newest())) {
            Change change =
                    at.changes.set(
                            setting(at.visitor, name),
                            facts(at.visitor, name),
                            ParameterPlace.SYSTEM,
                            "one, Two Words");

            assertTrue(
                    change.preview()
                            .startsWith(
                                    "ALTER SYSTEM SET \"%s\" = 'one', 'Two Words';"
                                            .formatted(name)),
                    change.preview());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void saysWhatAChangeNeedsAndHides(int major) throws Exception {
        try (Superuser at = new Superuser(TestServer.of(major))) {
            Visitor visitor = at.visitor;
            ParameterChanges changes = at.changes;
            ParameterFacts facts = facts(visitor, "max_connections");
            Change restart =
                    changes.set(
                            setting(visitor, "max_connections"),
                            facts,
                            ParameterPlace.SYSTEM,
                            "200");
            Change lifeline =
                    changes.set(
                            setting(visitor, "fsync"),
                            facts(visitor, "fsync"),
                            ParameterPlace.SYSTEM,
                            "off");

            assertEquals("ALTER SYSTEM SET \"max_connections\" = '200';", restart.preview());
            assertEquals(
                    List.of(
                            "It counts after the next restart of the server, which this does not"
                                    + " bring about.",
                            "A standby with less than its primary does not start: raise it on"
                                    + " standbys first, lower it on the primary first."),
                    restart.warnings());
            assertFalse(restart.asksForName());
            assertEquals(
                    "ALTER SYSTEM SET \"fsync\" = 'off';\nSELECT pg_reload_conf();",
                    lifeline.preview());
            assertTrue(lifeline.asksForName());
        }
    }

    /** From 15 on the right can be granted by itself; before it is the superuser's alone. */
    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void knowsWhoMay(int major) throws Exception {
        TestServer server = TestServer.of(major);
        try (Visitor plain = Visitor.with(Visitor.Rights.PLAIN, server);
                PgPool pool = pool(server, "visitor_plain", "visitor")) {
            ParameterChanges changes = new ParameterChanges(new PgWriter(pool), TARGET);
            if (major >= 15) {
                server.run("GRANT ALTER SYSTEM ON PARAMETER deadlock_timeout TO visitor_plain");
            }
            Setting setting = setting(plain, "deadlock_timeout");
            ParameterFacts facts = facts(plain, "deadlock_timeout");

            assertEquals(
                    new ParameterFacts(
                            "deadlock_timeout",
                            "postgres",
                            "visitor_plain",
                            false,
                            major >= 15,
                            false,
                            false,
                            false,
                            false,
                            false,
                            Optional.empty(),
                            Optional.of(new ParameterFacts.Restoring(Optional.empty())),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty()),
                    facts);
            Change change = changes.set(setting, facts, ParameterPlace.SYSTEM, "3s");
            assertEquals(
                    "ALTER SYSTEM RESET \"deadlock_timeout\";",
                    change.wayBack().orElseThrow().get().preview(),
                    "the default counts, so nothing is set");
            assertEquals(
                    "This role may not have the configuration read again (pg_reload_conf), so it"
                            + " counts after the next reload.",
                    change.warnings().getFirst());
            if (major >= 15) {
                assertEquals(ChangeOutcome.Status.DONE, change.action().run().status());
                server.run(
                        "ALTER SYSTEM RESET deadlock_timeout",
                        "REVOKE ALL ON PARAMETER deadlock_timeout FROM visitor_plain");
            } else {
                ProblemException refused =
                        Assertions.assertThrows(
                                ProblemException.class, () -> change.action().run());
                assertEquals(Problem.Kind.NOT_PERMITTED, refused.problem().kind());
            }
        }
    }

    /** Without superuser the file stays closed; what counts is set again as far as it is told. */
    @Test
    void takesBackAsFarAsTheRightToAlterSystemAllows() throws Exception {
        TestServer server = TestServer.newest();
        try (Visitor superuser = Visitor.with(Visitor.Rights.SUPERUSER, server);
                Visitor plain = Visitor.with(Visitor.Rights.PLAIN, server);
                PgPool pool = pool(server, "visitor_plain", "visitor")) {
            server.run(
                    "GRANT ALTER SYSTEM ON PARAMETER deadlock_timeout" + " TO visitor_plain",
                    "GRANT EXECUTE ON FUNCTION pg_reload_conf() TO visitor_plain",
                    "ALTER SYSTEM SET deadlock_timeout = '1700ms'");
            reloaded(server, plain, "deadlock_timeout", "1700");
            ParameterChanges changes = new ParameterChanges(new PgWriter(pool), TARGET);
            ParameterFacts facts = facts(plain, "deadlock_timeout");
            Change change =
                    changes.set(
                            setting(plain, "deadlock_timeout"), facts, ParameterPlace.SYSTEM, "3s");
            assertEquals(Optional.of("1700"), change.notes().before());
            change.action().run();
            assertEquals(Optional.of("3s"), facts(superuser, "deadlock_timeout").systemValue());

            Change back = change.wayBack().orElseThrow().get();
            assertEquals(
                    "This role can't look into postgresql.auto.conf: what counted before comes"
                            + " back. What was set there and had not been read by the server yet"
                            + " is lost.",
                    back.warnings().getFirst());
            back.action().run();
            assertEquals(Optional.of("1700"), facts(superuser, "deadlock_timeout").systemValue());
            server.run(
                    "ALTER SYSTEM RESET deadlock_timeout",
                    "REVOKE ALL ON PARAMETER deadlock_timeout FROM visitor_plain",
                    "REVOKE EXECUTE ON FUNCTION pg_reload_conf() FROM visitor_plain",
                    "SELECT pg_reload_conf()");
        }
    }

    /** Until the session of the visitor has read the configuration. */
    private static void reloaded(TestServer server, Visitor visitor, String name, String value)
            throws Exception {
        server.run("SELECT pg_reload_conf()");
        Await.until(
                name + " is " + value,
                () ->
                        facts(visitor, name)
                                .restoring()
                                .flatMap(ParameterFacts.Restoring::value)
                                .filter(value::equals)
                                .isPresent());
    }

    private static Setting setting(Visitor visitor, String name) throws ProblemException {
        return visitor.ask(new SettingsQuery()).settings().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ParameterFacts facts(Visitor visitor, String name) throws ProblemException {
        return visitor.ask(new ParameterFactsQuery(name));
    }

    private static PgPool pool(TestServer server, String user, String password)
            throws ProblemException {
        return new PgPool(
                PgTarget.of(server.host(), server.port(), "postgres", user, TlsMode.DISABLE),
                () -> Secret.of(password));
    }
}
