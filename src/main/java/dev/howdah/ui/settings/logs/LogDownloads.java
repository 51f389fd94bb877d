package dev.howdah.ui.settings.logs;

import dev.howdah.backup.download.DownloadProgress;
import dev.howdah.core.ChangeTarget;
import dev.howdah.core.Operation;
import dev.howdah.core.Operation.State;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.provider.service.LogArchive;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.notice.Notice.Level;
import dev.howdah.ui.panel.DownloadLine;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
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
        Operation operation =
                Operation.planned(
                                UUID.randomUUID(),
                                "",
                                Operation.Act.DOWNLOAD,
                                TEXTS.text("archive.operation", name),
                                Map.of(),
                                "",
                                workbench.clock().instant())
                        .in(State.RUNNING, lines.getFirst().words(), workbench.clock().instant());
        list(operation, name);
        workbench.background().execute(() -> run(download, operation));
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

    private void list(Operation now, String name) {
        workbench.working(server, now, () -> cancel(name));
    }

    private void run(LogDownload download, Operation operation) {
        DownloadLine line = DownloadLine.begun(download.name());
        DownloadLine end;
        try {
            end =
                    ended(
                            line,
                            download.run(now ->
                                    workbench
                                            .uiThread()
                                            .execute(() -> show(line, now, operation))));
        } catch (ProblemException e) {
            end = line.ended(Level.DANGER, TEXTS.text("archive.failed", e.problem().whole()));
        }
        DownloadLine last = end;
        workbench.uiThread().execute(() -> end(last, operation));
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

    private void show(DownloadLine begun, DownloadProgress now, Operation operation) {
        DownloadLine line =
                begun.at(now.bytes(), now.totalBytes(), now.bytesPerSecond(), now.left());
        put(line);
        list(
                operation
                        .in(State.RUNNING, line.words(), workbench.clock().instant())
                        .withSteps(
                                List.of(),
                                now.share() < 0
                                        ? OptionalInt.empty()
                                        : OptionalInt.of((int) (100 * now.share()))),
                line.name());
    }

    private void end(DownloadLine line, Operation operation) {
        running.remove(line.name());
        put(line);
        list(operation.in(State.DONE, line.words(), workbench.clock().instant()), line.name());
        workbench.say(line.words());
    }

    private void put(DownloadLine line) {
        lines.replaceAll(each -> each.name().equals(line.name()) ? line : each);
    }
}
