package dev.howdah.ui.settings.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.change.Change;
import dev.howdah.lab.LabCluster;
import dev.howdah.lab.SomeLab;
import dev.howdah.testing.Fx;
import dev.howdah.testing.PanelStage;
import dev.howdah.ui.panel.PanelState;
import dev.howdah.ui.panel.ReadingPane;
import dev.howdah.ui.stats.resources.ResourcesPanel;
import java.nio.file.Path;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The lab's nodes, what they take and its maintenance, as panels show them. */
class ServiceOnTheLabTest {
    @TempDir Path folder;

    @Test
    void failsANodeAndTellsWhatMaintenanceWillDo() throws Exception {
        try (LabCluster lab = SomeLab.openSmall(folder);
                PanelStage<ServicePanel> stage = PanelStage.on(lab, folder, ServicePanel::new)) {
            SomeLab.settle(lab);
            tellsTheHistoryThatTheLabKeeps(stage);
            TableView<?> nodes = (TableView<?>) stage.view.lookup("#nodes");
            Button fail = (Button) stage.view.lookup("#fail");
            Fx.eventually("the node", () -> nodes.getItems().size() == 1);
            Fx.eventually("it can be failed", fail::isVisible);
            assertTrue(fail.isDisabled(), "none is chosen");

            Fx.run(() -> nodes.getSelectionModel().selectFirst());
            assertFalse(fail.isDisabled());
            Fx.run(fail::fire);
            Change asked = stage.workbench.changes.getFirst();
            assertEquals("Fail node-1", asked.title());
            asked.action().run();
            SomeLab.settleAfterFailure(lab);

            SomeLab.run(lab.access(), "ALTER SYSTEM SET max_worker_processes = 11");
            SomeLab.ask(lab, "SELECT pg_reload_conf()");
            TableView<?> entries = (TableView<?>) stage.view.lookup("#entries");
            Fx.eventually(
                    "what is ahead",
                    () -> {
                        stage.session.hosting().loop().askAllNow();
                        return entries.getItems().size() == 1;
                    });
            for (Fx.Look look : Fx.Look.values()) {
                Fx.picture(stage.view, "service-lab", look, 744, 540);
            }
        }
    }

    /** Before its second sample there is nothing to draw. */
    private static void tellsTheHistoryThatTheLabKeeps(PanelStage<ServicePanel> stage) {
        ResourcesPanel panel = Fx.call(() -> new ResourcesPanel(stage.session, stage.workbench));
        Parent view = Fx.call(panel::view);
        Fx.run(panel::shown);
        Label note = (Label) Fx.call(() -> laidOut(view).lookup("#historyNote"));
        ReadingPane history = (ReadingPane) view.lookup("#history");
        Fx.eventually(
                "the history",
                () -> history.stateProperty().get().phase() == PanelState.Phase.EMPTY);
        assertEquals("Lab has no record of this yet: CPU.", Fx.call(history::getEmptyText));
        assertEquals(
                "Lab keeps this record; its lines have gaps where nothing was measured. Choose a measure above.",
                Fx.call(note::getText));
        Fx.run(panel::close);
    }

    private static Parent laidOut(Parent view) {
        Fx.style(new Scene(view, 744, 540), Fx.Look.LIGHT);
        view.applyCss();
        view.layout();
        return view;
    }
}
