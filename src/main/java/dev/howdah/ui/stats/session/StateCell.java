package dev.howdah.ui.stats.session;

import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.ui.table.LiveRow;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a session does: an icon and the word. */
public final class StateCell extends TableCell<LiveRow<SessionRow>, SessionRow> {
    private final FontIcon icon = new FontIcon();

    public StateCell() {
        icon.getStyleClass().add("concern-icon");
    }

    @Override
    protected void updateItem(@Nullable SessionRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setText(null);
            setGraphic(null);
            return;
        }
        icon.setIconLiteral(SessionWords.icon(row));
        ConcernStyle.apply(icon, Concern.about(row));
        setText(SessionWords.state(row));
        setGraphic(icon);
    }
}
