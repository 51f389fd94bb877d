package dev.howdah.ui.users.access;

import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;
import org.jspecify.annotations.Nullable;

/** Names a line of the access table, whole in its tooltip where the column cuts it. */
final class AccessLabelCell extends TreeTableCell<AccessLine, String> {
    private final Tooltip whole = new Tooltip();

    @Override
    protected void updateItem(@Nullable String label, boolean empty) {
        super.updateItem(label, empty);
        setText(empty ? null : label);
        whole.setText(label);
        setTooltip(empty ? null : whole);
    }
}
