package dev.howdah.ui.overview.nodes;

import dev.howdah.ui.overview.nodes.NodesViewModel.Condition;
import dev.howdah.ui.overview.nodes.NodesViewModel.Nodes;
import dev.howdah.ui.overview.nodes.NodesViewModel.Slot;
import dev.howdah.ui.overview.panel.PanelActs;
import dev.howdah.ui.panel.ReadingPane;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;

/** The nodes as a picture, the slots as a list under it. */
public final class NodesController {
    /** A server has a handful; a leak of hundreds is the business of a finding. */
    private static final int MOST_SLOTS = 12;

    private final NodesViewModel model;
    private final PanelActs acts;
    private final NodesPicture drawing = new NodesPicture();

    @FXML private ReadingPane pane;
    @FXML private StackPane picture;
    @FXML private Label sentence;
    @FXML private GridPane slots;

    public NodesController(NodesViewModel model, PanelActs acts) {
        this.model = model;
        this.acts = acts;
    }

    @FXML
    private void initialize() {
        acts.offer(pane);
        pane.stateProperty().bind(model.state());
        picture.getChildren().add(drawing);
        model.nodes().subscribe(this::show);
    }

    private void show(Nodes nodes) {
        drawing.show(nodes);
        sentence.setText(nodes.sentence());
        sentence.setVisible(!nodes.sentence().isEmpty());
        sentence.setManaged(sentence.isVisible());
        List<Slot> shown = nodes.slots().stream().limit(MOST_SLOTS).toList();
        slots.getChildren().clear();
        for (Slot slot : shown) {
            Label name = new Label(slot.name(), new FontIcon("fth-bookmark"));
            name.getGraphic()
                    .getStyleClass()
                    .add(slot.condition() == Condition.GOOD ? "muted" : "warning");
            name.setMinWidth(Label.USE_PREF_SIZE);
            Label text = new Label(slot.text());
            text.setTooltip(new Tooltip(slot.text()));
            text.getStyleClass().add("text-muted");
            slots.addRow(slots.getRowCount(), name, text);
        }
        slots.setVisible(!shown.isEmpty());
        slots.setManaged(slots.isVisible());
    }
}
