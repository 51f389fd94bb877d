package dev.howdah.ui.panel;

import dev.howdah.ui.notice.NoticeBox;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
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
        box.getChildren().setAll(lines.stream().map(this::row).toList());
        box.setVisible(!box.getChildren().isEmpty());
        box.setManaged(box.isVisible());
    }

    private HBox row(DownloadLine line) {
        Label words = new Label(line.words());
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox();
        row.getStyleClass().add("download-line");
        if (!line.running()) {
            row.getChildren().setAll(NoticeBox.icon(line.level()), words);
            return row;
        }
        ProgressBar bar = new ProgressBar(line.share());
        bar.getStyleClass().add("download-bar");
        Button button = new Button(stopWord);
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(_ -> stop.accept(line.name()));
        row.getChildren().setAll(bar, words, button);
        return row;
    }
}
