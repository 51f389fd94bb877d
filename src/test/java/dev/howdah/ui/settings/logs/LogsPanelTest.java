package dev.howdah.ui.settings.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Reading;
import dev.howdah.core.Secret;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.provider.backup.BackupFile;
import dev.howdah.provider.scalingo.ScalingoStage;
import dev.howdah.provider.service.LogArchive;
import dev.howdah.testing.Fx;
import dev.howdah.testing.PanelStage;
import dev.howdah.testing.SomeWorkbench;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.operations.OperationsController;
import dev.howdah.ui.table.LiveRow;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Log, archives and events, over HTTP against the fake Scalingo. */
class LogsPanelTest {
    private static final LogArchive ARCHIVE =
            new LogArchive(
                    Instant.parse("2026-11-19T00:00:00Z"),
                    Instant.parse("2026-11-20T00:00:00Z"),
                    14,
                    Secret.of("https://files.example/log"));

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

            Path kept = Files.createDirectory(folder.resolve("kept"));
            workbench.folder = Optional.of(kept);
            Fx.run(() -> archives.getSelectionModel().selectFirst());
            Fx.run(((Button) view.lookup("#download"))::fire);
            Fx.eventually("it is told", () -> workbench.said.size() == 1);
            Path file = kept.resolve("log-20261119T000000Z.gz");
            assertEquals(List.of("14 B of log were written to " + file + "."), workbench.said);
            assertEquals("line 1\nline 2\n", Files.readString(file));
            assertEquals(List.of(file), files(kept));
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @Test
    void aDownloadShowsHowFarItIsAndIsCancelledAmongTheOperations() throws Exception {
        Fx.start();
        SomeWorkbench workbench = new SomeWorkbench();
        try (PipedOutputStream sent = new PipedOutputStream();
                PipedInputStream arriving = new PipedInputStream(sent)) {
            sent.write("line 1\n".getBytes(StandardCharsets.UTF_8));
            LogDownloads downloads = downloads(workbench, arriving);
            Fx.run(() -> downloads.start(ARCHIVE, folder));
            Fx.eventually(
                    "it is arriving",
                    () ->
                            words(downloads).equals("0 B of 14 B, 0 B/s")
                                    && workbench.operations.progress().get() == 0);
            assertEquals(
                    "shop: Download of log-20261119T000000Z.gz",
                    Fx.call(() -> workbench.operations.headline().get()));
            assertEquals(1, files(folder).size());
            assertTrue(files(folder).getFirst().toString().endsWith(".part"));
            Parent page =
                    Fx.call(() ->
                            FxmlViews.load(
                                    new LogsController(
                                            model(), downloads, workbench, () -> {}, () -> {})));
            for (Fx.Look look : Fx.Look.values()) {
                assertTrue(Files.size(Fx.picture(page, "logs-fetching", look, 744, 540)) > 1_000);
            }

            Parent list =
                    Fx.call(() ->
                            FxmlViews.load(
                                    new OperationsController(workbench.operations, () -> {})));
            Fx.picture(list, "operations-download", Fx.Look.LIGHT, 640, 400);
            Button cancel =
                    Fx.call(() ->
                            list.lookupAll(".button").stream()
                                    .map(Button.class::cast)
                                    .filter(button -> button.getText().equals("Cancel"))
                                    .findFirst()
                                    .orElseThrow());
            Fx.run(cancel::fire);
            Fx.eventually("it has ended", () -> !downloads.lines().getFirst().running());
        }
        assertEquals(
                List.of("The download of the log was cancelled; nothing of it was kept."),
                workbench.said);
        assertEquals("", Fx.call(() -> workbench.operations.headline().get()));
        assertEquals(List.of(), files(folder));
    }

    @Test
    void aDownloadNeverOverwritesAFileAndKeepsNothingThatWasCut() throws Exception {
        // left by a console that was killed
        Files.writeString(folder.resolve("log-20261119T000000Z.gz.part"), "half");
        Fx.start();
        SomeWorkbench workbench = new SomeWorkbench();
        Path taken = Files.writeString(folder.resolve("log-20261119T000000Z.gz"), "mine");
        fetch(workbench, "line 1\nline 2\n");
        assertEquals("mine", Files.readString(taken));
        Path file = folder.resolve("log-20261119T000000Z (2).gz");
        assertEquals("line 1\nline 2\n", Files.readString(file));

        fetch(workbench, "line 1\n");
        assertEquals(List.of(file, taken), files(folder));
        assertEquals(
                List.of(
                        "14 B of log were written to " + file + ".",
                        "The log was not fetched. Only 7 B of 14 B arrived. Nothing was kept. Check"
                                + " the network, then download it again."),
                workbench.said);
    }

    private void fetch(SomeWorkbench workbench, String content) {
        int before = workbench.said.size();
        LogDownloads downloads =
                downloads(
                        workbench,
                        new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)));
        Fx.run(() -> downloads.start(ARCHIVE, folder));
        Fx.eventually("it has ended", () -> workbench.said.size() > before);
    }

    private static LogDownloads downloads(SomeWorkbench workbench, InputStream content) {
        return new LogDownloads(
                _ -> new BackupFile("log.gz", content, 0, OptionalLong.of(14), ""),
                new ChangeTarget("shop", Environment.STAGING, false),
                workbench);
    }

    private static LogViewModel model() {
        return new LogViewModel(
                Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC), ZoneOffset.UTC);
    }

    private static String words(LogDownloads downloads) {
        return downloads.lines().getFirst().words();
    }

    @Test
    void paintsALongLogAndWhatIsNotOffered() throws Exception {
        Parent full =
                Fx.call(() -> {
                    LogViewModel model = model();
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
                                    model,
                                    downloads(new SomeWorkbench(), InputStream.nullInputStream()),
                                    new SomeWorkbench(),
                                    () -> {},
                                    () -> {}));
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
