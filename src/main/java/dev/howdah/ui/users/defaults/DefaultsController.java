package dev.howdah.ui.users.defaults;

import atlantafx.base.controls.CustomTextField;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.panel.ReadingPane;
import dev.howdah.ui.table.TableExport.Column;
import dev.howdah.ui.table.TableMenu;
import dev.howdah.ui.users.form.Complaints;
import dev.howdah.ui.users.form.FormHead;
import dev.howdah.ui.users.form.RoleForm;
import dev.howdah.ui.users.form.RoleFormController;
import dev.howdah.ui.users.form.WholeTextCell;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The list of all default privileges, over the window, and the way to change them. */
public final class DefaultsController {
    private static final Texts TEXTS = Texts.of(DefaultsController.class);
    private static final PseudoClass BUILT_IN = PseudoClass.getPseudoClass("built-in");

    private final DefaultsViewModel model;
    private final Workbench workbench;
    private final Runnable retry;
    private final Runnable showSql;
    private final Runnable close;

    @FXML private VBox root;
    @FXML private Label heading;
    @FXML private Label target;
    @FXML private ReadingPane pane;
    @FXML private CustomTextField filter;
    @FXML private Label summary;
    @FXML private TableView<DefaultsLine> table;
    @FXML private TableColumn<DefaultsLine, String> owner;
    @FXML private TableColumn<DefaultsLine, String> schema;
    @FXML private TableColumn<DefaultsLine, String> kind;
    @FXML private TableColumn<DefaultsLine, String> grantee;
    @FXML private TableColumn<DefaultsLine, String> privileges;
    @FXML private Label obstacle;
    @FXML private Button revoke;
    @FXML private Button change;
    @FXML private Button add;

    /**
     * @param retry asks the server again
     * @param showSql shows the statement behind the list
     * @param close takes the list off the screen
     */
    DefaultsController(
            DefaultsViewModel model,
            Workbench workbench,
            Runnable retry,
            Runnable showSql,
            Runnable close) {
        this.model = model;
        this.workbench = workbench;
        this.retry = retry;
        this.showSql = showSql;
        this.close = close;
    }

    @FXML
    private void initialize() {
        FormHead.show(root, target, model.target());
        heading.setText(model.title());
        pane.stateProperty().bind(model.state());
        pane.setOnRetry(retry);
        pane.setOnShowSql(showSql);
        filter.textProperty().bindBidirectional(model.filter());
        summary.textProperty().bind(model.summary());
        List<Column<DefaultsLine>> columns =
                List.of(
                        WholeTextCell.show(owner, DefaultsLine::ownerWords),
                        WholeTextCell.show(schema, DefaultsLine::schemaWords),
                        WholeTextCell.show(kind, DefaultsLine::kindWords),
                        WholeTextCell.show(grantee, DefaultsLine::granteeWords),
                        WholeTextCell.show(privileges, DefaultsLine::privilegeWords));
        table.setItems(model.lines());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setRowFactory(_ -> row());
        table.getSelectionModel().selectedItemProperty().subscribe(model.selected()::set);
        TableMenu.on(table, TEXTS.text("defaults.export"), columns, line -> line, workbench);
        Complaints.show(obstacle, model.revokeObstacle());
        revoke.disableProperty().bind(model.revokeObstacle().isNotEmpty());
        change.disableProperty().bind(model.changeObstacle().isNotEmpty());
        add.disableProperty().bind(model.addObstacle().isNotEmpty());
    }

    /** What is built in stands back. */
    private static TableRow<DefaultsLine> row() {
        return new TableRow<>() {
            @Override
            protected void updateItem(@Nullable DefaultsLine line, boolean empty) {
                super.updateItem(line, empty);
                pseudoClassStateChanged(BUILT_IN, line != null && !empty && line.builtIn());
            }
        };
    }

    @FXML
    private void addEntry() {
        open(model.addForm());
    }

    @FXML
    private void changeEntry() {
        open(model.changeForm());
    }

    private void open(Optional<RoleForm> wanted) {
        Consumer<ChangeOutcome> ran = _ -> retry.run();
        wanted.ifPresent(form ->
                workbench.open(closeForm ->
                        FxmlViews.load(new RoleFormController(form, workbench, ran, closeForm))));
    }

    @FXML
    private void revokeEntry() {
        try {
            Change change = model.revokeSelected();
            workbench.confirm(change, _ -> retry.run());
        } catch (ProblemException e) {
            workbench.say(e.problem());
        }
    }

    @FXML
    private void close() {
        close.run();
    }
}
