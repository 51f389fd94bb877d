package dev.howdah.ui.confirm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeProgress;
import dev.howdah.core.change.ChangeRunner;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.testing.Fx;
import dev.howdah.ui.FxmlViews;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The dialog of a change that takes its time, while it runs. */
class ConfirmChangeViewTest {
    private final Queue<Runnable> background = new ArrayDeque<>();

    @BeforeAll
    static void start() {
        Fx.start();
    }

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void saysHowFarItIsAndStopsOnRequest(Fx.Look look) throws Exception {
        ChangeProgress progress = new ChangeProgress();
        Change change =
                Change.of(
                                "Prove what analyst01 can do",
                                new ChangeTarget("orders-prod", Environment.PRODUCTION, false),
                                "CREATE ROLE \"howdah_probe_0123456789abcdef\" LOGIN …;",
                                List.of("Every trial is rolled back."),
                                () -> ChangeOutcome.done("Proven."))
                        .withProgress(progress);
        ConfirmChangeViewModel model =
                new ConfirmChangeViewModel(
                        change,
                        new ChangeRunner(_ -> {}, Clock.systemUTC()),
                        background::add,
                        Runnable::run,
                        _ -> {});
        Parent view = Fx.call(() -> FxmlViews.load(new ConfirmChangeController(model, () -> {})));
        Button cancel = (Button) view.lookup("#cancel");
        assertFalse(view.lookup("#progressText").isVisible());
        assertEquals("Leave as it is", cancel.getText());

        Fx.run(() -> {
            model.run();
            progress.say("Database 2 of 5: shop");
        });
        assertEquals("Stop", cancel.getText());
        assertEquals("Database 2 of 5: shop", ((Label) view.lookup("#progressText")).getText());
        assertTrue(Files.size(Fx.picture(view, "confirm-change-running", look, 620, 420)) > 3_000);

        Fx.run(cancel::fire);
        assertTrue(progress.isStopped());
        assertTrue(cancel.isDisabled());
        Fx.run(() -> background.forEach(Runnable::run));
        assertEquals("Close", cancel.getText());
        assertFalse(view.lookup("#progressText").isVisible());
    }

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void waitsUntilTheNameOfTheServerIsTyped(Fx.Look look) throws Exception {
        Change change =
                Change.of(
                                "Change plan to Hobbyist",
                                new ChangeTarget("orders-prod", Environment.PRODUCTION, false),
                                "PATCH /v1/apps/orders/addons/ad-1\n{\"plan\":\"hobbyist\"}",
                                List.of("There will be neither standby nor backup."),
                                () -> ChangeOutcome.done("It is on its way."))
                        .askingForName();
        ConfirmChangeViewModel model =
                new ConfirmChangeViewModel(
                        change,
                        new ChangeRunner(_ -> {}, Clock.systemUTC()),
                        background::add,
                        Runnable::run,
                        _ -> {});
        Parent view = Fx.call(() -> FxmlViews.load(new ConfirmChangeController(model, () -> {})));
        Button act = (Button) view.lookup("#act");
        assertTrue(act.isDisabled());
        assertTrue(Files.size(Fx.picture(view, "confirm-change-name", look, 620, 420)) > 3_000);

        Fx.run(() -> ((TextField) view.lookup("#name")).setText("orders-prod"));
        assertFalse(act.isDisabled());
        Fx.run(act::fire);
        assertTrue(act.isDisabled(), "once");
        Fx.run(() -> background.forEach(Runnable::run));
        assertFalse(view.lookup("#nameQuestion").isVisible());
    }
}
