package dev.howdah.ui.settings.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Reading;
import dev.howdah.core.Secret;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.Environment;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.TlsMode;
import dev.howdah.profile.Profile;
import dev.howdah.provider.scalingo.ScalingoStage;
import dev.howdah.session.Hosting;
import dev.howdah.session.Session;
import dev.howdah.session.SomeSessions;
import dev.howdah.testing.Fx;
import dev.howdah.testing.PanelStage;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.testing.TestServer;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.table.LiveRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A plan is chosen, compared, asked for and followed, over HTTP against the fake Scalingo. */
class PlanPanelTest {
    @TempDir Path folder;

    private PlanPanel plan(Session session, SomeWorkbench workbench) {
        return new PlanPanel(session, workbench, SomeSessions.peaks(session, folder));
    }

    @Test
    void changesThePlanAndFollowsItToItsEnd() throws Exception {
        try (ScalingoStage stage = new ScalingoStage(false, true);
                PanelStage<PlanPanel> shown = PanelStage.before(stage, folder, this::plan)) {
            Parent view = shown.view;
            SomeWorkbench workbench = shown.workbench;
            Fx.eventually("the plans", () -> plans(view).getItems().size() == 3);
            assertEquals("Starter 512M", text(view, "#heading"));

            Fx.run(() -> plans(view).getSelectionModel().select(2));

            assertEquals("Change from Starter 512M to Business 1024M", text(view, "#heading"));
            Button change = (Button) view.lookup("#change");
            Fx.eventually("the service is settled", () -> !change.isDisabled());
            for (Fx.Look look : Fx.Look.values()) {
                Fx.picture(view, "plan-chosen", look, 744, 540);
                Fx.picture(view, "plan-chosen", look, 1_344, 840);
            }
            Fx.run(change::fire);
            Change asked = workbench.changes.getFirst();
            assertTrue(asked.asksForName());
            assertEquals("Change plan to postgresql-business-1024", asked.title());
            assertEquals(0, stage.writes(), "nothing is sent before the consent");

            asked.action().run();
            stage.pass(Duration.ofSeconds(20));
            shown.askAgain();
            Fx.eventually("it is followed", () -> view.lookup("#work").isVisible());
            Fx.eventually("no second one", change::isDisabled);
            assertEquals("One such change is under way already.", text(view, "#whyNot"));
            Fx.picture(view, "plan-working", Fx.Look.LIGHT, 744, 540);

            stage.pass(Duration.ofMinutes(2));
            shown.askAgain();
            Fx.eventually(
                    "the new plan is the present one",
                    () -> row(view, 2).offer().current() && !row(view, 1).offer().current());
            Fx.picture(view, "plan-done", Fx.Look.DARK, 744, 540);
            assertEquals(1, stage.writes());
        }
    }

    /** The figures come from the server's own statistics, the plans from its provider. */
    @Test
    void holdsWhatARealServerNeedsAgainstThePlan() throws Exception {
        TestServer server = TestServer.newest();
        PgTarget target =
                PgTarget.of(
                        server.host(), server.port(), "postgres", server.user(), TlsMode.DISABLE);
        Profile profile =
                new Profile(UUID.randomUUID(), "orders", Environment.PRODUCTION, target, false);
        try (ScalingoStage stage = new ScalingoStage(false, true);
                PanelStage<PlanPanel> shown =
                        PanelStage.of(
                                new Session(
                                        profile,
                                        () -> Secret.of(server.password()),
                                        new Hosting(
                                                stage.provider(new FileOperationLog(folder)),
                                                new FileOperationLog(folder),
                                                Platform::runLater,
                                                Clock.systemUTC()),
                                        Platform::runLater,
                                        Clock.systemUTC()),
                                this::plan)) {
            Parent view = shown.view;
            Fx.eventually("the plans", () -> plans(view).getItems().size() == 3);
            Fx.run(() -> plans(view).getSelectionModel().select(2));

            Fx.eventually(
                    "sessions are counted",
                    () -> words(view).contains("the plan has room for 57."));
            Fx.eventually("the service is settled", () -> text(view, "#whyNot").isEmpty());
            Fx.picture(view, "plan-measured", Fx.Look.LIGHT, 744, 540);
        }
    }

    @Test
    void saysWhyThereAreNoPlansWithoutAProvider() {
        PanelStage<PlanPanel> nobody = PanelStage.nowhere(this::plan);
        Parent view = nobody.view;

        Fx.eventually(
                "the reason",
                () -> {
                    view.applyCss();
                    return view.lookup(".panel-face-title") instanceof Label label
                            && label.getText().startsWith("No provider is known");
                });
        assertEquals(0, Fx.call(() -> plans(view).getItems().size()));
        Fx.picture(view, "plan-nobody", Fx.Look.LIGHT, 744, 540);
        nobody.close();
    }

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void showsWhatIsLostAndWhatDoesNotFit(Fx.Look look) throws IOException {
        Parent view =
                Fx.call(() -> {
                    PlanViewModel model = new PlanViewModel(Clock.systemUTC(), ZoneOffset.UTC);
                    model.show(
                            new Reading.Fresh<>(SomePlans.seenFrom("Business-4"), Instant.now()));
                    model.measured(PlanViewModelTest.load(31, 62));
                    model.look(model.lines().getFirst());
                    return FxmlViews.load(
                            new PlanController(
                                    model, new SomeWorkbench(), () -> {}, () -> {}, () -> {}));
                });

        for (int width : new int[] {744, 1_344}) {
            Path picture = Fx.picture(view, "plan-blocked", look, width, width == 744 ? 540 : 840);
            assertTrue(Files.size(picture) > 1_000);
        }
    }

    @SuppressWarnings("unchecked")
    private static TableView<LiveRow<PlanLine>> plans(Parent view) {
        return (TableView<LiveRow<PlanLine>>) view.lookup("#plans");
    }

    private static PlanLine row(Parent view, int index) {
        return List.copyOf(plans(view).getItems()).get(index).get();
    }

    private static String words(Parent view) {
        return view.lookup("#fits").lookupAll(".label").stream()
                .map(node -> ((Label) node).getText())
                .reduce("", (one, other) -> one + " " + other);
    }

    private static String text(Parent view, String id) {
        return Fx.call(() -> ((Label) view.lookup(id)).getText());
    }
}
