package dev.howdah.ui.stats.locks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.core.Reading;
import dev.howdah.pg.activity.SomeSession;
import dev.howdah.pg.activity.locks.LocksSnapshot;
import dev.howdah.pg.activity.locks.LocksSnapshot.LockRow;
import dev.howdah.pg.activity.locks.LocksSnapshot.WantedLock;
import dev.howdah.ui.panel.PanelState.Phase;
import dev.howdah.ui.stats.session.SomeSituations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The queues as lines, without a screen. */
final class LocksViewModelTest {
    private final LocksViewModel model = new LocksViewModel();

    private List<String> lines() {
        return model.lines().stream()
                .map(row -> row.get())
                .map(line ->
                        "%s%s | %s | %s | %s | %s"
                                .formatted(
                                        "  ".repeat(line.depth()),
                                        LockWords.session(line),
                                        LockWords.state(line),
                                        LockWords.age(line),
                                        LockWords.behind(line),
                                        LockWords.wants(line)))
                .toList();
    }

    @Test
    void writesEachQueueAsATree() {
        model.show(SomeSituations.queues());

        assertEquals(
                List.of(
                        "7990 report-service | idle in txn | 14 min | 3 | ",
                        "  8123 order-service | blocked | 2 min 10 s | 2 | Share on a row of"
                                + " orders.stock",
                        "    8125 order-service | blocked | 31 s |  | Exclusive on a row of"
                                + " orders.stock (page 0, tuple 1)",
                        "    8127 order-service | blocked | 4 s |  | Exclusive on a row of"
                                + " orders.stock (page 0, tuple 1)",
                        "prepared transaction | prepared |  | 1 | ",
                        "  8300 flyway | blocked | 12 s |  | AccessExclusive on payments.payment"),
                lines());
        assertEquals(
                "4 sessions wait in 2 queues, the longest for 2 min 10 s.", model.summary().get());
        assertEquals(
                "Ends by COMMIT PREPARED or ROLLBACK PREPARED: pay-2026-11-20-17",
                LockWords.statement(model.lines().get(4).get()));
    }

    @Test
    void knowsItsSingularAndADatabaseThatIsNotOurs() {
        model.show(
                new Reading.Fresh<>(
                        new LocksSnapshot(
                                List.of(
                                        new LockRow(
                                                2,
                                                Optional.of(
                                                        SomeSession.blocked(2, 1)
                                                                .since(Duration.ofSeconds(5))
                                                                .row()),
                                                Optional.of(
                                                        new WantedLock(
                                                                "AccessShareLock",
                                                                "relation",
                                                                "",
                                                                "relation 16390",
                                                                "other",
                                                                Optional.empty())),
                                                List.of(1),
                                                List.of()),
                                        new LockRow(
                                                1,
                                                Optional.empty(),
                                                Optional.empty(),
                                                List.of(),
                                                List.of())),
                                1),
                        SomeSituations.NOW));

        assertEquals("One session waits in one queue, the longest for 5 s.", model.summary().get());
        assertEquals(
                List.of(
                        "1 |  |  | 1 | ",
                        "  2 order-service | blocked | 5 s |  | AccessShare on relation 16390 in"
                                + " other"),
                lines());
    }

    @Test
    void nobodyWaitingIsGoodNews() {
        model.show(new Reading.Fresh<>(new LocksSnapshot(List.of(), 0), SomeSituations.NOW));

        assertEquals(Phase.EMPTY, model.state().get().phase());
        assertEquals("", model.summary().get());
    }
}
