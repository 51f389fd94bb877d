package dev.howdah.pg.roles.newuser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeRunner;
import dev.howdah.journal.FileChangeLog;
import dev.howdah.pg.roles.SomeReach;
import dev.howdah.pg.roles.newuser.NewUser.Closing;
import dev.howdah.pg.roles.newuser.NewUser.Kind;
import dev.howdah.pg.roles.newuser.NewUser.Limits;
import dev.howdah.pg.roles.newuser.NewUser.Scope;
import dev.howdah.pg.roles.password.ScramVerifier;
import dev.howdah.testing.TestServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A password is nowhere but with the person it was shown to. */
class PasswordSecrecyTest {
    private static final String CANARY = "Canary7Sings9Clear4Text";

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void isInNoLogNoStatisticsNoTextAndNoFile(int major, @TempDir Path folder) throws Exception {
        Map<String, String> settings =
                Map.of(
                        "log_statement", "all",
                        "log_min_error_statement", "error",
                        "log_min_messages", "debug1",
                        "pg_stat_statements.track_utility", "on");
        try (LogWatch log = new LogWatch();
                TestServer server = TestServer.start(major, settings);
                SomeReach reach = SomeReach.superuser(server, "postgres")) {
            server.run("CREATE EXTENSION pg_stat_statements");
            ChangeRunner runner = new ChangeRunner(new FileChangeLog(folder), Clock.systemUTC());
            List<String> texts = new ArrayList<>();

            NewUserPlan plan = reach.newUsers().plan(user("reader"));
            NewUserPlan late = reach.newUsers().plan(user("late"));
            texts.add(plan.toString());
            texts.add(run(runner, reach.newUsers().change(List.of(plan))));
            // the role is there by the time the second one runs, so a statement fails on the server
            server.run("CREATE ROLE late");
            ProblemException failure =
                    assertThrows(
                            ProblemException.class,
                            () -> run(runner, reach.newUsers().change(List.of(late))));
            texts.add(all(failure));
            Change reset =
                    reach.changes()
                            .password(
                                    reach.role("reader"),
                                    wanted -> ScramVerifier.of(Secret.of(CANARY), wanted));
            texts.add(run(runner, reset));

            logIn(server, "reader");
            assertTrue(server.settledLog().contains("ALTER ROLE \"reader\" PASSWORD"));
            assertTrue(server.log().contains("CREATE ROLE \"late\""), "the failing one is logged");
            assertEquals(0, count(server.log()));
            assertEquals(
                    "0",
                    server.ask(
                            "SELECT count(*) FROM pg_stat_statements WHERE strpos(query, '"
                                    + CANARY.substring(0, 12)
                                    + "' || '"
                                    + CANARY.substring(12)
                                    + "') > 0"));
            assertEquals(0, count(String.join("\n", texts)));
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String content = Files.readString(file);
                    assertTrue(content.isEmpty() || content.contains("SCRAM-SHA-256$4096:•••"));
                    assertEquals(0, count(content));
                    assertEquals(0, verifiers(content));
                }
            }
            assertEquals(0, verifiers(String.join("\n", texts)));
            assertEquals(List.of(), log.betrayals());
            assertTrue(log.heard() > 0, "the driver said nothing, so nothing was proven");
            String commandLine =
                    ProcessHandle.current().info().commandLine().orElse("nobody can see it");
            assertEquals(0, count(commandLine));
        }
    }

    private static String run(ChangeRunner runner, Change change) throws ProblemException {
        return change + "\n" + change.preview() + "\n" + runner.run(change);
    }

    private static String all(ProblemException failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text + failure.problem().toString();
    }

    private static void logIn(TestServer server, String user) throws SQLException {
        try (Connection connection = server.connect("postgres", user, CANARY)) {
            assertTrue(connection.isValid(5));
        }
    }

    private static int count(String text) {
        return text.split(Pattern.quote(CANARY), -1).length - 1;
    }

    /** Those with a salt behind the number of iterations, which is all that may be seen. */
    private static long verifiers(String text) {
        return Pattern.compile("SCRAM-SHA-256\\$\\d+:[^•]").matcher(text).results().count();
    }

    private static NewUser user(String name) {
        return new NewUser(
                name,
                Kind.READ_ONLY,
                wanted -> ScramVerifier.of(Secret.of(CANARY), wanted),
                List.of(Scope.all("postgres")),
                Limits.usual(Kind.READ_ONLY),
                new Closing(true, false, false));
    }

    /** Listens to our log and the driver's, at their most talkative. */
    private static final class LogWatch extends Handler implements AutoCloseable {
        private final List<Logger> loggers =
                List.of(Logger.getLogger("dev.howdah"), Logger.getLogger("org.postgresql"));
        private final List<String> betrayals = new CopyOnWriteArrayList<>();
        private final AtomicInteger heard = new AtomicInteger();

        LogWatch() {
            setLevel(Level.ALL);
            for (Logger logger : loggers) {
                logger.setLevel(Level.ALL);
                logger.addHandler(this);
            }
        }

        @Override
        public void publish(LogRecord line) {
            heard.incrementAndGet();
            String text = new SimpleFormatter().format(line);
            if (text.contains(CANARY)) {
                betrayals.add(text);
            }
        }

        List<String> betrayals() {
            return betrayals;
        }

        int heard() {
            return heard.get();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {
            for (Logger logger : loggers) {
                logger.removeHandler(this);
                logger.setLevel(null);
            }
        }
    }
}
