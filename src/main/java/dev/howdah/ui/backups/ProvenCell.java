package dev.howdah.ui.backups;

import dev.howdah.ui.LiveRow;
import dev.howdah.ui.NoticeBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** What is proven about a backup, with the icon of its judgement and the sentences behind it. */
final class ProvenCell extends TableCell<LiveRow<BackupLine>, Proven> {
    @Override
    protected void updateItem(@Nullable Proven proven, boolean empty) {
        super.updateItem(proven, empty);
        setText(null);
        setGraphic(null);
        setTooltip(null);
        if (!empty && proven != null && !proven.words().isEmpty()) {
            setText(proven.words());
            setGraphic(NoticeBox.icon(proven.level()));
            setTooltip(new Tooltip(proven.more()));
        }
    }
}
