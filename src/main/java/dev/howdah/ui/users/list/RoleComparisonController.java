package dev.howdah.ui.users.list;

import dev.howdah.core.Texts;
import dev.howdah.ui.Names;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.table.TableExport;
import dev.howdah.ui.table.TableMenu;
import dev.howdah.ui.users.form.WholeTextCell;
import dev.howdah.ui.users.list.RoleComparison.Difference;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** Two roles side by side, as far as they differ. */
final class RoleComparisonController {
    private static final Texts TEXTS = Texts.of(RoleComparisonController.class);

    private final RoleComparison model;
    private final Workbench workbench;
    private final Runnable close;

    @FXML private Label heading;
    @FXML private Label summary;
    @FXML private TableView<Difference> differences;
    @FXML private TableColumn<Difference, String> what;
    @FXML private TableColumn<Difference, String> one;
    @FXML private TableColumn<Difference, String> other;

    /**
     * @param close takes the comparison off the screen
     */
    RoleComparisonController(RoleComparison model, Workbench workbench, Runnable close) {
        this.model = model;
        this.workbench = workbench;
        this.close = close;
    }

    @FXML
    private void initialize() {
        differences.accessibleTextProperty().bind(heading.textProperty());
        String first = Names.visible(model.one());
        String second = Names.visible(model.other());
        heading.setText(TEXTS.text("compare.heading", first, second));
        summary.setText(TEXTS.text("compare.summary", model.differences().size(), model.alike()));
        one.setText(first);
        other.setText(second);
        List<TableExport.Column<Difference>> columns =
                List.of(
                        WholeTextCell.show(what, Difference::what),
                        WholeTextCell.show(one, Difference::one),
                        WholeTextCell.show(other, Difference::other));
        differences.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        differences.getItems().setAll(model.differences());
        TableMenu.on(
                differences,
                TEXTS.text("compare.export"),
                columns,
                difference -> difference,
                workbench);
    }

    @FXML
    private void close() {
        close.run();
    }
}
