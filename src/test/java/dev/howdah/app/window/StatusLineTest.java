package dev.howdah.app.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.app.lab.LabRunner;
import dev.howdah.app.rail.RailEntry;
import dev.howdah.app.rail.RailViewModel;
import dev.howdah.app.status.StatusViewModel;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.core.change.Operation;
import dev.howdah.testing.Fx;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.operations.LocalWorks;
import dev.howdah.ui.operations.OperationsViewModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import javafx.scene.Parent;
import javafx.scene.control.Hyperlink;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of the line at the foot of the window has room when there is little. */
class StatusLineTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir private Path folder;

    @Test
    void theNewestChangeIsShortenedBeforeTheOperationThatIsUnderWay() throws Exception {
        Fx.start();
        Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
        StatusViewModel status = new StatusViewModel(clock);
        OperationsViewModel operations = new OperationsViewModel(clock);
        RailViewModel rail = new RailViewModel(RailEntry.ofLab(LabRunner.ID, "Lab"));
        LabRunner lab = new LabRunner(folder, task -> {});
        Operation making =
                Operation.planned(
                                UUID.randomUUID(),
                                "lab",
                                Operation.Act.RECOVERY,
                                "Restore into Lab copy, 2026-11-21 12:00:00",
                                Map.of(),
                                "",
                                NOON.minusSeconds(130))
                        .in(Operation.State.RUNNING, "Row 1 of a great many", NOON)
                        .withSteps(
                                List.of(
                                        new Operation.Step(
                                                "Copy", Operation.Step.Progress.UNDER_WAY)),
                                OptionalInt.of(40));
        Parent window =
                Fx.call(() ->
                        FxmlViews.load(new MainWindowController(rail, status, operations, lab)));
        Fx.run(() -> {
            status.connection("Lab: connected");
            status.say(
                    "11:59  Lab: Copy public.orders into orders_restored_20261121. 1,500 rows were"
                            + " copied in 2 s, and none is missing.");
            new LocalWorks(operations)
                    .show(new ChangeTarget("Lab", Environment.LAB, false), making, () -> {});
        });

        for (Fx.Look look : Fx.Look.values()) {
            assertTrue(
                    Files.size(Fx.picture(window, "window-status-line", look, 1_000, 700)) > 1_000);
        }
        assertEquals("Lab: Restore into Lab copy, 2026-11-21 12:00:00", painted(window));
    }

    /** With the dots that stand for what had no room. */
    private static String painted(Parent window) {
        return Fx.call(() -> {
            Hyperlink title = (Hyperlink) window.lookup("#operationText");
            return ((Text) title.lookup(".text")).getText();
        });
    }
}
