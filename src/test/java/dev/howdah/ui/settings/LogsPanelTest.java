package dev.howdah.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Reading;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.provider.LogArchive;
import dev.howdah.provider.scalingo.ScalingoStage;
import dev.howdah.session.Hosting;
import dev.howdah.session.Session;
import dev.howdah.session.SomeSessions;
import dev.howdah.testing.Fx;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.LiveRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Log, archives and events, over HTTP against the fake Scalingo. */
class LogsPanelTest {
    @TempDir Path folder;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @SuppressWarnings("unchecked")
    @Test
    void showsAndFetchesTheLog() throws Exception {
        try (ScalingoStage stage = new ScalingoStage(true, true)) {
            FileOperationLog log = new FileOperationLog(folder);
            Session session =
                    SomeSessions.hosted(
                            new Hosting(
                                    stage.provider(log), log, Platform::runLater, stage.clock()));
            SomeWorkbench workbench = new SomeWorkbench(stage.clock());
            LogsPanel panel = Fx.call(() -> new LogsPanel(session, workbench));
            Parent view =
                    Fx.call(() -> {
                        Parent loaded = panel.view();
                        Fx.style(new Scene(loaded, 744, 540), Fx.Look.LIGHT);
                        loaded.applyCss();
                        loaded.layout();
                        panel.shown();
                        return loaded;
                    });
            ListView<String> lines = (ListView<String>) view.lookup("#lines");
            TableView<LiveRow<LogArchive>> archives =
                    (TableView<LiveRow<LogArchive>>) view.lookup("#archives");
            Fx.eventually("the log", () -> lines.getItems().equals(List.of("line 1", "line 2")));
            Fx.eventually("the archives", () -> archives.getItems().size() == 1);
            Fx.eventually(
                    "the events",
                    () -> ((TableView<?>) view.lookup("#events")).getItems().size() == 1);
            Fx.run(() -> panel.filter("LINE 2"));
            assertEquals(List.of("line 2"), Fx.call(() -> List.copyOf(lines.getItems())));

            Path file = folder.resolve("log.gz");
            Fx.run(() -> panel.fetch(archives.getItems().getFirst().get(), file));
            Fx.eventually("it is told", () -> workbench.said.size() == 2);
            assertEquals("14 B of log were written to " + file + ".", workbench.said.get(1));
            assertEquals("line 1\nline 2\n", Files.readString(file));
            assertFalse(Files.exists(folder.resolve("log.gz.part")));
            Fx.run(panel::close);
            session.close();
        }
    }

    @Test
    void paintsALongLogAndWhatIsNotOffered() throws Exception {
        Parent full =
                Fx.call(() -> {
                    LogViewModel model =
                            new LogViewModel(
                                    Clock.fixed(
                                            Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC),
                                    ZoneOffset.UTC);
                    model.showLog(
                            new Reading.Fresh<>(
                                    Stream.concat(
                                                    IntStream.range(0, 40)
                                                            .mapToObj(
                                                                    "2026-11-21 11:59:%02d UTC [214] LOG:  checkpoint complete"
                                                                            ::formatted),
                                                    Stream.of(
                                                            "2026-11-21 12:00:00 UTC [215] ERROR:  duplicate key value violates unique constraint",
                                                            "2026-11-21 12:00:01 UTC [216] WARNING:  there is no transaction in progress"))
                                            .toList(),
                                    Instant.now()));
                    return FxmlViews.load(
                            new LogsController(
                                    model, new SomeWorkbench(), () -> {}, () -> {}, (_, _) -> {}));
                });
        Session session = SomeSessions.nowhere();
        LogsPanel nobody = Fx.call(() -> new LogsPanel(session, new SomeWorkbench()));
        Parent none =
                Fx.call(() -> {
                    Parent loaded = nobody.view();
                    Fx.style(new Scene(loaded, 744, 540), Fx.Look.LIGHT);
                    loaded.applyCss();
                    nobody.shown();
                    return loaded;
                });
        Fx.eventually("it says so", () -> none.lookup(".panel-face-title") != null);

        for (Fx.Look look : Fx.Look.values()) {
            assertTrue(Files.size(Fx.picture(full, "logs", look, 744, 540)) > 1_000);
            assertTrue(Files.size(Fx.picture(full, "logs", look, 1_344, 840)) > 1_000);
            assertTrue(Files.size(Fx.picture(none, "logs-nobody", look, 744, 540)) > 1_000);
        }
        Fx.run(nobody::close);
        session.close();
    }
}
