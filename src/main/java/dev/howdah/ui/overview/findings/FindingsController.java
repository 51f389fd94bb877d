package dev.howdah.ui.overview.findings;

import dev.howdah.core.Texts;
import dev.howdah.health.Finding.Severity;
import dev.howdah.ui.EqualColumns;
import dev.howdah.ui.overview.panel.PanelActs;
import dev.howdah.ui.overview.panel.SeveritySign;
import dev.howdah.ui.panel.ReadingPane;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The list of findings. Its rows stay while what they say changes. */
public final class FindingsController {
    private static final Texts TEXTS = Texts.of(FindingsController.class);

    private final FindingsViewModel model;
    private final PanelActs acts;
    private final Consumer<FindingLine> follow;
    private final Map<String, FindingRow> rows = new HashMap<>();

    @FXML private ReadingPane pane;
    @FXML private FontIcon verdict;
    @FXML private Label summary;
    @FXML private VBox needing;
    @FXML private ToggleButton unknownToggle;
    @FXML private VBox unknown;
    @FXML private ToggleButton fineToggle;
    @FXML private EqualColumns fine;

    public FindingsController(
            FindingsViewModel model, PanelActs acts, Consumer<FindingLine> follow) {
        this.model = model;
        this.acts = acts;
        this.follow = follow;
    }

    @FXML
    private void initialize() {
        pane.titleProperty().bind(model.headline());
        pane.stateProperty().bind(model.state());
        acts.offer(pane);
        summary.textProperty().bind(model.summary());
        model.worst()
                .subscribe(worst -> {
                    verdict.setIconLiteral(SeveritySign.icon(worst));
                    verdict.getStyleClass().setAll("ikonli-font-icon", SeveritySign.colour(worst));
                });
        unknownToggle.textProperty().bind(model.unknownTitle());
        fineToggle.textProperty().bind(model.fineTitle());
        fold(unknownToggle, unknown, Severity.UNKNOWN);
        fold(fineToggle, fine, Severity.OK);
        model.needing().addListener((ListChangeListener<FindingLine>) _ -> showRows());
        model.unknown().addListener((ListChangeListener<FindingLine>) _ -> showRows());
        model.fine().addListener((ListChangeListener<FindingLine>) _ -> showFine());
        showRows();
        showFine();
    }

    private static void fold(ToggleButton toggle, Node folded, Severity severity) {
        FontIcon icon = new FontIcon(SeveritySign.icon(severity));
        icon.getStyleClass().add(SeveritySign.colour(severity));
        FontIcon arrow = new FontIcon();
        arrow.getStyleClass().add("muted");
        toggle.setGraphic(new HBox(arrow, icon));
        toggle.getGraphic().getStyleClass().add("finding-fold-icons");
        toggle.selectedProperty()
                .subscribe(open ->
                        arrow.setIconLiteral(open ? "fth-chevron-down" : "fth-chevron-right"));
        folded.visibleProperty().bind(toggle.selectedProperty());
        folded.managedProperty().bind(folded.visibleProperty());
    }

    private void showRows() {
        needing.getChildren().setAll(rowsOf(model.needing()));
        unknown.getChildren().setAll(rowsOf(model.unknown()));
        hideWhenEmpty(needing, model.needing());
        hideWhenEmpty(unknownToggle, model.unknown());
        List<String> present = new ArrayList<>();
        model.needing().forEach(line -> present.add(line.rule()));
        model.unknown().forEach(line -> present.add(line.rule()));
        rows.keySet().retainAll(present);
    }

    private List<Node> rowsOf(List<FindingLine> lines) {
        List<Node> nodes = new ArrayList<>();
        for (FindingLine line : lines) {
            FindingRow row = rows.get(line.rule());
            if (row == null) {
                row = new FindingRow(line, follow, TEXTS.text("findings.more"));
                rows.put(line.rule(), row);
            } else {
                row.show(line, follow);
            }
            nodes.add(row);
        }
        return nodes;
    }

    private void showFine() {
        fine.getChildren().setAll(model.fine().stream().map(FindingsController::fineLine).toList());
        hideWhenEmpty(fineToggle, model.fine());
    }

    private static Label fineLine(FindingLine line) {
        Label label = new Label(line.sentence(), new FontIcon(SeveritySign.icon(line.severity())));
        label.getGraphic().getStyleClass().add(SeveritySign.colour(line.severity()));
        label.getStyleClass().addAll("text-muted", "finding-fine");
        label.setWrapText(true);
        return label;
    }

    private static void hideWhenEmpty(Node node, List<?> lines) {
        node.setVisible(!lines.isEmpty());
        node.setManaged(node.isVisible());
    }
}
