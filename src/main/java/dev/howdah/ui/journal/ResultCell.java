package dev.howdah.ui.journal;

import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** How a change stands: an icon and the word. */
final class ResultCell extends TableCell<JournalLine, JournalLine> {
    private final FontIcon icon = new FontIcon();

    @Override
    protected void updateItem(@Nullable JournalLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setText(null);
            setGraphic(null);
            return;
        }
        icon.setIconLiteral(JournalWords.icon(line.change()));
        icon.getStyleClass().removeAll("success", "warning", "danger", "muted");
        icon.getStyleClass().add(JournalWords.severity(line.change()));
        setText(JournalWords.result(line.change()));
        setGraphic(icon);
    }
}
