package dev.howdah.pg.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.testing.Await;
import dev.howdah.testing.TestServer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whom the activity queries see, by version and by role. */
final class ActivityQueryTest {
    private static final String MAJORS = "dev.howdah.testing.TestServer#majors";

    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : opened.reversed()) {
            each.close();
        }
    }

    private <T extends AutoCloseable> T open(T some) {
        opened.add(some);
        return some;
    }

    private Other other(TestServer server, String application) throws SQLException {
        return open(Other.named(server, application));
    }

    private void dropLater(TestServer server, String role) {
        open(() -> server.run("DROP ROLE " + role));
    }

    /** Of the sessions this test made, which all call themselves something with "act-". */
    private static Map<String, SessionState> states(ActivitySnapshot snapshot) {
        return snapshot.sessions().stream()
                .filter(row -> row.client().application().startsWith("act-"))
                .collect(Collectors.toMap(row -> row.client().application(), SessionRow::state));
    }

    private static SessionRow row(ActivitySnapshot snapshot, int pid) {
        return rows(snapshot, row -> row.pid() == pid).getFirst();
    }

    private static List<SessionRow> rows(ActivitySnapshot snapshot, Predicate<SessionRow> which) {
        return snapshot.sessions().stream().filter(which).toList();
    }

    @ParameterizedTest
    @MethodSource(MAJORS)
    void seesWhoIsInATransactionAndLeavesTheIdleOut(int major) throws Exception {
        TestServer server = TestServer.of(major);
        Asker asker = open(Asker.of(server));
        Other working = other(server, "act-working");
        working.begin("SELECT pg_sleep(60)");
        Other forgetful = other(server, "act-forgetful");
        forgetful.run("BEGIN", "CREATE TEMP TABLE noted (n int)", "SELECT 'forgot to commit'");
        Other failed = other(server, "act-failed");
        failed.run("BEGIN");
        fail(failed);
        for (int i = 0; i < 8; i++) {
            other(server, "act-idle" + i);
        }

        ActivitySnapshot snapshot = asker.ask(new ActivityQuery(false));

        assertEquals(
                Map.of(
                        "act-working", SessionState.ACTIVE,
                        "act-forgetful", SessionState.IDLE_IN_TRANSACTION),
                states(snapshot));
        SessionRow row = row(snapshot, forgetful.pid());
        assertEquals("client backend", row.backendType());
        assertEquals(OptionalInt.empty(), row.leader());
        assertEquals("postgres", row.client().database());
        assertEquals(server.user(), row.client().user());
        assertEquals("127.0.0.1", row.client().address());
        assertEquals(Optional.of(new ActivitySnapshot.Wait("Client", "ClientRead")), row.waitsOn());
        assertEquals(List.of(), row.blockedBy());
        assertEquals(
                new StatementText("SELECT 'forgot to commit'", false, false),
                row.statement().text());
        assertTrue(row.hasXid(), "it has written");
        assertEquals(row.ages().state(), row.age());
        assertTrue(row.ages().transaction().orElseThrow().compareTo(Duration.ofMinutes(1)) < 0);
        assertEquals(
                server.ask(
                        "SELECT backend_start = '%s' FROM pg_stat_activity WHERE pid = %d"
                                .formatted(row.key().backendStart().orElseThrow(), row.pid())),
                "t");
        assertEquals(0, snapshot.hidden());
        assertTrue(snapshot.tracked());
        assertEquals(snapshot.sessions().size(), snapshot.matching());
        assertEquals(
                Map.of("act-failed", SessionState.IDLE_IN_TRANSACTION_ABORTED),
                states(asker.ask(new FailedTransactionsQuery())));
    }

    private static void fail(Other other) {
        org.junit.jupiter.api.Assertions.assertThrows(
                SQLException.class, () -> other.run("SELECT 1 / 0"));
    }

    @ParameterizedTest
    @MethodSource(MAJORS)
    void seesEverybodyWhenIdleOnesAreAskedFor(int major) throws Exception {
        TestServer server = TestServer.of(major);
        Asker asker = open(Asker.of(server));
        other(server, "act-idle");
        other(server, "act-working").begin("SELECT pg_sleep(60)");

        // the console's sessions of another test may still be ending
        ActivitySnapshot snapshot =
                Await.seen(
                        "one session of ours",
                        () -> asker.ask(new ActivityQuery(true)),
                        seen -> rows(seen, row -> row.client().ours()).size() <= 1);

        assertEquals(
                Map.of("act-idle", SessionState.IDLE, "act-working", SessionState.ACTIVE),
                states(snapshot));
        assertEquals(1, rows(snapshot, row -> row.client().ours()).size(), "the asker itself");
    }

    @ParameterizedTest
    @MethodSource(MAJORS)
    void seesTheSameWhenMostAreInATransaction(int major) throws Exception {
        TestServer server = TestServer.of(major);
        Asker asker = open(Asker.of(server));
        for (int i = 0; i < 20; i++) {
            other(server, "act-open" + i).run("BEGIN", "SELECT 1");
        }
        other(server, "act-idle");

        ActivitySnapshot snapshot = asker.ask(new ActivityQuery(false));

        assertEquals(20, states(snapshot).size());
        assertEquals(
                List.of(SessionState.IDLE_IN_TRANSACTION),
                states(snapshot).values().stream().distinct().toList());
    }

    @ParameterizedTest
    @MethodSource(MAJORS)
    void namesWhoBlocksWhom(int major) throws Exception {
        TestServer server = TestServer.of(major);
        Asker asker = open(Asker.of(server));
        server.run("CREATE TABLE act_stock (n int)", "INSERT INTO act_stock VALUES (1)");
        open(() -> server.run("DROP TABLE act_stock"));
        Other first = other(server, "act-a");
        first.run("BEGIN", "UPDATE act_stock SET n = 2");
        Other second = other(server, "act-b");
        second.beginAndQueue("UPDATE act_stock SET n = 3");
        Other third = other(server, "act-c");
        third.beginAndQueue("UPDATE act_stock SET n = 4");

        ActivitySnapshot snapshot = asker.ask(new ActivityQuery(false));

        assertEquals(List.of(), row(snapshot, first.pid()).blockedBy());
        assertEquals(List.of(first.pid()), row(snapshot, second.pid()).blockedBy());
        assertEquals(List.of(second.pid()), row(snapshot, third.pid()).blockedBy());
        assertEquals(
                List.of(second.pid(), third.pid()),
                rows(snapshot, SessionRow::isBlocked).stream().map(SessionRow::pid).toList());
    }

    @ParameterizedTest
    @MethodSource(MAJORS)
    void aMonitorSeesAllAndAPlainRoleCountsWhatItCantSee(int major) throws Exception {
        TestServer server = TestServer.of(major);
        dropLater(server, "act_mon");
        Asker monitor = open(Asker.with(server, "act_mon", "pg_monitor"));
        dropLater(server, "act_plain");
        Asker plain = open(Asker.with(server, "act_plain", ""));
        other(server, "act-working").begin("SELECT pg_sleep(60)");
        other(server, "act-idle");

        ActivitySnapshot seen = monitor.ask(new ActivityQuery(false));
        ActivitySnapshot guessed = plain.ask(new ActivityQuery(false));

        assertEquals(Map.of("act-working", SessionState.ACTIVE), states(seen));
        assertEquals(0, seen.hidden());
        assertEquals(
                List.of("act_plain"),
                guessed.sessions().stream().map(row -> row.client().user()).toList());
        assertEquals(guessed.sessions(), rows(guessed, row -> row.client().ours()));
        assertTrue(guessed.hidden() >= 2, "at least the two made here");
        Await.until(
                "as many are hidden either way, and closed ones have ended",
                () ->
                        plain.ask(new ActivityQuery(false)).hidden()
                                == plain.ask(new ActivityQuery(true)).hidden());
    }

    @ParameterizedTest
    @MethodSource(MAJORS)
    void countsSessionsAgainstTheLimitForAnyRole(int major) throws Exception {
        TestServer server = TestServer.of(major);
        dropLater(server, "act_plain");
        Asker plain = open(Asker.with(server, "act_plain", ""));
        Other working = other(server, "act-working");
        Other idle = other(server, "act-idle");

        SessionCountsSnapshot counts = plain.ask(new SessionCountsQuery());

        assertTrue(counts.pids().containsAll(List.of(working.pid(), idle.pid())));
        Await.until(
                "the server counts as many, and closed ones have ended",
                () ->
                        server.ask(
                                        "SELECT count(*) - 1 FROM pg_stat_activity"
                                                + " WHERE backend_type = 'client backend'")
                                .equals(
                                        Integer.toString(
                                                plain.ask(new SessionCountsQuery()).sessions())));
        assertEquals(60, counts.maxConnections());
        assertEquals(3, counts.reserved());
    }

    @Test
    void saysThatNothingIsTrackedEvenWhenNoSessionIsFound() throws Exception {
        TestServer server = open(TestServer.start(18, Map.of("track_activities", "off")));
        Asker asker = open(Asker.of(server));
        other(server, "act-forgetful").run("BEGIN", "SELECT 'forgot to commit'");

        assertEquals(
                new ActivitySnapshot(List.of(), 0, 0, false), asker.ask(new ActivityQuery(false)));
        assertFalse(asker.ask(new ActivityQuery(true)).tracked());
        assertFalse(asker.ask(new FailedTransactionsQuery()).tracked());
    }
}
