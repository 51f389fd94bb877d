package dev.howdah.ui.settings.logs;

import dev.howdah.ui.settings.logs.LogViewModel.Severity;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/** One line of a log; what went wrong stands out. */
final class LogLineCell extends ListCell<String> {
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");

    LogLineCell() {
        getStyleClass().addAll("code-text", "log-line");
    }

    @Override
    protected void updateItem(@Nullable String line, boolean empty) {
        super.updateItem(line, empty);
        String text = empty || line == null ? "" : line;
        setText(text);
        Severity severity = Severity.of(text);
        pseudoClassStateChanged(WARNING, severity == Severity.WARNING);
        pseudoClassStateChanged(ERROR, severity == Severity.ERROR);
    }
}
