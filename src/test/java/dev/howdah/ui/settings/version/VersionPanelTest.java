package dev.howdah.ui.settings.version;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Reading;
import dev.howdah.core.change.Change;
import dev.howdah.pg.server.UpgradeFacts;
import dev.howdah.pg.settings.SomeSettings;
import dev.howdah.provider.plan.Interruption;
import dev.howdah.provider.plan.VersionOffer;
import dev.howdah.provider.scalingo.ScalingoStage;
import dev.howdah.testing.Fx;
import dev.howdah.testing.PanelStage;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.ui.FxmlViews;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An upgrade is shown, asked for and followed, over HTTP against the fake Scalingo. */
class VersionPanelTest {
    @TempDir Path folder;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @Test
    void upgradesUntilTheNewestVersionRuns() throws Exception {
        try (ScalingoStage stage = new ScalingoStage(true, true);
                PanelStage<VersionPanel> shown =
                        PanelStage.before(stage, folder, VersionPanel::new)) {
            Parent view = shown.view;
            SomeWorkbench workbench = shown.workbench;
            Button act = (Button) view.lookup("#act");
            Fx.eventually("the offer", () -> act.getText().equals("Upgrade to 16.14.0-1"));
            Fx.eventually("the service is settled", () -> !act.isDisabled());
            assertEquals("now 16.13.0-2", Fx.call(() -> text(view, "#current")));

            Fx.run(act::fire);
            Change asked = workbench.changes.getFirst();
            assertTrue(asked.asksForName());
            assertTrue(
                    asked.warnings().contains("There is no way back to an older version."),
                    asked.warnings().toString());
            asked.action().run();
            stage.pass(Duration.ofSeconds(10));
            shown.askAgain();
            Fx.eventually("it is followed", () -> view.lookup("#work").isVisible());
            Fx.picture(view, "version-working", Fx.Look.LIGHT, 744, 540);

            stage.pass(Duration.ofMinutes(2));
            shown.askAgain();
            Fx.eventually(
                    "nothing newer",
                    () ->
                            view.lookup(".panel-face-title") instanceof Label face
                                    && face.getText()
                                            .equals("The newest version on offer is running."));
            Fx.picture(view, "version-newest", Fx.Look.DARK, 744, 540);
            assertEquals(1, stage.writes());
        }
    }

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void showsWhatAMajorUpgradeWouldMeet(Fx.Look look) throws Exception {
        Parent view =
                Fx.call(() -> {
                    VersionViewModel model = new VersionViewModel();
                    model.show(
                            new Reading.Fresh<>(
                                    List.of(offer("15.9", false), offer("16.4", true)),
                                    Instant.now()));
                    model.showFacts(
                            new Reading.Fresh<>(
                                    new UpgradeFacts(
                                            15,
                                            "shop",
                                            1,
                                            2,
                                            0,
                                            List.of("public.jobs.handler"),
                                            List.of(),
                                            List.of(),
                                            List.of()),
                                    Instant.now()));
                    model.showExtensions(
                            new Reading.Fresh<>(
                                    SomeSettings.extensions(
                                            SomeSettings.installed("hstore", "1.8", "1.8")),
                                    Instant.now()));
                    model.look(model.lines().getLast());
                    return FxmlViews.load(
                            new VersionController(model, () -> {}, () -> {}, () -> {}));
                });

        for (int width : new int[] {744, 1_344}) {
            Path picture = Fx.picture(view, "version-major", look, width, width == 744 ? 540 : 840);
            assertTrue(Files.size(picture) > 1_000);
        }
    }

    private static VersionOffer offer(String text, boolean major) {
        return new VersionOffer(
                text,
                text,
                major,
                new Interruption(
                        Duration.ZERO,
                        Optional.empty(),
                        major
                                ? "The nodes are stopped; the provider does not say for how long."
                                : "The nodes are upgraded one after the other, without one."),
                List.of("hstore"),
                Optional.empty());
    }

    private static String text(Parent view, String id) {
        return ((Label) view.lookup(id)).getText();
    }
}
