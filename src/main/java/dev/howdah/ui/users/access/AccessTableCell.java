package dev.howdah.ui.users.access;

import dev.howdah.ui.users.access.AccessCell.Mark;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeTableCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Shows a privilege by icon and number, and by a sentence when it is pointed at. */
final class AccessTableCell extends TreeTableCell<AccessLine, AccessCell> {
    private static final Map<Mark, String> ICONS =
            new EnumMap<>(
                    Map.of(
                            Mark.ALL, "fth-check",
                            Mark.COLUMNS, "fth-columns",
                            Mark.AFTER_SET_ROLE, "fth-log-in",
                            Mark.UNREACHABLE, "fth-slash",
                            Mark.GAP, "fth-alert-triangle"));
    private static final Map<Mark, String> STYLES =
            new EnumMap<>(
                    Map.of(
                            Mark.ALL, "success",
                            Mark.COLUMNS, "muted",
                            Mark.AFTER_SET_ROLE, "muted",
                            Mark.UNREACHABLE, "muted",
                            Mark.GAP, "warning"));

    private final FontIcon icon = new FontIcon("fth-check");
    private final Tooltip tooltip = new Tooltip();

    AccessTableCell() {
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(400);
    }

    @Override
    protected void updateItem(@Nullable AccessCell cell, boolean empty) {
        super.updateItem(cell, empty);
        if (empty || cell == null) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        setText(cell.text());
        String literal = ICONS.get(cell.mark());
        if (literal == null) {
            setGraphic(null);
        } else {
            icon.setIconLiteral(literal);
            icon.getStyleClass().setAll("ikonli-font-icon", STYLES.get(cell.mark()));
            setGraphic(icon);
        }
        tooltip.setText(cell.meaning());
        setTooltip(tooltip);
        setAccessibleText(cell.meaning());
    }
}
