package dev.howdah.ui.backups.labrestore;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** What is known of a chosen copy that the lab holds, and what can be done with it. */
public final class LabCopyController {
    private final LabRestoreViewModel model;
    private final LabRestores acts;

    @FXML private HBox held;
    @FXML private Label facts;

    public LabCopyController(LabRestoreViewModel model, LabRestores acts) {
        this.model = model;
        this.acts = acts;
    }

    @FXML
    private void initialize() {
        facts.textProperty().bind(model.facts());
        model.facts().subscribe(text -> facts.setTooltip(new Tooltip(text)));
        held.visibleProperty().bind(model.chosen().map(copy -> copy.isPresent()));
        held.managedProperty().bind(held.visibleProperty());
    }

    @FXML
    private void open() {
        acts.open();
    }

    @FXML
    private void remove() {
        acts.remove();
    }
}
