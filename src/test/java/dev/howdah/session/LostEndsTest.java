package dev.howdah.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.howdah.core.Environment;
import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.RunningChange.Transaction;
import dev.howdah.core.Secret;
import dev.howdah.journal.FileChangeLog;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.journal.JournalReader;
import dev.howdah.journal.JournaledChange;
import dev.howdah.journal.JournaledChange.Result;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.pg.TransactionFateQuery;
import dev.howdah.pg.TransactionFateQuery.Fate;
import dev.howdah.profile.Profile;
import dev.howdah.testing.Await;
import dev.howdah.testing.ChildProgram;
import dev.howdah.testing.TestServer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What became of a change whose console was killed, as the server knows it. */
class LostEndsTest {
    private static final TestServer SERVER = TestServer.newest();

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir private Path folder;

    static Session session(int port, String user, String password) throws ProblemException {
        PgTarget target = PgTarget.of("127.0.0.1", port, "postgres", user, TlsMode.DISABLE);
        return new Session(
                new Profile(new UUID(6, 6), "shop", Environment.STAGING, target, false),
                () -> Secret.of(password),
                task -> {},
                Clock.systemUTC());
    }

    private JournaledChange killed(String when, String table) throws Exception {
        try (ChildProgram console =
                ChildProgram.start(
                        CommittingConsole.class,
                        folder,
                        folder.toString(),
                        Integer.toString(SERVER.port()),
                        SERVER.user(),
                        SERVER.password(),
                        when,
                        table)) {
            Await.until("it stops", LIMIT, () -> console.said().contains("stopped"));
            console.kill();
        }
        JournaledChange lost = newest();
        assertEquals(Result.CUT_OFF, lost.result());
        assertEquals(true, lost.canBeFoundOut());
        assertEquals(true, lost.entry().preview().contains(table));
        return lost;
    }

    private JournaledChange newest() throws ProblemException {
        return new JournalReader(
                        new FileChangeLog(folder),
                        new FileOperationLog(folder),
                        _ -> false,
                        _ -> false)
                .read(10)
                .changes()
                .getFirst();
    }

    private LostEnds ends(Session session) {
        return new LostEnds(session, new FileChangeLog(folder), Clock.systemUTC());
    }

    @Test
    void tellsThatItWasRolledBackWhenItWasKilledBeforeTheCommit() throws Exception {
        JournaledChange lost = killed("before", "le_before");
        Await.until(
                "the server has seen that the console is gone",
                LIMIT,
                () ->
                        SERVER.ask(
                                        "SELECT count(*) FROM pg_stat_activity"
                                                + " WHERE query LIKE '%le_before%'"
                                                + " AND pid <> pg_backend_pid()")
                                .equals("0"));

        try (Session session = session(SERVER.port(), SERVER.user(), SERVER.password())) {
            assertEquals(
                    "The server says that it was rolled back: nothing was changed.",
                    ends(session).findOut(lost));
        }
        assertEquals(Result.FAILED, newest().result());
        assertEquals("0", count("le_before"));
    }

    @Test
    void tellsThatItIsInEffectWhenItWasKilledAfterTheCommit() throws Exception {
        JournaledChange lost = killed("after", "le_after");
        try (Session session = session(SERVER.port(), SERVER.user(), SERVER.password())) {
            assertEquals(
                    "The server says that it was committed: it is in effect.",
                    ends(session).findOut(lost));
            assertEquals(Result.DONE, newest().result());
            assertEquals("1", count("le_after"));

            Transaction seen = lost.transactions().getFirst();
            assertEquals(
                    Fate.ANOTHER_START,
                    session.reader()
                            .ask(
                                    new TransactionFateQuery(
                                            new Transaction("postgres", seen.xid(), "then"))));
            assertEquals(
                    Fate.FORGOTTEN,
                    session.reader()
                            .ask(
                                    new TransactionFateQuery(
                                            new Transaction("postgres", "3", seen.serverStart()))));
        } finally {
            SERVER.run("DROP TABLE le_after");
        }
    }

    @Test
    void asksNoOtherServer() throws Exception {
        JournaledChange lost = killed("before", "le_elsewhere");
        try (Session session = session(9, "nobody", "")) {
            Problem problem =
                    assertThrows(ProblemException.class, () -> ends(session).findOut(lost))
                            .problem();
            assertEquals(
                    "This change was made at 127.0.0.1:%d/postgres, but shop leads to 127.0.0.1:9/postgres now, so nothing is done about it from here."
                            .formatted(SERVER.port()),
                    problem.sentence());
        }
    }

    private static String count(String table) throws Exception {
        return SERVER.ask("SELECT count(*) FROM pg_class WHERE relname = '" + table + "'");
    }
}
