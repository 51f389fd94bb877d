package dev.howdah.ui.backups;

import dev.howdah.ui.backups.cells.Judged;
import dev.howdah.ui.notice.NoticeBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A judged number at the head of the page, what it is above it. */
public final class JudgedTile extends VBox {
    private final Label title = new Label();
    private final HBox line = new HBox(new FontIcon("fth-info"));
    private final Label value = new Label();
    private final Tooltip more = new Tooltip();

    public JudgedTile() {
        getStyleClass().add("judged-tile");
        title.getStyleClass().addAll("caption", "text-muted");
        value.getStyleClass().add("section-title");
        line.getStyleClass().add("judged-line");
        line.getChildren().add(value);
        getChildren().addAll(title, line);
        more.setWrapText(true);
        more.setMaxWidth(400);
        Tooltip.install(this, more);
    }

    public String getTitle() {
        return title.getText();
    }

    public void setTitle(String text) {
        title.setText(text);
    }

    void show(Judged judged) {
        line.getChildren().set(0, NoticeBox.icon(judged.level()));
        value.setText(judged.value());
        more.setText(judged.more());
        setAccessibleText(title.getText() + ": " + judged.value() + ". " + judged.more());
    }
}
