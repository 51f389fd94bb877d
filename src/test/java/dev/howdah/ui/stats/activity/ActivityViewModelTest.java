package dev.howdah.ui.stats.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.howdah.core.Problem;
import dev.howdah.core.Reading;
import dev.howdah.pg.activity.ActivitySnapshot;
import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.pg.activity.SessionCountsSnapshot;
import dev.howdah.pg.activity.SessionState;
import dev.howdah.pg.activity.SomeSession;
import dev.howdah.ui.panel.PanelState;
import dev.howdah.ui.panel.PanelState.Phase;
import dev.howdah.ui.stats.session.Concern;
import dev.howdah.ui.stats.session.SomeSituations;
import dev.howdah.ui.table.LiveRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;

/** What the person is shown of the sessions, without a screen. */
final class ActivityViewModelTest {
    private static final Problem GONE =
            Problem.of(Problem.Kind.UNREACHABLE, "The link broke.", "Wait.");

    private final ActivityViewModel model = new ActivityViewModel("dba", () -> Set.of(9000, 9001));

    private List<Integer> pids() {
        return model.shown().stream().map(row -> row.get().pid()).toList();
    }

    private static Reading<SessionCountsSnapshot> counts(Integer... pids) {
        return new Reading.Fresh<>(
                new SessionCountsSnapshot(List.of(pids), 100, 3), SomeSituations.NOW);
    }

    @Test
    void putsWhatNeedsTheEyeFirst() {
        model.show(
                false,
                SomeSituations.fresh(
                        SomeSession.active(1).row(),
                        SomeSession.active(2).since(Duration.ofSeconds(40)).row(),
                        SomeSession.idleInTransaction(3).since(Duration.ofMinutes(14)).row(),
                        SomeSession.blocked(4, 3).since(Duration.ofSeconds(5)).row(),
                        SomeSession.blocked(5, 3).since(Duration.ofSeconds(11)).row(),
                        SomeSession.active(6).since(Duration.ofMinutes(5)).row(),
                        SomeSession.active(7)
                                .ofType("autovacuum worker")
                                .since(Duration.ofHours(2))
                                .row()));

        assertEquals(List.of(6, 3, 5, 4, 2, 1, 7), pids());
    }

    @Test
    void hidesOurOwnSessionsUntilAsked() {
        model.show(
                false,
                SomeSituations.fresh(
                        SomeSession.active(1).row(), SomeSession.active(9000).ours().row()));
        model.showCounts(counts(1, 2, 3, 9000, 9001));

        assertEquals(List.of(1), pids());
        assertEquals("1 of 5 shown · 2 idle hidden · 2 of Howdah hidden", model.summary().get());

        model.oursToo().set(true);

        assertEquals(List.of(1, 9000), pids());
        assertEquals("2 of 5 shown · 2 idle hidden · 1 of Howdah hidden", model.summary().get());
    }

    @Test
    void saysWhatARoleWithoutRightsCannotSee() {
        model.show(
                false,
                new Reading.Fresh<>(
                        new ActivitySnapshot(
                                List.of(SomeSession.active(9000).ours().row()), 1, 3, true),
                        SomeSituations.NOW));
        model.showCounts(counts(1, 2, 3, 9000));

        assertEquals(
                "0 of 4 shown · 1 of Howdah hidden · 3 sessions hidden - needs pg_read_all_stats",
                model.summary().get());
        assertEquals(Phase.EMPTY, model.state().get().phase());
        assertEquals(
                "3 sessions are there, but our role may not see what they do.",
                model.nothing().get());
        assertEquals(
                "Let an administrator run: GRANT pg_read_all_stats TO \"dba\";",
                model.nothingHint().get());
    }

    @Test
    void callsAQuietServerQuietOnlyWhenItSawEverything() {
        model.show(false, SomeSituations.fresh());

        assertEquals(
                "No session works, waits, or holds a transaction open.", model.nothing().get());

        model.show(
                false,
                new Reading.Fresh<>(
                        new ActivitySnapshot(List.of(), 0, 0, false), SomeSituations.NOW));

        assertEquals("The server does not tell what its sessions do.", model.nothing().get());
    }

    @Test
    void saysHowManyWereNotRead() {
        model.show(
                false,
                new Reading.Fresh<>(
                        new ActivitySnapshot(List.of(SomeSession.active(1).row()), 701, 0, false),
                        SomeSituations.NOW));

        assertEquals(
                "1 of 701 shown · 700 more not read, the limit is 500 · the server does not track"
                        + " activity (track_activities is off)",
                model.summary().get());
    }

    @Test
    void findsByWordsInAnyColumn() {
        model.show(
                false,
                SomeSituations.fresh(
                        SomeSession.active(1).by("users", "user-service").row(),
                        SomeSession.active(2).saying("UPDATE orders.Stock SET n = 1").row(),
                        SomeSession.blocked(3, 2).row()));

        model.filter().set("STOCK  order");
        assertEquals(List.of(2), pids());
        assertEquals("1 of 3 shown · 2 filtered out", model.summary().get());

        model.filter().set("blocked");
        assertEquals(List.of(3), pids());

        model.filter().set("");
        assertEquals(List.of(3, 1, 2), pids());
    }

    @Test
    void groupsAndShowsOneGroup() {
        model.show(
                false,
                SomeSituations.fresh(
                        SomeSession.active(1).by("users", "user-service").row(),
                        SomeSession.blocked(2, 3).since(Duration.ofSeconds(20)).row(),
                        SomeSession.idleInTransaction(3).since(Duration.ofSeconds(30)).row()));
        model.groups().by().set(Grouping.APPLICATION);

        assertEquals(
                List.of(
                        new SessionGroup(
                                "order-service", 2, 0, 1, 1, Duration.ofSeconds(30), Concern.LONG),
                        new SessionGroup(
                                "user-service", 1, 1, 0, 0, Duration.ofMillis(200), Concern.NONE)),
                model.groups().shown().stream().map(LiveRow::get).toList());

        model.groups().selection().choose(List.of(model.groups().shown().getLast()));
        assertEquals(List.of(1), pids());

        model.groups().by().set(Grouping.USER);
        assertEquals(List.of(2, 1, 3), pids());
    }

    @Test
    void whenAChosenGroupIsGoneAllAreShownAndNotAnotherGroup() {
        model.groups().by().set(Grouping.USER);
        model.show(
                false,
                SomeSituations.fresh(
                        SomeSession.active(1).by("users", "user-service").row(),
                        SomeSession.active(2).by("ann", "psql").row(),
                        SomeSession.active(3).row()));
        model.groups().selection().choose(List.of(model.groups().shown().getFirst()));
        assertEquals(List.of(2), pids());

        model.show(
                false,
                SomeSituations.fresh(
                        SomeSession.active(1).by("users", "user-service").row(),
                        SomeSession.active(3).row()));

        assertEquals(List.of(1, 3), pids());
    }

    @Test
    void addsSessionsWhoseTransactionFailedUntilTheyAreSeenAgain() {
        SessionRow failed =
                SomeSession.idleInTransaction(1)
                        .inState(SessionState.IDLE_IN_TRANSACTION_ABORTED)
                        .row();
        SessionRow gone =
                SomeSession.idleInTransaction(2)
                        .inState(SessionState.IDLE_IN_TRANSACTION_ABORTED)
                        .row();
        model.showFailed(SomeSituations.fresh(failed, gone));
        model.showCounts(counts(1, 3));
        model.show(false, SomeSituations.fresh(SomeSession.active(3).row()));

        assertEquals(List.of(3, 1), pids());

        model.show(
                false,
                SomeSituations.fresh(SomeSession.active(3).row(), SomeSession.active(1).row()));

        assertEquals(
                List.of(SessionState.ACTIVE, SessionState.ACTIVE),
                model.shown().stream().map(row -> row.get().state()).toList());
    }

    @Test
    void listensOnlyToTheAnswerThatIsWanted() {
        model.show(false, SomeSituations.fresh(SomeSession.active(1).row()));
        model.idleToo().set(true);
        model.show(true, Reading.waiting());
        model.show(false, SomeSituations.fresh());

        assertEquals(List.of(1), pids());

        model.show(
                true, SomeSituations.fresh(SomeSession.active(1).row(), SomeSession.idle(2).row()));

        assertEquals(List.of(1, 2), pids());
    }

    @Test
    void keepsRowsWhileTheirContentChangesAndSaysNothingOfTheRest() {
        model.show(
                false,
                SomeSituations.fresh(SomeSession.active(1).row(), SomeSession.active(2).row()));
        LiveRow<SessionRow> first = model.shown().getFirst();
        List<String> events = new ArrayList<>();
        model.shown()
                .addListener(
                        (ListChangeListener<LiveRow<SessionRow>>)
                                change -> {
                                    while (change.next()) {
                                        events.add(
                                                change.wasPermutated()
                                                        ? "sorted"
                                                        : change.wasUpdated()
                                                                ? "updated"
                                                                : "replaced");
                                    }
                                });

        model.show(
                false,
                SomeSituations.fresh(
                        SomeSession.active(1).since(Duration.ofSeconds(2)).row(),
                        SomeSession.active(2).since(Duration.ofSeconds(2)).row()));

        assertSame(first, model.shown().getFirst());
        assertEquals(Optional.of(Duration.ofSeconds(2)), model.shown().getFirst().get().age());
        assertEquals(List.of("sorted", "updated"), events, "once for both");
    }

    @Test
    void keepsRowsOnScreenWhileSayingTheyAreStale() {
        ActivitySnapshot snapshot =
                SomeSituations.fresh(SomeSession.active(1).row()).content().orElseThrow();
        model.show(false, new Reading.Stale<>(snapshot, SomeSituations.NOW, GONE));

        assertEquals(List.of(1), pids());
        assertEquals(
                new PanelState(Phase.STALE, Optional.of(GONE), Optional.of(SomeSituations.NOW)),
                model.state().get());
    }

    @Test
    void whoHasEndedIsNoLongerChosenAndNobodyElseIs() {
        model.show(
                false,
                SomeSituations.fresh(
                        SomeSession.active(1).row(),
                        SomeSession.active(2).row(),
                        SomeSession.active(3).row()));
        model.selection().choose(List.of(model.shown().get(1)));

        model.show(
                false,
                SomeSituations.fresh(SomeSession.active(1).row(), SomeSession.active(3).row()));

        assertEquals(List.of(), model.selection().chosen());
    }

    @Test
    void whatTheFilterHidesIsNotChosen() {
        model.show(
                false,
                SomeSituations.fresh(
                        SomeSession.active(1).by("users", "user-service").row(),
                        SomeSession.active(2).row()));
        model.selection().choose(model.shown());

        model.filter().set("user-service");

        assertEquals(List.of(1), model.selection().chosen().stream().map(SessionRow::pid).toList());
    }
}
