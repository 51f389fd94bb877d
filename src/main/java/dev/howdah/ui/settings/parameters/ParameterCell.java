package dev.howdah.ui.settings.parameters;

import dev.howdah.pg.settings.SettingsSnapshot.Setting;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.notice.NoticeBox;
import dev.howdah.ui.table.LiveRow;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/**
 * One text about a parameter. What was changed standsOut out, what waits for a restart is marked.
 */
final class ParameterCell extends TableCell<LiveRow<Setting>, Setting> {
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private final Function<Setting, String> text;
    private final boolean isValue;

    private ParameterCell(Function<Setting, String> text, boolean isValue) {
        this.text = text;
        this.isValue = isValue;
        getStyleClass().add("parameter-cell");
    }

    static ParameterCell of(Function<Setting, String> text) {
        return new ParameterCell(text, false);
    }

    /** The cell of the value itself. */
    static ParameterCell value() {
        return new ParameterCell(setting -> ParameterWords.value(setting.value()), true);
    }

    @Override
    protected void updateItem(@Nullable Setting setting, boolean empty) {
        super.updateItem(setting, empty);
        setText(null);
        setGraphic(null);
        boolean standsOut = false;
        if (!empty && setting != null) {
            setText(text.apply(setting));
            standsOut = isValue && setting.isChanged();
            if (isValue && setting.pendingRestart()) {
                setGraphic(NoticeBox.icon(Notice.Level.WARNING));
            }
        }
        pseudoClassStateChanged(CHANGED, standsOut);
    }
}
