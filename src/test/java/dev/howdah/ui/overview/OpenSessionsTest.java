package dev.howdah.ui.overview;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.core.Problem;
import dev.howdah.core.Reading;
import dev.howdah.health.session.SessionFacts;
import dev.howdah.health.session.SessionFacts.BlockedSession;
import dev.howdah.health.session.SessionFacts.OpenSession;
import dev.howdah.pg.activity.ActivitySnapshot;
import dev.howdah.pg.activity.SessionState;
import dev.howdah.pg.activity.SomeSession;
import dev.howdah.pg.activity.locks.LocksSnapshot;
import dev.howdah.pg.activity.locks.LocksSnapshot.LockRow;
import dev.howdah.pg.activity.locks.LocksSnapshot.WantedLock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenSessionsTest {
    private final OpenSessions sessions = new OpenSessions();

    private static ActivitySnapshot activity(int hidden, SomeSession... rows) {
        return new ActivitySnapshot(
                Arrays.stream(rows).map(SomeSession::row).toList(), rows.length, hidden, true);
    }

    private static OpenSession open(int pid, Duration duration) {
        return new OpenSession(pid, "orders", "order-service", duration);
    }

    @Test
    void sortsSessionsIntoWhatTheRulesAskFor() {
        sessions.takeActivity(
                SomeReadings.fresh(
                        activity(
                                2,
                                SomeSession.blocked(11, 12).since(Duration.ofSeconds(130)),
                                SomeSession.idleInTransaction(12).since(Duration.ofMinutes(14)),
                                SomeSession.active(13).since(Duration.ofSeconds(3)),
                                SomeSession.active(14).since(Duration.ofHours(1)).ours(),
                                SomeSession.active(15)
                                        .since(Duration.ofHours(2))
                                        .ofType("walsender"))));
        sessions.takeFailed(
                SomeReadings.fresh(
                        activity(
                                0,
                                SomeSession.idleInTransaction(16)
                                        .since(Duration.ofMinutes(20))
                                        .inState(SessionState.IDLE_IN_TRANSACTION_ABORTED))));
        sessions.takeLocks(
                SomeReadings.fresh(
                        new LocksSnapshot(
                                List.of(
                                        new LockRow(
                                                11,
                                                Optional.empty(),
                                                Optional.of(
                                                        new WantedLock(
                                                                "ExclusiveLock",
                                                                "tuple",
                                                                "orders.order_items",
                                                                "page 0, tuple 3",
                                                                "",
                                                                Optional.of(
                                                                        Duration.ofSeconds(128)))),
                                                List.of(12),
                                                List.of())),
                                1)));

        assertEquals(
                SomeReadings.fresh(
                        new SessionFacts(
                                2,
                                List.of(
                                        open(16, Duration.ofMinutes(20)),
                                        open(12, Duration.ofMinutes(14))),
                                List.of(
                                        open(11, Duration.ofSeconds(130)),
                                        open(13, Duration.ofSeconds(3))),
                                List.of(
                                        open(12, Duration.ofMinutes(14)),
                                        open(11, Duration.ofSeconds(130)),
                                        open(13, Duration.ofSeconds(3))),
                                List.of(
                                        new BlockedSession(
                                                open(11, Duration.ofSeconds(128)),
                                                Optional.of("orders.order_items"),
                                                List.of(12))))),
                sessions.facts());
    }

    @Test
    void knowsOfALockQueueBeforeItKnowsWhatItIsFor() {
        assertEquals(false, sessions.anybodyBlocked());
        sessions.takeActivity(
                SomeReadings.fresh(
                        activity(0, SomeSession.blocked(11, 12).since(Duration.ofSeconds(5)))));

        assertEquals(true, sessions.anybodyBlocked());
        assertEquals(
                List.of(
                        new BlockedSession(
                                open(11, Duration.ofSeconds(5)), Optional.empty(), List.of(12))),
                sessions.facts().content().orElseThrow().blocked());
    }

    @Test
    void isAsFreshAsActivityIs() {
        assertEquals(Reading.waiting(), sessions.facts());

        sessions.takeActivity(SomeReadings.unavailable(SomeReadings.AWAY));
        assertEquals(SomeReadings.unavailable(SomeReadings.AWAY), sessions.facts());

        sessions.takeActivity(SomeReadings.stale(activity(0)));
        assertEquals(Optional.of(SomeReadings.AWAY), sessions.facts().problem());
    }

    @Test
    void knowsNothingOfSessionsThatTheServerDoesNotTrack() {
        ActivitySnapshot untracked = new ActivitySnapshot(List.of(), 0, 0, false);
        Reading<SessionFacts> unknown =
                SomeReadings.unavailable(
                        Problem.of(
                                Problem.Kind.NOT_SUPPORTED,
                                "The server does not tell what its sessions do.",
                                "Its parameter track_activities is off. Switch it on to see"
                                        + " statements and transactions."));

        sessions.takeActivity(SomeReadings.fresh(untracked));
        assertEquals(unknown, sessions.facts());

        sessions.takeActivity(SomeReadings.stale(untracked));
        assertEquals(unknown, sessions.facts());
    }
}
