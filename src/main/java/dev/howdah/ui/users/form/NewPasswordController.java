package dev.howdah.ui.users.form;

import dev.howdah.core.Texts;
import dev.howdah.ui.Workbench;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;

/** The field of a new password, with its acts: look, copy, another one. */
public final class NewPasswordController {
    private static final Texts TEXTS = Texts.of(NewPasswordController.class);

    private final NewPassword model;
    private final Workbench workbench;

    @FXML private PasswordField masked;
    @FXML private TextField clear;
    @FXML private ToggleButton reveal;
    @FXML private Button copy;
    @FXML private Button regenerate;
    @FXML private Label objection;
    @FXML private Label kept;

    public NewPasswordController(NewPassword model, Workbench workbench) {
        this.model = model;
        this.workbench = workbench;
    }

    @FXML
    private void initialize() {
        masked.textProperty().bindBidirectional(model.text());
        clear.textProperty().bindBidirectional(model.text());
        reveal.selectedProperty().bindBidirectional(model.revealed());
        clear.visibleProperty().bind(model.revealed());
        masked.visibleProperty().bind(model.revealed().not());
        Complaints.show(objection, model.objection());
        model.travels()
                .subscribe(now ->
                        kept.setText(TEXTS.text(now ? "password.travels" : "password.kept")));
        model.maker().subscribe(this::madeBy);
    }

    /** What somebody else makes can be looked at and copied once it is there. */
    private void madeBy(String maker) {
        boolean here = maker.isEmpty();
        masked.setEditable(here);
        clear.setEditable(here);
        Complaints.shown(regenerate, here);
        if (!here) {
            masked.setPromptText(TEXTS.text("password.awaited"));
            clear.setPromptText(masked.getPromptText());
            model.text()
                    .subscribe(text ->
                            kept.setText(
                                    TEXTS.text(
                                            text.isEmpty() ? "password.comes" : "password.came",
                                            maker)));
            copy.disableProperty().bind(model.text().isEmpty());
            reveal.disableProperty().bind(model.text().isEmpty());
        }
    }

    @FXML
    private void copy() {
        workbench.copySecret(TEXTS.text("password.what"), model.secret());
    }

    @FXML
    private void regenerate() {
        model.generate();
    }
}
