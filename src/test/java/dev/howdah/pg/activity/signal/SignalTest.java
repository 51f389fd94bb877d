package dev.howdah.pg.activity.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.pg.PgReader;
import dev.howdah.pg.PgWriter;
import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.pg.activity.SomeSession;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What would be sent, what it would cost, and what is refused, without a server. */
final class SignalTest {
    private static final ChangeTarget TARGET =
            new ChangeTarget("orders", Environment.PRODUCTION, false);

    private static Change change(Signal signal, SessionRow... rows) {
        return change(signal, List.of(rows));
    }

    private static Change change(Signal signal, List<SessionRow> rows) {
        return signals().change(signal, TARGET, rows);
    }

    @SuppressWarnings("NullAway") // describing a change must touch neither
    private static BackendSignals signals() {
        PgWriter noWriter = null;
        PgReader noReader = null;
        return new BackendSignals(noWriter, noReader);
    }

    private static Optional<String> obstacle(Signal signal, SomeSession session) {
        return signal.obstacle(session.row(), "dba");
    }

    @Test
    void terminatingLooksForTheSessionByItsStart() {
        Change change = change(Signal.TERMINATE, SomeSession.idle(8123).row());

        assertEquals("Terminate 1 session", change.title());
        assertEquals(TARGET, change.target());
        assertEquals(
                """
                SELECT pg_catalog.pg_terminate_backend(s.pid) AS signalled
                  FROM pg_catalog.pg_stat_get_activity(8123) s
                 WHERE s.backend_start = '2026-11-20 22:10:04.123456+00';\
                """,
                change.preview());
        assertEquals(List.of(), change.warnings());
    }

    @Test
    void cancellingLooksForTheVeryStatement() {
        assertEquals(
                """
                SELECT pg_catalog.pg_cancel_backend(s.pid) AS signalled
                  FROM pg_catalog.pg_stat_get_activity(8123) s
                 WHERE s.backend_start = '2026-11-20 22:10:04.123456+00'
                   AND s.state = 'active'
                   AND s.query_start = '2026-11-21 03:00:00.000007+00';\
                """,
                change(Signal.CANCEL, SomeSession.active(8123).row()).preview());
    }

    @Test
    void terminatingIdleOnesLooksForTheVeryIdleness() {
        assertEquals(
                """
                SELECT pg_catalog.pg_terminate_backend(s.pid) AS signalled
                  FROM pg_catalog.pg_stat_get_activity(8123) s
                 WHERE s.backend_start = '2026-11-20 22:10:04.123456+00'
                   AND s.state = 'idle'
                   AND s.state_change = '2026-11-21 03:00:00.000007+00';\
                """,
                change(Signal.TERMINATE_IDLE, SomeSession.idle(8123).row()).preview());
    }

    @Test
    void titlesKnowTheirSingular() {
        SessionRow one = SomeSession.active(1).row();
        SessionRow other = SomeSession.active(2).row();

        assertEquals("Cancel query of 1 session", change(Signal.CANCEL, one).title());
        assertEquals("Cancel query of 2 sessions", change(Signal.CANCEL, one, other).title());
        assertEquals("Terminate 2 sessions", change(Signal.TERMINATE, one, other).title());
        assertEquals("Terminate 1 idle session", change(Signal.TERMINATE_IDLE, one).title());
        assertEquals(
                "Terminate 2 idle sessions", change(Signal.TERMINATE_IDLE, one, other).title());
    }

    @Test
    void saysWhatIsRolledBack() {
        assertEquals(
                List.of(
                        "1 (report) has written in a transaction of 14 min, which is rolled back.",
                        "2 (order-service) has a transaction of 200 ms open, which has written"
                                + " nothing."),
                change(
                                Signal.TERMINATE,
                                SomeSession.idleInTransaction(1)
                                        .by("report", "")
                                        .since(Duration.ofMinutes(14))
                                        .writing()
                                        .row(),
                                SomeSession.active(2).row(),
                                SomeSession.idle(3).row())
                        .warnings());
    }

    @Test
    void tellsALongListOfLossesShort() {
        List<SessionRow> seven =
                IntStream.range(1, 8).mapToObj(pid -> SomeSession.active(pid).row()).toList();

        List<String> warnings = change(Signal.TERMINATE, seven).warnings();

        assertEquals(7, warnings.size());
        assertEquals("One more open transaction is rolled back.", warnings.getLast());
    }

    @Test
    void leavesOutWhatNobodyCanHaveLookedAt() {
        List<SessionRow> many =
                IntStream.range(0, 201).mapToObj(pid -> SomeSession.idle(pid).row()).toList();

        Change change = change(Signal.TERMINATE, many);

        assertEquals("Terminate 200 sessions", change.title());
        assertEquals(
                "Only 200 sessions are signalled at once; 1 more are left out.",
                change.warnings().getFirst());
    }

    @Test
    void idleOnesAreListedByProgramAndOnlyTheOldOnes() {
        List<SessionRow> sessions =
                List.of(
                        SomeSession.idle(1).since(Duration.ofHours(2)).row(),
                        SomeSession.idle(2).since(Duration.ofHours(3)).row(),
                        SomeSession.idle(3).by("users", "").since(Duration.ofHours(1)).row(),
                        SomeSession.idle(4).since(Duration.ofMinutes(59)).row(),
                        SomeSession.idle(5).since(Duration.ofHours(9)).ours().row(),
                        SomeSession.idle(6).since(Duration.ofHours(9)).ofType("walsender").row(),
                        SomeSession.idleInTransaction(7).since(Duration.ofHours(9)).row());

        List<SessionRow> old = BackendSignals.idleFor(Duration.ofHours(1), sessions, "dba");

        assertEquals(List.of(2, 1, 3), old.stream().map(SessionRow::pid).toList());
        assertEquals(
                List.of(
                        "They belong to 2 programs: 2 of order-service, 1 of users.",
                        "A connection pool opens new sessions when it needs them; a program without"
                                + " one may report an error."),
                change(Signal.TERMINATE_IDLE, old).warnings());
    }

    @Test
    void refusesWhatWouldHitTheWrongOneOrNobody() {
        assertEquals(Optional.empty(), obstacle(Signal.TERMINATE, SomeSession.idle(1)));
        assertEquals(
                Optional.of("Session 1 belongs to Howdah itself."),
                obstacle(Signal.TERMINATE, SomeSession.active(1).ours()));
        assertEquals(
                Optional.of("Session 1 is a parallel worker of 7: act on that one."),
                obstacle(Signal.CANCEL, SomeSession.active(1).workingFor(7)));
        assertEquals(
                Optional.of(
                        "Session 1 could have given its process id to another by now, and dba may"
                                + " not see when it started. Let an administrator run: GRANT"
                                + " pg_read_all_stats TO \"dba\";"),
                obstacle(Signal.TERMINATE, SomeSession.active(1).withoutStart()));
        assertEquals(
                Optional.of(
                        "Session 1 sends changes to a replica. Stop it there, else it comes back at"
                                + " once."),
                obstacle(Signal.TERMINATE, SomeSession.active(1).ofType("walsender")));
        assertEquals(
                Optional.of(
                        "Session 1 is a process of the server itself (logical replication"
                                + " apply worker)."),
                obstacle(
                        Signal.TERMINATE,
                        SomeSession.active(1).ofType("logical replication apply worker")));
        assertEquals(
                Optional.of("Session 1 runs no statement that could be cancelled."),
                obstacle(Signal.CANCEL, SomeSession.idleInTransaction(1)));
        assertEquals(
                Optional.empty(),
                obstacle(Signal.CANCEL, SomeSession.active(1).ofType("autovacuum worker")));
        assertEquals(
                Optional.of("Session 1 is not idle."),
                obstacle(Signal.TERMINATE_IDLE, SomeSession.active(1)));
    }
}
