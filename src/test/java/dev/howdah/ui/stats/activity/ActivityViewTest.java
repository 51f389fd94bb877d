package dev.howdah.ui.stats.activity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.change.Change;
import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.pg.activity.SomeSession;
import dev.howdah.testing.Fx;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.ui.stats.session.SomeSituations;
import dev.howdah.ui.table.LiveRow;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.event.Event;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The table of sessions under refreshes that come while somebody works with it. */
final class ActivityViewTest {
    /** Where JavaFX keeps the tooltip that was installed on a node. */
    private static final String TOOLTIP = "javafx.scene.control.Tooltip";

    private final SomeWorkbench workbench = new SomeWorkbench();
    private ActivityViewModel model;
    private TableView<LiveRow<SessionRow>> table;

    @BeforeEach
    void open() {
        model = Fx.call(() -> new ActivityViewModel("dba", Set::of));
        table = Fx.call(() -> tableOf(SomeActivity.view(model, workbench)));
    }

    @SuppressWarnings("unchecked")
    private static TableView<LiveRow<SessionRow>> tableOf(Parent view) {
        Scene scene = new Scene(view, 1_200, 700);
        Fx.style(scene, Fx.Look.LIGHT);
        view.applyCss();
        view.layout();
        return (TableView<LiveRow<SessionRow>>) view.lookup("#sessions");
    }

    /** Sessions 1 to {@code count}, the first of them longest active. */
    private void show(int count, int round) {
        SessionRow[] rows =
                IntStream.rangeClosed(1, count)
                        .mapToObj(pid ->
                                SomeSession.active(pid)
                                        .since(Duration.ofMillis(1_000L * round + count - pid))
                                        .row())
                        .toArray(SessionRow[]::new);
        Fx.run(() -> model.show(false, SomeSituations.fresh(rows)));
    }

    private List<Integer> selected() {
        return Fx.call(() ->
                table.getSelectionModel().getSelectedItems().stream()
                        .map(row -> row.get().pid())
                        .toList());
    }

    private void press(KeyCode key) {
        Fx.run(() ->
                Event.fireEvent(
                        table,
                        new KeyEvent(
                                KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false)));
    }

    @Test
    void keepsTheSelectionOverRefreshesThatChangeTheOrder() {
        show(10, 1);
        Fx.run(() -> table.getSelectionModel().selectIndices(2, 4));
        Fx.run(() ->
                model.show(
                        false,
                        SomeSituations.fresh(
                                SomeSession.active(5).row(),
                                SomeSession.blocked(3, 99).since(Duration.ofMinutes(2)).row(),
                                SomeSession.active(11).since(Duration.ofMinutes(9)).row())));

        assertEquals(Set.of(3, 5), Set.copyOf(selected()));
    }

    @Test
    void aSessionThatEndedLeavesTheSelectionToNobody() {
        show(10, 1);
        Fx.run(() -> table.getSelectionModel().select(9));
        assertEquals(List.of(10), selected());

        show(9, 2);

        assertEquals(List.of(), selected());
        press(KeyCode.DELETE);
        assertEquals(List.of(), workbench.changes);
    }

    @Test
    void aFilterTakesWhatItHidesOutOfTheSelection() {
        show(10, 1);
        Fx.run(() -> table.getSelectionModel().selectIndices(2, 4));

        Fx.run(() -> model.filter().set("5"));

        assertEquals(List.of(5), selected());
    }

    @Test
    void escapeEndsTheLookAtASession() {
        show(10, 1);
        Fx.run(() -> table.getSelectionModel().select(3));
        assertTrue(Fx.call(() -> table.getScene().lookup("#detailBox") != null));

        press(KeyCode.ESCAPE);

        assertEquals(List.of(), selected());
        assertFalse(Fx.call(() -> table.getScene().lookup("#detailBox") != null));
    }

    @Test
    void deleteProposesToTerminateTheSelected() {
        show(10, 1);
        Fx.run(() -> table.getSelectionModel().selectIndices(0, 1));

        press(KeyCode.DELETE);

        assertEquals(
                List.of("Terminate 2 sessions"),
                workbench.changes.stream().map(Change::title).toList());
        assertTrue(workbench.changes.getFirst().preview().contains("pg_stat_get_activity(1) s"));
    }

    @Test
    void aReadOnlyProfileEndsNoIdleSessionsAndSaysWhy() {
        Parent view = Fx.call(() -> SomeActivity.view(model, workbench, true));
        Fx.run(() -> tableOf(view));

        assertTrue(Fx.call(() -> view.lookup("#idleOnes").isDisabled()));
        Tooltip why = (Tooltip) view.lookup("#idleBox").getProperties().get(TOOLTIP);
        assertEquals(
                "The profile of this server is read-only.", Objects.requireNonNull(why).getText());
        assertFalse(Fx.call(() -> table.getScene().lookup("#idleOnes").isDisabled()));
    }
}
