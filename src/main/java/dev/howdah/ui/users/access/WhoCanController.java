package dev.howdah.ui.users.access;

import dev.howdah.core.Texts;
import dev.howdah.ui.Names;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.table.TableExport;
import dev.howdah.ui.table.TableMenu;
import dev.howdah.ui.users.form.WholeTextCell;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** A form that lists everybody who may do something with one object, and by which way. */
public final class WhoCanController {
    private static final Texts TEXTS = Texts.of(WhoCanController.class);

    private final String object;
    private final List<WhoCanRow> rows;
    private final Workbench workbench;
    private final Runnable close;

    @FXML private Label title;
    @FXML private Label summary;
    @FXML private TableView<WhoCanRow> table;
    @FXML private TableColumn<WhoCanRow, String> role;
    @FXML private TableColumn<WhoCanRow, String> privileges;
    @FXML private TableColumn<WhoCanRow, String> way;

    /**
     * @param object in words
     * @param close takes the form off the screen
     */
    WhoCanController(String object, List<WhoCanRow> rows, Workbench workbench, Runnable close) {
        this.object = object;
        this.rows = rows;
        this.workbench = workbench;
        this.close = close;
    }

    @FXML
    private void initialize() {
        table.accessibleTextProperty().bind(title.textProperty());
        title.setText(TEXTS.text("whoCan.title", object));
        long now =
                rows.stream()
                        .filter(row -> !row.afterSetRole())
                        .map(WhoCanRow::role)
                        .distinct()
                        .count();
        summary.setText(TEXTS.text("whoCan.summary", now));
        List<TableExport.Column<WhoCanRow>> columns =
                List.of(
                        WholeTextCell.show(role, row -> Names.visible(row.role())),
                        WholeTextCell.show(privileges, WhoCanRow::privileges),
                        WholeTextCell.show(way, WhoCanRow::way));
        table.getItems().setAll(rows);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableMenu.on(table, TEXTS.text("whoCan.export"), columns, row -> row, workbench);
    }

    @FXML
    private void close() {
        close.run();
    }
}
