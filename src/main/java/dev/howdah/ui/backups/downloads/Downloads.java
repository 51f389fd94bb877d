package dev.howdah.ui.backups.downloads;

import dev.howdah.backup.Fetched;
import dev.howdah.backup.FileVerdict;
import dev.howdah.backup.download.BackupDownload;
import dev.howdah.backup.download.DownloadProgress;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.provider.Provider;
import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.notice.Notice.Level;
import dev.howdah.ui.panel.DownloadLine;
import dev.howdah.ui.panel.DownloadRows;
import dev.howdah.ui.panel.ListedDownload;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.layout.VBox;

/** The downloads of one server's backups, running and ended. JavaFX thread. */
public final class Downloads {
    private static final Texts TEXTS = Texts.of(Downloads.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** Ended ones beyond this are forgotten, the oldest first. */
    private static final int KEPT = 4;

    private final Provider provider;
    private final ChangeTarget server;
    private final Workbench workbench;
    private final BiConsumer<BackupEntry, FileVerdict> judged;
    private final ObservableList<DownloadLine> lines = FXCollections.observableArrayList();
    private final Map<String, BackupDownload> running = new HashMap<>();

    /**
     * @param judged is told a backup and what its file is worth, on the JavaFX thread
     */
    public Downloads(
            Provider provider,
            ChangeTarget server,
            Workbench workbench,
            BiConsumer<BackupEntry, FileVerdict> judged) {
        this.provider = provider;
        this.server = server;
        this.workbench = workbench;
        this.judged = judged;
    }

    /** Draws them into the box, the newest first. */
    public void showIn(VBox box) {
        DownloadRows _ = new DownloadRows(box, lines, TEXTS.text("download.stop"), this::stop);
    }

    /** Begins, or goes on where an earlier one into this folder was stopped. */
    public void start(BackupEntry backup, Path folder) {
        if (running.containsKey(backup.name())) {
            return;
        }
        BackupDownload download =
                new BackupDownload(
                        (from, sameAs) -> provider.download(backup, from, sameAs),
                        backup,
                        server.server(),
                        folder,
                        PAUSE);
        running.put(backup.name(), download);
        lines.removeIf(line -> line.name().equals(backup.name()));
        DownloadLine begun = DownloadLine.begun(backup.name());
        lines.addFirst(begun);
        if (lines.size() > KEPT && !lines.getLast().running()) {
            lines.removeLast();
        }
        ListedDownload listed =
                new ListedDownload(workbench, server, backup.name(), () -> stop(backup.name()));
        listed.show(begun);
        workbench.background().execute(() -> run(download, backup, begun, listed));
    }

    void stop(String name) {
        BackupDownload download = running.get(name);
        if (download != null) {
            workbench.background().execute(download::stop);
        }
    }

    public void stopAll() {
        List.copyOf(running.keySet()).forEach(this::stop);
    }

    private void run(
            BackupDownload download,
            BackupEntry backup,
            DownloadLine begun,
            ListedDownload listed) {
        try {
            Fetched fetched = download.run(now -> onScreen(() -> show(at(begun, now), listed)));
            onScreen(() -> ended(backup, fetched, begun, listed));
        } catch (ProblemException e) {
            String said = e.problem().whole();
            onScreen(() -> end(begun.ended(Level.DANGER, said), listed));
        }
    }

    private void onScreen(Runnable task) {
        workbench.uiThread().execute(task);
    }

    private static DownloadLine at(DownloadLine line, DownloadProgress now) {
        return now.checking()
                ? line.at(now.share(), TEXTS.text("download.checking"))
                : line.at(now.bytes(), now.totalBytes(), now.bytesPerSecond(), now.left());
    }

    private void ended(
            BackupEntry backup, Fetched fetched, DownloadLine line, ListedDownload listed) {
        switch (fetched) {
            case Fetched.Arrived(Path file, FileVerdict verdict) -> {
                end(
                        line.ended(
                                FileWorth.level(verdict),
                                TEXTS.text(
                                        "download.arrived",
                                        String.valueOf(file.getFileName()),
                                        verdict.sentence())),
                        listed);
                judged.accept(backup, verdict);
            }
            case Fetched.Stopped(Path _, long bytes) ->
                    end(
                            line.ended(
                                    Level.INFO,
                                    TEXTS.text(
                                            "download.stopped", Quantities.bytes((double) bytes))),
                            listed);
        }
    }

    private void end(DownloadLine line, ListedDownload listed) {
        running.remove(line.name());
        show(line, listed);
        workbench.say(TEXTS.text("download.ended", line.name(), line.words()));
    }

    private void show(DownloadLine line, ListedDownload listed) {
        lines.replaceAll(each -> each.name().equals(line.name()) ? line : each);
        listed.show(line);
    }
}
