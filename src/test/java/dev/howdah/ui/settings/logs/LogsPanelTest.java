package dev.howdah.ui.settings.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Reading;
import dev.howdah.provider.scalingo.ScalingoStage;
import dev.howdah.provider.service.LogArchive;
import dev.howdah.testing.Fx;
import dev.howdah.testing.PanelStage;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.table.LiveRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Log, archives and events, over HTTP against the fake Scalingo. */
class LogsPanelTest {
    @TempDir Path folder;

    @SuppressWarnings("unchecked")
    @Test
    void showsAndFetchesTheLog() throws Exception {
        try (ScalingoStage stage = new ScalingoStage(true, true);
                PanelStage<LogsPanel> shown = PanelStage.before(stage, folder, LogsPanel::new)) {
            Parent view = shown.view;
            SomeWorkbench workbench = shown.workbench;
            ListView<String> lines = (ListView<String>) view.lookup("#lines");
            TableView<LiveRow<LogArchive>> archives =
                    (TableView<LiveRow<LogArchive>>) view.lookup("#archives");
            Fx.eventually("the log", () -> lines.getItems().equals(List.of("line 1", "line 2")));
            Fx.eventually("the archives", () -> archives.getItems().size() == 1);
            Fx.eventually(
                    "the events",
                    () -> ((TableView<?>) view.lookup("#events")).getItems().size() == 1);
            Fx.run(() -> shown.panel.filter("LINE 2"));
            assertEquals(List.of("line 2"), Fx.call(() -> List.copyOf(lines.getItems())));

            Path file = folder.resolve("log.gz");
            Fx.run(() -> shown.panel.fetch(archives.getItems().getFirst().get(), file));
            Fx.eventually("it is told", () -> workbench.said.size() == 2);
            assertEquals("14 B of log were written to " + file + ".", workbench.said.get(1));
            assertEquals("line 1\nline 2\n", Files.readString(file));
            assertFalse(Files.exists(folder.resolve("log.gz.part")));
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
        try (PanelStage<LogsPanel> nobody = PanelStage.nowhere(LogsPanel::new)) {
            Parent none = nobody.view;
            Fx.eventually("it says so", () -> none.lookup(".panel-face-title") != null);

            for (Fx.Look look : Fx.Look.values()) {
                assertTrue(Files.size(Fx.picture(full, "logs", look, 744, 540)) > 1_000);
                assertTrue(Files.size(Fx.picture(full, "logs", look, 1_344, 840)) > 1_000);
                assertTrue(Files.size(Fx.picture(none, "logs-nobody", look, 744, 540)) > 1_000);
            }
        }
    }
}
