package dev.howdah.ui.overview.connection;

import dev.howdah.core.Texts;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.overview.connection.ConnectionViewModel.ConnectionLine;
import dev.howdah.ui.panel.PanelState;
import dev.howdah.ui.panel.ReadingPane;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The card with everything one needs to connect; each line can be copied. */
public final class ConnectionController {
    private static final Texts TEXTS = Texts.of(ConnectionController.class);

    private final ConnectionViewModel model;
    private final Workbench workbench;

    @FXML private ReadingPane pane;
    @FXML private GridPane lines;
    @FXML private Label encryption;
    @FXML private VBox standbysBox;
    @FXML private GridPane standbys;

    public ConnectionController(ConnectionViewModel model, Workbench workbench) {
        this.model = model;
        this.workbench = workbench;
    }

    @FXML
    private void initialize() {
        pane.stateProperty().set(PanelState.always());
        fill(lines, model.lines());
        encryption.textProperty().bind(model.encryption());
        model.standbys().addListener((ListChangeListener<ConnectionLine>) _ -> showStandbys());
        showStandbys();
    }

    private void showStandbys() {
        fill(standbys, model.standbys());
        standbysBox.setVisible(!model.standbys().isEmpty());
        standbysBox.setManaged(standbysBox.isVisible());
    }

    private void fill(GridPane grid, List<ConnectionLine> shown) {
        grid.getChildren().clear();
        for (ConnectionLine line : shown) {
            Label name = new Label(line.name());
            name.getStyleClass().add("text-muted");
            name.setMinWidth(Label.USE_PREF_SIZE);
            Label value = new Label(line.shown());
            value.getStyleClass().add("code-text");
            value.setTooltip(new Tooltip(line.copied()));
            grid.addRow(grid.getRowCount(), name, value, copyButton(line));
        }
    }

    private Node copyButton(ConnectionLine line) {
        Button copy = new Button("", new FontIcon("fth-copy"));
        String what = TEXTS.text("connection.copy", line.name());
        copy.getStyleClass().addAll("flat", "button-icon", "small", "copy-button");
        copy.setTooltip(new Tooltip(what));
        copy.setAccessibleText(what);
        copy.setOnAction(_ -> workbench.copy(line.name(), line.copied()));
        return copy;
    }
}
