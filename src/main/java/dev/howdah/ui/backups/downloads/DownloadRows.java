package dev.howdah.ui.backups.downloads;

import dev.howdah.core.Texts;
import dev.howdah.ui.notice.NoticeBox;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Draws downloads under one another; a running one has a bar and can be stopped. */
public final class DownloadRows {
    private static final Texts TEXTS = Texts.of(DownloadRows.class);

    private final VBox box;
    private final Downloads downloads;

    public DownloadRows(VBox box, Downloads downloads) {
        this.box = box;
        this.downloads = downloads;
        downloads.lines().addListener((ListChangeListener<DownloadLine>) _ -> show());
        show();
    }

    private void show() {
        box.getChildren().setAll(downloads.lines().stream().map(this::row).toList());
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
        Button stop = new Button(TEXTS.text("download.stop"));
        stop.getStyleClass().add("small");
        stop.setMinWidth(Region.USE_PREF_SIZE);
        stop.setOnAction(_ -> downloads.stop(line.name()));
        row.getChildren().setAll(bar, words, stop);
        return row;
    }
}
