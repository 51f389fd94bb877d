package dev.howdah.ui.stats.hosted;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.change.Change;
import dev.howdah.provider.scalingo.ScalingoStage;
import dev.howdah.testing.Fx;
import dev.howdah.testing.PanelStage;
import dev.howdah.ui.stats.activity.ActivityPanel;
import dev.howdah.ui.table.LiveRow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that nobody reaches: its sessions over HTTP from the fake Scalingo. */
class HostedActivityTest {
    @TempDir Path folder;

    @Test
    void leadsToWhatTheProviderSeesAndEndsItThere() throws Exception {
        try (ScalingoStage stage = new ScalingoStage(false, false);
                PanelStage<ActivityPanel> shown =
                        PanelStage.before(stage, folder, ActivityPanel::new)) {
            stage.runs(4711, "idle", "COMMIT", Duration.ofMinutes(40));
            stage.runs(4712, "active", "UPDATE orders\n SET paid = true", Duration.ofMinutes(3));
            stage.runs(4713, "idle in transaction", "SELECT 1", Duration.ofMinutes(14));
            stage.runs(4714, "active", "SELECT count(*) FROM orders", Duration.ofMinutes(9));
            Node way = shown.view.lookup("#hostedWay");
            Fx.eventually("the other way is offered", way::isVisible);
            Fx.run(((Button) shown.view.lookup("#hostedOpen"))::fire);

            Parent form = shown.workbench.forms.getLast();
            TableView<LiveRow<HostedSession>> table = table(form);
            Fx.eventually("the sessions", () -> table.getItems().size() == 4);
            assertEquals(
                    List.of(
                            "4714 active 9 min ago SELECT count(*) FROM orders",
                            "4712 active 3 min ago UPDATE orders SET paid = true",
                            "4713 idle in transaction 14 min ago SELECT 1",
                            "4711 idle 40 min ago COMMIT"),
                    said(table));
            assertEquals(
                    "4 sessions, 2 active, 1 idle in a transaction. Read every 10 s.",
                    text(form, "#summary"));
            for (Fx.Look look : Fx.Look.values()) {
                picture(form, look);
            }

            Button cancel = (Button) form.lookup("#cancel");
            Button terminate = (Button) form.lookup("#terminate");
            assertTrue(cancel.isDisabled() && terminate.isDisabled(), "none is chosen");
            Fx.run(() -> table.getSelectionModel().select(3));
            assertTrue(cancel.isDisabled());
            assertEquals(
                    "It runs no query now; only the whole session can be ended.",
                    text(form, "#obstacle"));
            Fx.run(() -> table.getSelectionModel().select(0));
            assertTrue(terminate.isDisabled());
            assertEquals(
                    "Choose one session: they are ended one at a time.", text(form, "#obstacle"));
            Fx.run(() -> table.getSelectionModel().clearAndSelect(0));
            assertFalse(cancel.isDisabled());
            assertEquals("", text(form, "#obstacle"));
            Fx.run(cancel::fire);
            Fx.run(terminate::fire);
            assertEquals(
                    List.of("Cancel statement of session 4714", "Terminate session 4714"),
                    shown.workbench.changes.stream().map(Change::title).toList());
            shown.workbench.changes.getLast().action().run();

            shown.askAgain();
            Fx.eventually("it is gone", () -> table.getItems().size() == 3);
            assertTrue(terminate.isDisabled(), "what was chosen is gone");
            Fx.run(((Button) form.lookup("#close"))::fire);
            assertTrue(shown.workbench.forms.isEmpty());
        }
    }

    private static void picture(Parent form, Fx.Look look) {
        StackPane window = Fx.call(() -> new StackPane(form));
        Fx.picture(window, "activity-hosted", look, 1_000, 700);
    }

    @SuppressWarnings("unchecked")
    private static TableView<LiveRow<HostedSession>> table(Parent form) {
        return (TableView<LiveRow<HostedSession>>) Fx.call(() -> form.lookup("#sessions"));
    }

    private static List<String> said(TableView<LiveRow<HostedSession>> table) {
        return Fx.call(() ->
                table.getItems().stream()
                        .map(LiveRow::get)
                        .map(each ->
                                String.join(
                                        " ",
                                        Integer.toString(each.pid()),
                                        each.state(),
                                        each.began(),
                                        each.query()))
                        .toList());
    }

    private static String text(Parent form, String id) {
        return Fx.call(() -> ((Label) form.lookup(id)).getText());
    }
}
