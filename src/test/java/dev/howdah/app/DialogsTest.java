package dev.howdah.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.app.dialogs.Unforeseen;
import dev.howdah.app.workbench.WindowWorkbench;
import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.core.file.AppFolders;
import dev.howdah.testing.Fx;
import dev.howdah.testing.Fx.Look;
import dev.howdah.ui.operations.LocalWorks;
import dev.howdah.ui.operations.OperationsViewModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The dialogs in the window are as high as what they say, and no higher than the window. */
class DialogsTest {
    private static final double WINDOW_HEIGHT = 700;
    private static final Executor AT_ONCE = Runnable::run;

    @TempDir Path data;

    private Wiring made;

    @BeforeEach
    void open() {
        Fx.start();
        made =
                Fx.call(() -> {
                    AppFolders folders = AppFolders.under(data);
                    folders.create();
                    Wiring wiring = new Wiring(folders, SomeDesktop.plain());
                    Fx.style(new Scene(wiring.view, 1_000, WINDOW_HEIGHT), Look.LIGHT);
                    wiring.view.applyCss();
                    return wiring;
                });
    }

    @AfterEach
    void close() {
        made.close();
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void anUnforeseenProblemTakesTheRoomOfItsSentences(Look look) throws IOException {
        Unforeseen unforeseen = new Unforeseen(data.resolve("howdah.log"), made.dialogs);
        Fx.run(() -> unforeseen.happened(new IllegalStateException("planted")));
        Fx.eventually("the dialog is open", () -> made.dialogs.isOpen());

        picture("dialog-unforeseen", look);
        assertTrue(height() < 300, "height " + height());
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void aShortChangeMakesAShortDialogInTheColourOfItsEnvironment(Look look) throws IOException {
        confirm("SELECT pg_terminate_backend(4711, 5000);", List.of());

        picture("dialog-change", look);
        assertTrue(height() < 340, "height " + height());
        Region bar = made.view.lookup(".dialog-box") instanceof Region box ? box : new Region();
        Region production = new Region();
        Fx.run(() -> {
            production.getStyleClass().addAll("environment-production", "environment-bar");
            Scene scene = new Scene(production);
            scene.getStylesheets().setAll(made.view.getScene().getStylesheets());
            production.applyCss();
        });
        assertEquals(
                production.getBackground().getFills().getFirst().getFill(),
                bar.getBorder().getStrokes().getFirst().getTopStroke());
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void aLongChangeAndItsOutcomeStayInTheWindow(Look look) throws IOException {
        String preview =
                IntStream.range(0, 400)
                        .mapToObj(i -> "SELECT pg_terminate_backend(" + i + ", 5000);")
                        .collect(Collectors.joining("\n"));
        List<String> rows =
                IntStream.range(0, 400).mapToObj(i -> "Session " + i + " has ended.").toList();
        confirm(preview, rows);
        picture("dialog-change-long", look);
        assertTrue(height() < WINDOW_HEIGHT, "height " + height());

        Fx.run(() -> ((Button) made.view.lookup(".dialog-box #act")).fire());
        picture("dialog-change-done", look);
        assertTrue(height() < WINDOW_HEIGHT, "height " + height());
        Node close = made.view.lookup(".dialog-box #cancel");
        double end = Fx.call(() -> close.localToScene(close.getBoundsInLocal()).getMaxY());
        assertTrue(end < WINDOW_HEIGHT, "the button ends at " + end);
    }

    @ParameterizedTest
    @EnumSource(Look.class)
    void theStatementOfAPanelAndThePaletteAreWhole(Look look) throws IOException {
        Fx.run(() -> workbench().showSql("Activity", "SELECT 1\n  FROM pg_stat_activity"));
        picture("dialog-sql", look);
        assertTrue(height() < 320, "height " + height());
        Fx.run(made.dialogs::close);

        Fx.run(() ->
                workbench()
                        .showRequests(
                                "Plan",
                                "-- SQL\nSELECT 1\n\n# plans\nGET https://db.example/v1/plans\n"
                                        + "Authorization: •••"));
        picture("dialog-requests", look);
        assertTrue(height() < 360, "height " + height());
        Fx.run(made.dialogs::close);

        Fx.run(() -> new WindowCommands(made).openPalette());
        picture("dialog-palette", look);
    }

    @Test
    void aFormComesBackWhenWhatItOpenedIsClosed() {
        List<Runnable> closers = new ArrayList<>();
        List<String> told = new ArrayList<>();
        TextField typed = new TextField("analyst01");
        Fx.run(() ->
                workbench()
                        .open(
                                close -> {
                                    closers.add(close);
                                    return new VBox(typed);
                                },
                                () -> told.add("closed")));
        confirm("CREATE ROLE analyst01;", List.of());
        assertFalse(isShown(typed));

        Fx.run(() -> ((Button) made.view.lookup(".dialog-box #cancel")).fire());
        Fx.eventually("the form is back", () -> typed.getScene() != null);
        assertEquals("analyst01", typed.getText());
        assertEquals(List.of(), told);

        confirm("CREATE ROLE analyst01;", List.of());
        Fx.run(() -> closers.forEach(Runnable::run));
        assertFalse(made.dialogs.isOpen());
        assertFalse(isShown(typed));
        assertEquals(List.of("closed"), told);
    }

    private static boolean isShown(Node node) {
        return Fx.call(() -> node.getScene() != null);
    }

    @Test
    void aChangeThatFailedFoldsTheTechnicalText() {
        Problem refused =
                new Problem(
                        Problem.Kind.NOT_PERMITTED,
                        "Your role may not end this session.",
                        "Ask for pg_signal_backend.",
                        "42501 permission denied");
        Fx.run(() ->
                workbench()
                        .confirm(
                                Change.of(
                                        "Terminate 1 session",
                                        new ChangeTarget(
                                                "orders-prod", Environment.PRODUCTION, false),
                                        "SELECT pg_terminate_backend(4711, 5000);",
                                        List.of(),
                                        () -> {
                                            throw new ProblemException(refused);
                                        }),
                                _ -> {}));

        Fx.run(() -> ((Button) made.view.lookup(".dialog-box #act")).fire());
        Fx.picture(made.view, "dialog-change-failed", Look.LIGHT, 1_000, (int) WINDOW_HEIGHT);

        assertFalse(Fx.call(() -> made.view.lookup(".problem-box .code-text").isVisible()));
        Fx.run(() -> ((ToggleButton) made.view.lookup(".problem-box .toggle-button")).fire());
        assertTrue(Fx.call(() -> made.view.lookup(".problem-box .code-text").isVisible()));
    }

    @Test
    void aBarThatBelongsToNoEnvironmentIsPainted() {
        Region bar = new Region();
        Fx.run(() -> {
            bar.getStyleClass().add("environment-bar");
            Fx.style(new Scene(bar), Look.LIGHT);
            bar.applyCss();
        });

        assertEquals(1, bar.getBackground().getFills().size());
    }

    private void confirm(String preview, List<String> rows) {
        Change change =
                Change.of(
                        "Terminate 1 session",
                        new ChangeTarget("orders-prod", Environment.PRODUCTION, false),
                        preview,
                        List.of("Its transaction is rolled back."),
                        () ->
                                new ChangeOutcome(
                                        ChangeOutcome.Status.DONE, "1 of 1 session ended.", rows));
        Fx.run(() -> workbench().confirm(change, _ -> {}));
    }

    private WindowWorkbench workbench() {
        return new WindowWorkbench(
                made.dialogs,
                made.changes,
                new WindowWorkbench.Speaking(
                        made.status, new LocalWorks(new OperationsViewModel(Clock.systemUTC()))),
                made.clipboard,
                AT_ONCE,
                Clock.systemUTC(),
                (_, _) -> {},
                new WindowWorkbench.Afterwards() {
                    @Override
                    public void ran() {}

                    @Override
                    public void undo(UUID change) {}
                },
                _ -> Optional.empty());
    }

    private void picture(String name, Look look) throws IOException {
        Path picture = Fx.picture(made.view, name, look, 1_000, (int) WINDOW_HEIGHT);
        assertTrue(Files.size(picture) > 5_000, picture.toString());
    }

    private double height() {
        return Fx.call(() ->
                ((Region) Objects.requireNonNull(made.view.lookup(".dialog-box"))).getHeight());
    }
}
