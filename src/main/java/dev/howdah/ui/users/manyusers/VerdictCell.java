package dev.howdah.ui.users.manyusers;

import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.notice.NoticeBox;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** Whether a line of a list can be used, as an icon and a word, in full when pointed at. */
final class VerdictCell extends TableCell<ManyUsersLine, ManyUsersLine> {
    private final Tooltip whole = new Tooltip();

    @Override
    protected void updateItem(@Nullable ManyUsersLine line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        setGraphic(null);
        setTooltip(null);
        if (!empty && line != null) {
            setText(line.verdict());
            setGraphic(NoticeBox.icon(line.isGood() ? Notice.Level.GOOD : Notice.Level.DANGER));
            whole.setText(line.verdict());
            setTooltip(whole);
        }
    }
}
