package dev.howdah.ui.panel;

import dev.howdah.ui.notice.NoticeBox;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Draws downloads under one another; a running one has a bar and can be stopped. */
public final class DownloadRows {
    private final VBox box;
    private final ObservableList<DownloadLine> lines;
    private final String stopWord;
    private final Consumer<String> stop;
    private final Map<String, RunningRow> running = new HashMap<>();

    /**
     * @param stopWord for the button of a running one
     * @param stop gets the name of the one to be stopped
     */
    public DownloadRows(
            VBox box, ObservableList<DownloadLine> lines, String stopWord, Consumer<String> stop) {
        this.box = box;
        this.lines = lines;
        this.stopWord = stopWord;
        this.stop = stop;
        lines.addListener((ListChangeListener<DownloadLine>) _ -> show());
        show();
    }

    private void show() {
        running.keySet()
                .removeIf(name ->
                        lines.stream()
                                .noneMatch(line -> line.running() && line.name().equals(name)));
        List<Node> rows = lines.stream().<Node>map(this::row).toList();
        // a node that leaves the scene for a moment loses the focus
        if (!box.getChildren().equals(rows)) {
            box.getChildren().setAll(rows);
        }
        box.setVisible(!rows.isEmpty());
        box.setManaged(box.isVisible());
    }

    private HBox row(DownloadLine line) {
        if (line.running()) {
            RunningRow row = running.computeIfAbsent(line.name(), RunningRow::new);
            row.show(line);
            return row;
        }
        HBox row = new HBox(NoticeBox.icon(line.level()), words(line.words()));
        row.getStyleClass().add("download-line");
        return row;
    }

    private static Label words(String text) {
        Label words = new Label(text);
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        return words;
    }

    /** Stays the same while its download runs, so that its button keeps the focus. */
    private final class RunningRow extends HBox {
        private final ProgressBar bar = new ProgressBar();
        private final Label words = words("");

        RunningRow(String name) {
            getStyleClass().add("download-line");
            bar.getStyleClass().add("download-bar");
            bar.setAccessibleText(name);
            Button button = new Button(stopWord);
            button.getStyleClass().add("small");
            button.setMinWidth(USE_PREF_SIZE);
            button.setAccessibleText(stopWord + " " + name);
            button.setOnAction(_ -> stop.accept(name));
            getChildren().setAll(bar, words, button);
        }

        void show(DownloadLine line) {
            bar.setProgress(line.share());
            words.setText(line.words());
        }
    }
}
