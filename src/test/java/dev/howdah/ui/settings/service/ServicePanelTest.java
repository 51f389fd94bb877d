package dev.howdah.ui.settings.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.provider.scalingo.ScalingoStage;
import dev.howdah.provider.service.MaintenanceWindow;
import dev.howdah.testing.Fx;
import dev.howdah.testing.PanelStage;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.ui.FxmlViews;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes and maintenance, over HTTP against the fake Scalingo. */
class ServicePanelTest {
    private static final MaintenanceWindow SUNDAYS =
            new MaintenanceWindow(DayOfWeek.SUNDAY, 22, Duration.ofHours(8));

    @TempDir Path folder;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @Test
    void movesTheMaintenanceWindow() throws Exception {
        try (ScalingoStage stage = new ScalingoStage(true, true);
                PanelStage<ServicePanel> shown =
                        PanelStage.before(stage, folder, ServicePanel::new)) {
            Parent view = shown.view;
            SomeWorkbench workbench = shown.workbench;
            TableView<?> nodes = (TableView<?>) view.lookup("#nodes");
            Fx.eventually("the nodes", () -> nodes.getItems().size() == 3);
            Button move = (Button) view.lookup("#move");
            Fx.eventually("the window", () -> !move.isDisabled());
            Fx.eventually(
                    "planned work",
                    () -> ((TableView<?>) view.lookup("#entries")).getItems().size() == 1);
            for (Fx.Look look : Fx.Look.values()) {
                Fx.picture(view, "service", look, 744, 540);
            }
            assertTrue(((Button) view.lookup("#addReplica")).isDisabled());
            assertEquals(
                    "Scalingo has no read replicas; its standbys can't be connected to.",
                    ((Label) view.lookup("#replicaReason")).getText());

            Fx.run(move::fire);
            Parent form = workbench.forms.getFirst();
            Fx.run(() -> {
                Button act = (Button) form.lookup("#act");
                assertTrue(act.isDisabled(), "nothing was chosen yet");
                choose(form, "#day", DayOfWeek.WEDNESDAY);
                choose(form, "#hour", 3);
                act.fire();
            });

            assertEquals(List.of(), workbench.forms);
            var change = workbench.changes.getFirst();
            assertEquals("Move maintenance to Wednesday 3:00 UTC", change.title());
            change.action().run();
            shown.askAgain();
            Fx.eventually("the new window", () -> windowText(view).contains("Wednesday 03:00"));
            assertEquals(1, stage.writes());
            Fx.picture(view, "service-moved", Fx.Look.LIGHT, 1_344, 840);
        }
    }

    @Test
    void saysWhatTheWindowIsHere() {
        Clock beforeTheSwitch = Clock.fixed(Instant.parse("2027-03-27T12:00:00Z"), ZoneOffset.UTC);
        WindowWords words = new WindowWords(beforeTheSwitch, ZoneId.of("Europe/Berlin"));

        assertEquals("Sunday 22:00 to Monday 06:00 UTC", words.utc(SUNDAYS));
        assertEquals(
                "Monday 00:00 to Monday 08:00 (+02:00)",
                words.local(SUNDAYS),
                "the next time it is summer");
        assertEquals(
                "Saturday 13:00 to Saturday 14:00 (+01:00)",
                words.local(new MaintenanceWindow(DayOfWeek.SATURDAY, 12, Duration.ofHours(1))),
                "today, before the switch");
        assertEquals(
                "Saturday 13:00 to Saturday 14:00 (+02:00)",
                words.local(new MaintenanceWindow(DayOfWeek.SATURDAY, 11, Duration.ofHours(1))),
                "it has begun today, so the next one is in a week");
    }

    @Test
    void paintsItsForms() {
        ChangeTarget target = new ChangeTarget("orders-prod", Environment.PRODUCTION, false);
        WindowWords words = new WindowWords(Clock.systemUTC(), ZoneId.of("Europe/Berlin"));
        List<String> added = new ArrayList<>();
        Parent window =
                Fx.call(() ->
                        new StackPane(
                                FxmlViews.load(
                                        new WindowFormController(
                                                target, SUNDAYS, words, _ -> {}, () -> {}))));
        Parent replica =
                Fx.call(() ->
                        new StackPane(
                                FxmlViews.load(
                                        new ReplicaFormController(target, added::add, () -> {}))));
        PanelStage<ServicePanel> nobody = PanelStage.nowhere(ServicePanel::new);
        Parent view = nobody.view;
        Fx.eventually("it says so", () -> view.lookup(".panel-face-title") != null);

        for (Fx.Look look : Fx.Look.values()) {
            Fx.picture(window, "service-window", look, 600, 360);
            Fx.picture(replica, "service-replica", look, 600, 360);
            Fx.picture(view, "service-nobody", look, 744, 540);
        }
        Fx.run(() -> {
            Button act = (Button) replica.lookup("#act");
            assertTrue(act.isDisabled());
            ((TextField) replica.lookup("#name")).setText(" reports ");
            act.fire();
        });
        assertEquals(List.of("reports"), added);
        nobody.close();
    }

    @SuppressWarnings("unchecked")
    private static <T> void choose(Parent form, String id, T value) {
        ((ChoiceBox<T>) form.lookup(id)).setValue(value);
    }

    private static String windowText(Parent view) {
        return view.lookup("#window").lookupAll(".label").stream()
                .map(node -> ((Label) node).getText())
                .reduce("", String::concat);
    }
}
