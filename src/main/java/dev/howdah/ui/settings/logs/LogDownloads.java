package dev.howdah.ui.settings.logs;

import dev.howdah.backup.download.DownloadProgress;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.provider.service.LogArchive;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.notice.Notice.Level;
import dev.howdah.ui.panel.DownloadLine;
import dev.howdah.ui.panel.ListedDownload;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The stretches of a log that are being fetched, and those that came. JavaFX thread. */
final class LogDownloads {
    private static final Texts TEXTS = Texts.of(LogDownloads.class);

    /** Ended ones beyond this are forgotten, the oldest first. */
    private static final int KEPT = 2;

    private final LogDownload.Source source;
    private final ChangeTarget server;
    private final Workbench workbench;
    private final ObservableList<DownloadLine> lines = FXCollections.observableArrayList();
    private final Map<String, LogDownload> running = new HashMap<>();

    LogDownloads(LogDownload.Source source, ChangeTarget server, Workbench workbench) {
        this.source = source;
        this.server = server;
        this.workbench = workbench;
    }

    /** The newest first. */
    ObservableList<DownloadLine> lines() {
        return lines;
    }

    /** Begins; one that is under way already goes on. */
    void start(LogArchive archive, Path folder) {
        LogDownload download = new LogDownload(source, archive, folder);
        String name = download.name();
        if (running.putIfAbsent(name, download) != null) {
            return;
        }
        lines.removeIf(line -> line.name().equals(name));
        lines.addFirst(DownloadLine.begun(name));
        while (lines.size() > KEPT && !lines.getLast().running()) {
            lines.removeLast();
        }
        ListedDownload listed = new ListedDownload(workbench, server, name, () -> cancel(name));
        listed.show(lines.getFirst());
        workbench.background().execute(() -> run(download, listed));
    }

    void cancel(String name) {
        LogDownload download = running.get(name);
        if (download != null) {
            workbench.background().execute(download::stop);
        }
    }

    void cancelAll() {
        List.copyOf(running.keySet()).forEach(this::cancel);
    }

    private void run(LogDownload download, ListedDownload listed) {
        DownloadLine line = DownloadLine.begun(download.name());
        DownloadLine end;
        try {
            end =
                    ended(
                            line,
                            download.run(now ->
                                    workbench.uiThread().execute(() -> show(line, now, listed))));
        } catch (ProblemException e) {
            end = line.ended(Level.DANGER, TEXTS.text("archive.failed", e.problem().whole()));
        }
        DownloadLine last = end;
        workbench.uiThread().execute(() -> end(last, listed));
    }

    private static DownloadLine ended(DownloadLine line, Optional<LogDownload.Kept> kept) {
        return kept.map(all ->
                        line.ended(
                                Level.GOOD,
                                TEXTS.text(
                                        "archive.done",
                                        Quantities.bytes((double) all.bytes()),
                                        all.file())))
                .orElseGet(() -> line.ended(Level.INFO, TEXTS.text("archive.cancelled")));
    }

    private void show(DownloadLine begun, DownloadProgress now, ListedDownload listed) {
        DownloadLine line =
                begun.at(now.bytes(), now.totalBytes(), now.bytesPerSecond(), now.left());
        put(line);
        listed.show(line);
    }

    private void end(DownloadLine line, ListedDownload listed) {
        running.remove(line.name());
        put(line);
        listed.show(line);
        workbench.say(line.words());
    }

    private void put(DownloadLine line) {
        lines.replaceAll(each -> each.name().equals(line.name()) ? line : each);
    }
}
