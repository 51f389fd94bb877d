package dev.howdah.ui.users;

import dev.howdah.core.Texts;
import dev.howdah.ui.Names;
import dev.howdah.ui.TableExport;
import dev.howdah.ui.TableMenu;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.users.RoleComparison.Difference;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
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
        String first = Names.visible(model.one());
        String second = Names.visible(model.other());
        heading.setText(TEXTS.text("compare.heading", first, second));
        summary.setText(TEXTS.text("compare.summary", model.differences().size(), model.alike()));
        one.setText(first);
        other.setText(second);
        show(what, Difference::what);
        show(one, Difference::one);
        show(other, Difference::other);
        differences.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        differences.getItems().setAll(model.differences());
        TableMenu.on(
                differences,
                TEXTS.text("compare.export"),
                List.of(
                        new TableExport.Column<>("what", what.getText(), Difference::what),
                        new TableExport.Column<>("one", first, Difference::one),
                        new TableExport.Column<>("other", second, Difference::other)),
                difference -> difference,
                workbench);
    }

    private static void show(
            TableColumn<Difference, String> column, Function<Difference, String> text) {
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
    }

    @FXML
    private void close() {
        close.run();
    }
}
