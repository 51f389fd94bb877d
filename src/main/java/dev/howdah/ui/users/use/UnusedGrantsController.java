package dev.howdah.ui.users.use;

import dev.howdah.core.Texts;
import dev.howdah.ui.Names;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.notice.NoticeBox;
import dev.howdah.ui.table.TableMenu;
import dev.howdah.ui.users.form.WholeTextCell;
import dev.howdah.ui.users.use.UnusedGrants.Line;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** A form that lists what was granted to roles that nobody has worked as. */
public final class UnusedGrantsController {
    private static final Texts TEXTS = Texts.of(UnusedGrantsController.class);

    private final UnusedGrants grants;
    private final Workbench workbench;
    private final Runnable close;

    @FXML private Label title;
    @FXML private Label summary;
    @FXML private NoticeBox notices;
    @FXML private TableView<Line> table;
    @FXML private TableColumn<Line, String> role;
    @FXML private TableColumn<Line, String> on;
    @FXML private TableColumn<Line, String> privileges;

    /**
     * @param close takes the form off the screen
     */
    UnusedGrantsController(UnusedGrants grants, Workbench workbench, Runnable close) {
        this.grants = grants;
        this.workbench = workbench;
        this.close = close;
    }

    @FXML
    private void initialize() {
        table.accessibleTextProperty().bind(title.textProperty());
        title.setText(TEXTS.text("unusedGrants.title", Names.visible(grants.database())));
        long roles = grants.rows().stream().map(Line::role).distinct().count();
        summary.setText(TEXTS.text("unusedGrants.summary", grants.rows().size(), roles));
        notices.show(grants.notices());
        table.getItems().setAll(grants.rows());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableMenu.on(
                table,
                TEXTS.text("unusedGrants.export"),
                List.of(
                        WholeTextCell.show(role, Line::role),
                        WholeTextCell.show(on, Line::on),
                        WholeTextCell.show(privileges, Line::privileges)),
                line -> line,
                workbench);
    }

    @FXML
    private void close() {
        close.run();
    }
}
