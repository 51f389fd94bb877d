package dev.howdah.ui.settings.parameters;

import dev.howdah.core.Texts;
import dev.howdah.ui.Lines;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.table.TableExport.Column;
import dev.howdah.ui.table.TableMenu;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** What two servers have set differently. */
public final class ParameterComparisonController {
    private static final Texts TEXTS = Texts.of(ParameterComparisonController.class);

    private final String hereName;
    private final String thereName;
    private final List<ParameterDifference> differences;
    private final boolean someHidden;
    private final Workbench workbench;
    private final Runnable close;

    @FXML private Label heading;
    @FXML private Label summary;
    @FXML private TableView<ParameterDifference> table;
    @FXML private TableColumn<ParameterDifference, String> name;
    @FXML private TableColumn<ParameterDifference, String> here;
    @FXML private TableColumn<ParameterDifference, String> there;

    /**
     * @param someHidden whether one of the roles may not see all parameters
     */
    ParameterComparisonController(
            String hereName,
            String thereName,
            List<ParameterDifference> differences,
            boolean someHidden,
            Workbench workbench,
            Runnable close) {
        this.hereName = hereName;
        this.thereName = thereName;
        this.differences = differences;
        this.someHidden = someHidden;
        this.workbench = workbench;
        this.close = close;
    }

    @FXML
    private void initialize() {
        table.accessibleTextProperty().bind(heading.textProperty());
        heading.setText(TEXTS.text("compare.title", hereName, thereName));
        String count = TEXTS.text("compare.summary", differences.size());
        summary.setText(someHidden ? count + " " + TEXTS.text("compare.hidden") : count);
        here.setText(hereName);
        there.setText(thereName);
        column(name, ParameterDifference::name);
        column(here, ParameterComparisonController::here);
        column(there, ParameterComparisonController::there);
        table.setItems(FXCollections.observableArrayList(differences));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        TableMenu.on(
                table,
                TEXTS.text("compare.export"),
                List.of(
                        new Column<>("name", name.getText(), ParameterDifference::name),
                        new Column<>("here", hereName, ParameterComparisonController::here),
                        new Column<>("there", thereName, ParameterComparisonController::there)),
                difference -> difference,
                workbench);
    }

    private static String here(ParameterDifference difference) {
        return difference.here().orElse("–");
    }

    private static String there(ParameterDifference difference) {
        return difference.there().orElse("–");
    }

    private static void column(
            TableColumn<ParameterDifference, String> column,
            Function<ParameterDifference, String> text) {
        column.setCellValueFactory(cell ->
                new SimpleStringProperty(Lines.one(text.apply(cell.getValue()), Lines.MAX_LINE)));
    }

    @FXML
    private void close() {
        close.run();
    }
}
