package dev.howdah.ui.settings.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.change.Change;
import dev.howdah.lab.LabCluster;
import dev.howdah.lab.SomeLab;
import dev.howdah.pg.archive.WalFile;
import dev.howdah.session.SomeSessions;
import dev.howdah.testing.Await;
import dev.howdah.testing.Fx;
import dev.howdah.testing.PanelStage;
import dev.howdah.ui.table.LiveRow;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plan of the lab, whose limits are those of a real server. */
class PlanOnTheLabTest {
    private static final int TOO_MANY = 30;
    private static final long SEGMENT_BYTES = 16L << 20;

    @TempDir Path folder;

    @Test
    void growsTwiceAndShrinksOnlyWhenSessionsWereClosed() throws Exception {
        try (LabCluster lab = SomeLab.openSmall(folder);
                PanelStage<PlanPanel> stage =
                        PanelStage.on(
                                lab,
                                folder,
                                (here, bench) ->
                                        new PlanPanel(
                                                here, bench, SomeSessions.peaks(here, folder)))) {
            SomeLab.settle(lab);
            Fx.eventually("the plans", () -> plans(stage.view).getItems().size() == 6);

            become(lab, stage, "Business-16");
            assertEquals(List.of("400"), SomeLab.ask(lab, "SHOW max_connections"));
            tellsHowFarItsArchiveReaches(lab);
            become(lab, stage, "Premium-8");
            assertEquals(3, lab.facts().nodes().size());

            goDown(lab, stage);
        }
    }

    /** Also when a standby has just taken over, and has archived no whole segment of its own. */
    private static void tellsHowFarItsArchiveReaches(LabCluster lab) {
        Await.until(
                "the archive's end is known",
                () ->
                        SomeLab.ask(lab, "SELECT last_archived_wal FROM pg_stat_archiver").stream()
                                .anyMatch(name -> WalFile.parse(name, SEGMENT_BYTES).isPresent()));
    }

    /** By the button, as a person does. */
    private static void become(LabCluster lab, PanelStage<PlanPanel> stage, String plan)
            throws Exception {
        choose(stage, plan);
        Button change = (Button) stage.view.lookup("#change");
        Fx.eventually(plan + " can be asked for", () -> !change.isDisabled());
        Fx.run(change::fire);
        Change asked = stage.workbench.changes.getLast();
        assertEquals("Change plan to " + plan, asked.title());
        asked.action().run();
        stage.askAgain();
        Fx.eventually("it is followed", () -> stage.view.lookup("#work").isVisible());
        Fx.picture(stage.view, "plan-lab-working", Fx.Look.LIGHT, 744, 540);
        SomeLab.settle(lab);
        stage.askAgain();
        Fx.eventually(
                plan + " is the present plan", () -> line(stage, plan).get().offer().current());
    }

    private static void goDown(LabCluster lab, PanelStage<PlanPanel> stage) throws Exception {
        List<Connection> clients = new ArrayList<>();
        for (int i = 0; i < TOO_MANY; i++) {
            clients.add(lab.access().connect("howdah test"));
        }
        choose(stage, "Hobbyist");
        Button change = (Button) stage.view.lookup("#change");

        Fx.eventually("it does not fit", () -> whyNot(stage).startsWith("It does not fit now"));
        assertTrue(Fx.call(change::isDisabled));
        Fx.picture(stage.view, "plan-lab-blocked", Fx.Look.LIGHT, 744, 540);
        for (Connection client : clients) {
            client.close();
        }

        become(lab, stage, "Hobbyist");
        Change asked = stage.workbench.changes.getLast();
        assertEquals(
                1,
                asked.warnings().stream().filter(each -> each.contains("back in time")).count(),
                asked.warnings().toString());
        Fx.picture(stage.view, "plan-lab-done", Fx.Look.LIGHT, 744, 540);
        assertEquals(List.of("25"), SomeLab.ask(lab, "SHOW max_connections"));
        assertEquals(1, lab.facts().nodes().size());
        assertFalse(Fx.call(change::isVisible), "it is on this plan");
    }

    private static void choose(PanelStage<PlanPanel> stage, String plan) {
        Fx.run(() -> plans(stage.view).getSelectionModel().select(line(stage, plan)));
    }

    private static LiveRow<PlanLine> line(PanelStage<PlanPanel> stage, String plan) {
        return plans(stage.view).getItems().stream()
                .filter(each -> each.get().offer().plan().name().equals(plan))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static TableView<LiveRow<PlanLine>> plans(Parent view) {
        return (TableView<LiveRow<PlanLine>>) view.lookup("#plans");
    }

    private static String whyNot(PanelStage<PlanPanel> stage) {
        return ((Label) stage.view.lookup("#whyNot")).getText();
    }
}
