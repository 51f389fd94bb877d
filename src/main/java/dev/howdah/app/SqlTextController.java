package dev.howdah.app;

import dev.howdah.ui.Lines;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;

/** Shows the exact statement a panel sends. */
public final class SqlTextController {
    private final String heading;
    private final String text;
    private final Runnable copyText;
    private final Runnable closeDialog;

    @FXML private Label title;
    @FXML private TextArea sql;

    SqlTextController(String heading, String text, Runnable copyText, Runnable closeDialog) {
        this.heading = heading;
        this.text = text;
        this.copyText = copyText;
        this.closeDialog = closeDialog;
    }

    @FXML
    private void initialize() {
        title.setText(heading);
        sql.setText(text);
        sql.setPrefRowCount(Lines.rowsInDialog(text));
    }

    @FXML
    private void copy() {
        copyText.run();
    }

    @FXML
    private void close() {
        closeDialog.run();
    }
}
