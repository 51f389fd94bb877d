package dev.howdah.ui.backups;

import dev.howdah.ui.LiveRow;
import dev.howdah.ui.NoticeBox;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** The state of a backup, with the icon of its judgement. */
final class BackupStateCell extends TableCell<LiveRow<BackupLine>, BackupLine> {
    @Override
    protected void updateItem(@Nullable BackupLine line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        setGraphic(null);
        if (!empty && line != null) {
            setText(line.state());
            setGraphic(NoticeBox.icon(line.level()));
        }
    }
}
