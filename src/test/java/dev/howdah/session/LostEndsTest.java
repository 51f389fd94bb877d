package dev.howdah.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.change.Environment;
import dev.howdah.core.change.RunningChange.Transaction;
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
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What became of changes whose console was killed, as the server knows it. */
class LostEndsTest {
    private static final TestServer SERVER = TestServer.newest();

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir private static Path folder;
    private static Map<String, JournaledChange> lost = Map.of();

    @BeforeAll
    static void killTheConsole() throws Exception {
        SERVER.run(
                "CREATE TABLE le_rows AS SELECT i, 'row ' || i AS t FROM generate_series(1, 1000) AS i");
        try (ChildProgram console =
                ChildProgram.start(
                        CommittingConsole.class,
                        folder,
                        folder.toString(),
                        Integer.toString(SERVER.port()),
                        SERVER.user(),
                        SERVER.password())) {
            Await.until("it stops", LIMIT, () -> console.said().contains("stopped"));
        }
        lost = journal();
        assertEquals(5, lost.size(), lost.toString());
        assertEquals(
                Set.of(Result.CUT_OFF),
                lost.values().stream().map(JournaledChange::result).collect(Collectors.toSet()));
    }

    @AfterAll
    static void drop() throws Exception {
        SERVER.run("DROP TABLE le_rows, le_after, le_copy_after");
    }

    /** By the table that each makes. */
    private static Map<String, JournaledChange> journal() throws ProblemException {
        return new JournalReader(
                        new FileChangeLog(folder),
                        new FileOperationLog(folder),
                        _ -> false,
                        _ -> false)
                .read(100).changes().stream()
                        .collect(Collectors.toMap(LostEndsTest::table, each -> each));
    }

    private static String table(JournaledChange change) {
        Matcher made =
                Pattern.compile("CREATE TABLE \\W*(?:public\\W+)?(\\w+)")
                        .matcher(change.entry().preview());
        assertTrue(made.find(), change.entry().preview());
        return made.group(1);
    }

    static Session session(int port, String user, String password) throws ProblemException {
        PgTarget target = PgTarget.of("127.0.0.1", port, "postgres", user, TlsMode.DISABLE);
        return new Session(
                new Profile(new UUID(6, 6), "shop", Environment.STAGING, target, false),
                () -> Secret.of(password),
                task -> {},
                Clock.systemUTC());
    }

    private LostEnds ends(Session session) {
        return new LostEnds(session, new FileChangeLog(folder), Clock.systemUTC());
    }

    private static void awaitTheEndOf(Transaction transaction) {
        Await.until(
                "the server has seen that the console is gone",
                LIMIT,
                () ->
                        !SERVER.ask("SELECT pg_xact_status('" + transaction.xid() + "')")
                                .equals("in progress"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"le_before", "le_copy_before"})
    void tellsThatItWasRolledBackWhenItWasKilledBeforeTheCommit(String table) throws Exception {
        JournaledChange cut = Objects.requireNonNull(lost.get(table));
        assertEquals(true, cut.canBeFoundOut());
        awaitTheEndOf(cut.transactions().getFirst());

        try (Session session = session(SERVER.port(), SERVER.user(), SERVER.password())) {
            assertEquals(
                    "The server says that it was rolled back: nothing was changed.",
                    ends(session).findOut(cut));
        }
        assertEquals(Result.FAILED, Objects.requireNonNull(journal().get(table)).result());
        assertEquals("0", count(table));
    }

    @ParameterizedTest
    @ValueSource(strings = {"le_after", "le_copy_after"})
    void tellsThatItIsInEffectWhenItWasKilledAfterTheCommit(String table) throws Exception {
        JournaledChange cut = Objects.requireNonNull(lost.get(table));
        assertEquals(true, cut.canBeFoundOut());
        try (Session session = session(SERVER.port(), SERVER.user(), SERVER.password())) {
            assertEquals(
                    "The server says that it was committed: it is in effect.",
                    ends(session).findOut(cut));
            assertEquals(Result.DONE, Objects.requireNonNull(journal().get(table)).result());
            assertEquals("1", count(table));

            Transaction seen = cut.transactions().getFirst();
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
        }
    }

    /** No commit was written down, so there was none. */
    @Test
    void aCopyThatIsCutOffAmidItsRowsLeavesNoTableAndNoSession() {
        JournaledChange cut = Objects.requireNonNull(lost.get("le_copy_amid"));
        assertEquals(false, cut.canBeFoundOut());
        Await.until(
                "both sessions are gone",
                LIMIT,
                () ->
                        SERVER.ask(
                                        """
                                        SELECT count(*)
                                          FROM pg_stat_activity
                                         WHERE query LIKE 'COPY%le_copy_amid%'
                                            OR query LIKE 'COPY%le_rows%'
                                        """)
                                .equals("0"));
        Await.until("nothing is left", LIMIT, () -> count("le_copy_amid").equals("0"));
    }

    @Test
    void asksNoOtherServer() throws Exception {
        JournaledChange cut = Objects.requireNonNull(lost.get("le_before"));
        try (Session session = session(9, "nobody", "")) {
            Problem problem =
                    assertThrows(ProblemException.class, () -> ends(session).findOut(cut))
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
