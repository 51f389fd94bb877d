package dev.howdah.ui.notice;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** Remarks under one another, each with the icon of its level. Takes no room without any. */
public final class NoticeBox extends VBox {
    private List<Notice> shown = List.of();

    public NoticeBox() {
        getStyleClass().add("notice-box");
        setVisible(false);
        setManaged(false);
    }

    /** Shows these remarks instead of the former ones. */
    public void show(List<Notice> notices) {
        if (notices.equals(shown)) {
            return;
        }
        shown = List.copyOf(notices);
        getChildren().setAll(notices.stream().map(NoticeBox::line).toList());
        setVisible(!notices.isEmpty());
        setManaged(!notices.isEmpty());
    }

    private static HBox line(Notice notice) {
        VBox words = new VBox(label(notice.sentence(), "notice-sentence"));
        if (!notice.advice().isEmpty()) {
            words.getChildren().add(label(notice.advice(), "text-muted"));
        }
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox line = new HBox(icon(notice.level()), words);
        line.getStyleClass().add("notice-line");
        return line;
    }

    /** The icon of a level, coloured. */
    public static FontIcon icon(Notice.Level level) {
        FontIcon icon =
                new FontIcon(
                        switch (level) {
                            case GOOD -> "fth-check-circle";
                            case INFO -> "fth-info";
                            case WARNING -> "fth-alert-triangle";
                            case DANGER -> "fth-alert-octagon";
                        });
        icon.getStyleClass()
                .add(
                        switch (level) {
                            case GOOD -> "success";
                            case INFO -> "muted";
                            case WARNING -> "warning";
                            case DANGER -> "danger";
                        });
        return icon;
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
