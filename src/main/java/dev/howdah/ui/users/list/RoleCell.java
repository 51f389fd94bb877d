package dev.howdah.ui.users.list;

import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.users.list.RoleLine.Entry;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A cell with one text about a role; empty in a heading. */
public final class RoleCell extends TableCell<LiveRow<RoleLine>, RoleLine> {
    private final Function<Entry, String> text;

    public RoleCell(Pos alignment, Function<Entry, String> text) {
        this.text = text;
        setAlignment(alignment);
    }

    @Override
    protected void updateItem(@Nullable RoleLine line, boolean empty) {
        super.updateItem(line, empty);
        setText(line instanceof Entry entry && !empty ? text.apply(entry) : null);
    }
}
