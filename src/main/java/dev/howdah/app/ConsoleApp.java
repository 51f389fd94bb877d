package dev.howdah.app;

import dev.howdah.app.dialogs.TroublePage;
import dev.howdah.app.dialogs.Unforeseen;
import dev.howdah.app.memory.Theme;
import dev.howdah.app.memory.WindowMemory;
import dev.howdah.app.rail.RailEntry;
import dev.howdah.app.rail.SavedServers;
import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.file.AppFolders;
import dev.howdah.ui.Workbench;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Starts the window, then what stands in it; stops everything with it. */
public final class ConsoleApp extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(ConsoleApp.class);
    private static final Texts TEXTS = Texts.of(ConsoleApp.class);
    private static final double MIN_WIDTH = 960;
    private static final double MIN_HEIGHT = 640;
    private static final int STOP_SECONDS = 15;

    private Optional<Wiring> wiring = Optional.empty();

    @Override
    public void start(Stage stage) {
        AppFolders folders = AppFolders.usual();
        try {
            folders.create();
        } catch (IOException e) {
            showTrouble(stage, unwritable(folders.data(), e));
            return;
        }
        Logging.start(folders);
        try {
            Wiring made = new Wiring(folders, Desktop.here());
            wiring = Optional.of(made);
            new Unforeseen(Logging.file(folders), made.dialogs).catchAll();
            show(stage, made);
            Platform.runLater(() -> begin(made));
        } catch (ProblemException e) {
            LOG.warn("The program can't start", e);
            showTrouble(stage, e.problem());
        }
    }

    /** Empty before the start, and when the program can't start. */
    Optional<Wiring> wiring() {
        return wiring;
    }

    private static void show(Stage stage, Wiring made) {
        made.memory.theme().apply();
        Platform.getPreferences()
                .colorSchemeProperty()
                .subscribe(() -> made.memory.theme().apply());
        Scene scene = scene(made);
        new WindowCommands(made).install(scene);
        stage.setTitle("Howdah");
        stage.getIcons().addAll(icons());
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        place(stage, made.memory);
        stage.setScene(scene);
        made.questions.setOwner(stage);
        stage.setOnHiding(_ -> keep(stage, made));
        stage.show();
    }

    static Scene scene(Wiring made) {
        Scene scene = new Scene(made.view, 1280, 800);
        scene.getStylesheets()
                .add(
                        Objects.requireNonNull(Workbench.class.getResource("console.css"))
                                .toExternalForm());
        return scene;
    }

    /** Where it was left, unless that screen is gone. */
    private static void place(Stage stage, WindowMemory memory) {
        Optional<WindowMemory.Bounds> bounds = memory.bounds();
        if (bounds.isEmpty()) {
            Rectangle2D screen = Screen.getPrimary().getVisualBounds();
            stage.setWidth(Math.min(1280, screen.getWidth()));
            stage.setHeight(Math.min(800, screen.getHeight()));
            return;
        }
        WindowMemory.Bounds was = bounds.get();
        boolean visible =
                !Screen.getScreensForRectangle(was.x(), was.y(), was.width(), was.height())
                        .isEmpty();
        if (visible) {
            stage.setX(was.x());
            stage.setY(was.y());
        }
        stage.setWidth(was.width());
        stage.setHeight(was.height());
        stage.setMaximized(was.maximized());
    }

    private static void keep(Stage stage, Wiring made) {
        made.memory.bounds(
                new WindowMemory.Bounds(
                        stage.getX(),
                        stage.getY(),
                        stage.getWidth(),
                        stage.getHeight(),
                        stage.isMaximized()));
        made.rail.selected().get().ifPresent(entry -> made.memory.server(entry.id()));
        made.desk.front().ifPresent(server -> made.memory.tab(server.pane().selected()));
        made.desk.openServers().forEach(server -> server.pane().keepTables());
        made.memory.save();
    }

    /** With no server saved the lab is opened, so that the first minute shows something alive. */
    static void begin(Wiring made) {
        made.background()
                .execute(() -> {
                    SavedServers saved = SavedServers.read(made.profiles);
                    made.copies.read(made.folders().lab());
                    Platform.runLater(() -> begin(made, saved));
                    made.restoreLastChange();
                });
    }

    private static void begin(Wiring made, SavedServers saved) {
        saved.profiles().forEach(made.rail::put);
        made.rail.remark(saved.notices());
        Optional<RailEntry> last = made.memory.server().flatMap(made.rail::byId);
        made.desk.beginWithTab(made.memory.tab());
        if (last.isPresent()) {
            made.desk.choose(last.get());
        } else if (saved.isFirstStart()) {
            made.desk.choose(made.rail.lab());
        }
        made.leftTrials.begin();
    }

    private static List<Image> icons() {
        return List.of(16, 24, 32, 48, 64, 128, 256).stream()
                .map(size -> ConsoleApp.class.getResourceAsStream("icons/howdah-" + size + ".png"))
                .filter(Objects::nonNull)
                .map(ConsoleApp::image)
                .toList();
    }

    private static Image image(InputStream in) {
        return new Image(in);
    }

    private static Problem unwritable(Path folder, IOException e) {
        return new Problem(
                Problem.Kind.LOCAL,
                TEXTS.text("start.unwritable", folder),
                TEXTS.text("start.unwritable.remedy", AppFolders.DATA_PROPERTY),
                String.valueOf(e.getMessage()));
    }

    private static void showTrouble(Stage stage, Problem problem) {
        Theme.SYSTEM.apply();
        Scene scene = new Scene(new TroublePage(problem), MIN_WIDTH, MIN_HEIGHT);
        scene.getStylesheets()
                .add(
                        Objects.requireNonNull(Workbench.class.getResource("console.css"))
                                .toExternalForm());
        stage.setTitle("Howdah");
        stage.setScene(scene);
        stage.show();
    }

    /** Closing must end the lab's server, but never hang for ever on a server that is away. */
    @Override
    public void stop() {
        wiring.ifPresent(made -> {
            made.clipboard.takeBack();
            Future<?> closing = made.background().submit(made::close);
            try {
                closing.get(STOP_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException e) {
                LOG.warn("Not everything could be closed in time", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }
}
