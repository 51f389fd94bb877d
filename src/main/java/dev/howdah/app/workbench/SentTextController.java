package dev.howdah.app.workbench;

import dev.howdah.ui.Lines;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;

/** Shows exactly what a panel sends: statements, requests or both. */
public final class SentTextController {
    private final String heading;
    private final String about;
    private final String text;
    private final Runnable copyText;
    private final Runnable closeDialog;

    @FXML private Label title;
    @FXML private Label hint;
    @FXML private TextArea sql;

    SentTextController(
            String heading, String about, String text, Runnable copyText, Runnable closeDialog) {
        this.heading = heading;
        this.about = about;
        this.text = text;
        this.copyText = copyText;
        this.closeDialog = closeDialog;
    }

    @FXML
    private void initialize() {
        sql.accessibleTextProperty().bind(title.textProperty());
        title.setText(heading);
        hint.setText(about);
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
