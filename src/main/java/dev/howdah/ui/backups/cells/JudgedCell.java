package dev.howdah.ui.backups.cells;

import dev.howdah.ui.notice.NoticeBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** A judged value with the icon of its judgement; what it rests on is its tooltip. */
final class JudgedCell<R> extends TableCell<R, Judged> {
    @Override
    protected void updateItem(@Nullable Judged judged, boolean empty) {
        super.updateItem(judged, empty);
        setText(null);
        setGraphic(null);
        setTooltip(null);
        if (!empty && judged != null && !judged.value().isEmpty()) {
            setText(judged.value());
            setGraphic(NoticeBox.icon(judged.level()));
            if (!judged.more().isEmpty()) {
                setTooltip(new Tooltip(judged.more()));
            }
        }
    }
}
