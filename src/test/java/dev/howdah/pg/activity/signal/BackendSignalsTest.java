package dev.howdah.pg.activity.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.ProblemException;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeOutcome.Status;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.pg.activity.ActivityQuery;
import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.pg.activity.Asker;
import dev.howdah.pg.activity.Other;
import dev.howdah.pg.activity.SessionKey;
import dev.howdah.pg.activity.locks.LocksQuery;
import dev.howdah.pg.activity.locks.LocksSnapshot;
import dev.howdah.testing.TestServer;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signals reach those who were meant, and nobody else. */
final class BackendSignalsTest {
    private static final String MAJORS = "dev.howdah.testing.TestServer#majors";
    private static final ChangeTarget TARGET = new ChangeTarget("test", Environment.LAB, false);

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

    private Other other(TestServer server) throws SQLException {
        return open(Other.named(server, "sig"));
    }

    private static SessionRow seen(Asker asker, Other other) throws ProblemException {
        return asker.ask(new ActivityQuery(true)).sessions().stream()
                .filter(row -> row.pid() == other.pid())
                .findFirst()
                .orElseThrow();
    }

    private static ChangeOutcome run(Asker asker, Signal signal, SessionRow... rows)
            throws ProblemException {
        return new BackendSignals(asker.writer(), asker.reader())
                .change(signal, TARGET, Arrays.asList(rows))
                .action()
                .run();
    }

    private static boolean lives(Other other) throws SQLException {
        return other.is("true");
    }

    @ParameterizedTest
    @MethodSource(MAJORS)
    void terminatesAndCountsWhoWentOn(int major) throws Exception {
        TestServer server = TestServer.of(major);
        Asker asker = open(Asker.of(server));
        server.run("CREATE TABLE sig_stock (n int)", "INSERT INTO sig_stock VALUES (1)");
        open(() -> server.run("DROP TABLE sig_stock"));
        Other holder = other(server);
        holder.run("BEGIN", "UPDATE sig_stock SET n = 2");
        Other waiter = other(server);
        waiter.beginAndQueue("UPDATE sig_stock SET n = 3");
        Other idle = other(server);

        ChangeOutcome outcome =
                run(asker, Signal.TERMINATE, seen(asker, holder), seen(asker, idle));

        assertEquals(
                new ChangeOutcome(
                        Status.DONE,
                        "2 of 2 sessions ended. One session that waited behind goes on.",
                        List.of(holder.pid() + " (sig): ended", idle.pid() + " (sig): ended")),
                outcome);
        assertFalse(lives(holder));
        assertFalse(lives(idle));
    }

    @ParameterizedTest
    @MethodSource(MAJORS)
    void neverTouchesAnotherSessionOfTheSamePid(int major) throws Exception {
        TestServer server = TestServer.of(major);
        Asker asker = open(Asker.of(server));
        Other working = other(server);
        working.begin("SELECT pg_sleep(60)");
        SessionRow seen = seen(asker, working);
        SessionRow earlier =
                new SessionRow(
                        new SessionKey(
                                seen.pid(),
                                seen.key().backendStart().map(start -> start.minusNanos(1_000))),
                        seen.backendType(),
                        seen.leader(),
                        seen.client(),
                        seen.state(),
                        seen.waitsOn(),
                        seen.blockedBy(),
                        seen.ages(),
                        seen.hasXid(),
                        seen.statement());

        ChangeOutcome terminated = run(asker, Signal.TERMINATE, earlier);
        ChangeOutcome cancelled = run(asker, Signal.CANCEL, earlier);

        assertEquals(
                new ChangeOutcome(
                        Status.DONE,
                        "0 of 1 session ended.",
                        List.of(seen.pid() + " (sig): was gone before, nothing was sent")),
                terminated);
        assertEquals("0 of 1 statement ended.", cancelled.sentence());
        assertTrue(working.is("state = 'active'"));
    }

    @ParameterizedTest
    @MethodSource(MAJORS)
    void cancelsTheStatementThatWasSeenAndNoLaterOne(int major) throws Exception {
        TestServer server = TestServer.of(major);
        Asker asker = open(Asker.of(server));
        Other working = other(server);
        working.begin("SELECT pg_sleep(60)");
        SessionRow seen = seen(asker, working);

        ChangeOutcome first = run(asker, Signal.CANCEL, seen);
        working.awaitThat("state = 'idle'");
        working.begin("SELECT pg_sleep(61)");
        ChangeOutcome second = run(asker, Signal.CANCEL, seen);

        assertEquals(
                new ChangeOutcome(
                        Status.DONE,
                        "1 of 1 statement ended.",
                        List.of(seen.pid() + " (sig): statement ended")),
                first);
        assertEquals(
                List.of(seen.pid() + " (sig): the statement had ended before, nothing was sent"),
                second.rows());
        assertTrue(working.is("state = 'active'"));
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void saysWhenASessionDoesNotEnd(int major) throws Exception {
        TestServer server = TestServer.of(major);
        Asker asker = open(Asker.of(server));
        Other frozen = other(server);
        Other usual = other(server);
        SessionRow row = seen(asker, frozen);
        server.freeze(frozen.pid());
        open(() -> server.thaw(frozen.pid()));

        ChangeOutcome outcome = run(asker, Signal.TERMINATE, row, seen(asker, usual));

        assertEquals(
                new ChangeOutcome(
                        Status.PARTLY,
                        "1 of 2 sessions ended.",
                        List.of(
                                frozen.pid() + " (sig): signal sent, still alive after 2 s",
                                usual.pid() + " (sig): ended")),
                outcome);
    }

    @ParameterizedTest
    @MethodSource(MAJORS)
    void oneThatIsNotPermittedTakesNothingFromTheOthers(int major) throws Exception {
        TestServer server = TestServer.of(major);
        open(() -> server.run("DROP ROLE sig_app"));
        server.run("CREATE ROLE sig_app LOGIN PASSWORD 'test'");
        open(() -> server.run("DROP ROLE sig_mgr"));
        Asker manager = open(Asker.with(server, "sig_mgr", "pg_signal_backend, pg_monitor"));
        Other superusers = other(server);
        Other programs =
                open(Other.of(server, server.connect("postgres", "sig_app", "test"), "sig"));

        ChangeOutcome outcome =
                run(manager, Signal.TERMINATE, seen(manager, superusers), seen(manager, programs));

        assertEquals(
                new ChangeOutcome(
                        Status.PARTLY,
                        "1 of 2 sessions ended.",
                        List.of(
                                superusers.pid()
                                        + " (sig): not permitted; it takes pg_signal_backend, and"
                                        + " for a superuser's session a superuser",
                                programs.pid() + " (sig): ended")),
                outcome);
        assertTrue(lives(superusers));
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void anIdleSessionThatBecameBusyIsSpared(int major) throws Exception {
        TestServer server = TestServer.of(major);
        Asker asker = open(Asker.of(server));
        Other idle = other(server);
        Other busy = other(server);
        List<SessionRow> old =
                BackendSignals.idleFor(
                        Duration.ZERO,
                        List.of(seen(asker, idle), seen(asker, busy)),
                        server.user());
        busy.begin("SELECT pg_sleep(60)");

        ChangeOutcome outcome = run(asker, Signal.TERMINATE_IDLE, old.toArray(SessionRow[]::new));

        assertEquals("1 of 2 sessions ended.", outcome.sentence());
        assertTrue(
                outcome.rows()
                        .contains(busy.pid() + " (sig): gone or busy again, nothing was sent"));
        assertTrue(busy.is("state = 'active'"));
        assertFalse(lives(idle));
    }

    @ParameterizedTest
    @ValueSource(ints = {13, 18})
    void aRoleThatMayNotSeeTheStartIsRefused(int major) throws Exception {
        TestServer server = TestServer.of(major);
        open(() -> server.run("DROP ROLE sig_blind"));
        Asker blind = open(Asker.with(server, "sig_blind", "pg_signal_backend"));
        server.run("CREATE TABLE sig_blocked (n int)");
        open(() -> server.run("DROP TABLE sig_blocked"));
        Other holder = other(server);
        holder.run("BEGIN", "LOCK TABLE sig_blocked");
        other(server).beginAndQueue("SELECT * FROM sig_blocked");

        SessionRow row =
                blind.ask(new LocksQuery()).rows().stream()
                        .filter(lock -> lock.pid() == holder.pid())
                        .findFirst()
                        .flatMap(LocksSnapshot.LockRow::session)
                        .orElseThrow();

        assertEquals(
                Optional.of(
                        "Session "
                                + holder.pid()
                                + " could have given its process id to another by now, and"
                                + " sig_blind may not see when it started. Let an administrator"
                                + " run: GRANT pg_read_all_stats TO \"sig_blind\";"),
                Signal.TERMINATE.obstacle(row, "sig_blind"));
    }
}
