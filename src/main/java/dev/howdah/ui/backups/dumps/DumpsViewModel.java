package dev.howdah.ui.backups.dumps;

import dev.howdah.backup.Fetched;
import dev.howdah.backup.FileVerdict;
import dev.howdah.core.Problem;
import dev.howdah.core.Texts;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.dump.ClientTool;
import dev.howdah.dump.ToolProgress;
import dev.howdah.ui.backups.asking.Progress;
import dev.howdah.ui.backups.downloads.FileWorth;
import dev.howdah.ui.notice.Notice;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Dumps and restores with the client tools of this desktop, as they are shown. JavaFX thread. */
final class DumpsViewModel {
    private static final Texts TEXTS = Texts.of(DumpsViewModel.class);

    private final ReadOnlyObjectWrapper<List<Notice>> tools =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<ClientTool>> tool =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<List<Notice>> result =
            new ReadOnlyObjectWrapper<>(List.of());
    private final Progress progress = new Progress();
    private final StringProperty newDatabase = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Optional<Path>> file =
            new ReadOnlyObjectWrapper<>(Optional.empty());

    void showTool(ClientTool found) {
        tool.set(Optional.of(found));
        tools.set(
                List.of(
                        new Notice(
                                Notice.Level.GOOD,
                                TEXTS.text("dumps.tool", found.version()),
                                found.folder().toString())));
    }

    void showNoTool(Problem why) {
        tool.set(Optional.empty());
        tools.set(List.of(new Notice(Notice.Level.WARNING, why.sentence(), why.remedy())));
    }

    void begin(String what) {
        progress.begin(what);
        result.set(List.of());
    }

    void show(ToolProgress now) {
        progress.begin(TEXTS.text("dumps.table", now.tables(), now.object()));
    }

    void showDumped(Fetched fetched) {
        result.set(
                List.of(
                        switch (fetched) {
                            case Fetched.Arrived(Path made, FileVerdict verdict) ->
                                    new Notice(
                                            FileWorth.level(verdict),
                                            TEXTS.text("dumps.made", made),
                                            verdict.sentence());
                            case Fetched.Stopped _ ->
                                    Notice.of(Notice.Level.INFO, TEXTS.text("dumps.stopped"));
                        }));
    }

    void showJudged(Path judged, FileVerdict verdict) {
        result.set(
                List.of(
                        new Notice(
                                FileWorth.level(verdict),
                                String.valueOf(judged.getFileName()),
                                verdict.sentence())));
    }

    /** The dialog said it already; it stays here for whoever closed that. */
    void showRestored(ChangeOutcome outcome) {
        Notice.Level level =
                switch (outcome.status()) {
                    case DONE -> Notice.Level.GOOD;
                    case PARTLY, UNKNOWN -> Notice.Level.WARNING;
                    case FAILED -> Notice.Level.INFO;
                };
        result.set(
                List.of(new Notice(level, outcome.sentence(), String.join("\n", outcome.rows()))));
    }

    void showStopped(String sentence) {
        result.set(List.of(Notice.of(Notice.Level.INFO, sentence)));
    }

    void showProblem(Problem problem) {
        result.set(
                List.of(
                        new Notice(
                                Notice.Level.DANGER,
                                problem.sentence(),
                                (problem.remedy() + "\n" + problem.detail()).strip())));
    }

    /** Proposes a database named like the file. */
    void choose(Path chosen) {
        file.set(Optional.of(chosen));
        String name = String.valueOf(chosen.getFileName()).replaceAll("\\.tar\\.gz$|\\.[^.]*$", "");
        newDatabase.set(
                name.replaceAll("[^\\p{L}\\p{N}_]", "_").toLowerCase(java.util.Locale.ROOT));
    }

    /** Which tools are used, or what to install. */
    ReadOnlyObjectProperty<List<Notice>> tools() {
        return tools.getReadOnlyProperty();
    }

    /** Empty while it is looked for, and when there is none. */
    ReadOnlyObjectProperty<Optional<ClientTool>> tool() {
        return tool.getReadOnlyProperty();
    }

    /** How the last one ended; empty before. */
    ReadOnlyObjectProperty<List<Notice>> result() {
        return result.getReadOnlyProperty();
    }

    Progress progress() {
        return progress;
    }

    /** The file to restore; empty before one was chosen. */
    ReadOnlyObjectProperty<Optional<Path>> file() {
        return file.getReadOnlyProperty();
    }

    StringProperty newDatabase() {
        return newDatabase;
    }
}
