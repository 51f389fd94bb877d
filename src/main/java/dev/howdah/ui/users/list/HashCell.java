package dev.howdah.ui.users.list;

import dev.howdah.core.Texts;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.notice.NoticeBox;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.users.list.RoleLine.Entry;
import dev.howdah.ui.users.role.RoleWords;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** How a login's password is kept; with an icon when that is weak. */
public final class HashCell extends TableCell<LiveRow<RoleLine>, RoleLine> {
    private static final Texts TEXTS = Texts.of(HashCell.class);

    private final Tooltip why = new Tooltip();

    @Override
    protected void updateItem(@Nullable RoleLine line, boolean empty) {
        super.updateItem(line, empty);
        setText(null);
        setGraphic(null);
        setTooltip(null);
        if (!empty && line instanceof Entry entry && entry.role().attributes().login()) {
            setText(RoleWords.hash(entry.role().hash()));
            if (RoleFilter.isWeak(entry.role())) {
                setGraphic(NoticeBox.icon(Notice.Level.WARNING));
            }
            why.setText(TEXTS.text("hash.tip." + entry.role().hash()));
            setTooltip(why);
        }
    }
}
