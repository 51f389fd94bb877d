package dev.howdah.ui.stats.locks;

import dev.howdah.core.Texts;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.panel.ReadingPane;
import dev.howdah.ui.stats.session.DetailSplit;
import dev.howdah.ui.stats.session.SessionActsController;
import dev.howdah.ui.stats.session.SessionDetailViewModel;
import dev.howdah.ui.stats.session.TableSelection;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.SteadyRows;
import dev.howdah.ui.table.TableMenu;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/** The queues for locks, and the session that is looked at. */
public final class LocksController {
    private static final Texts TEXTS = Texts.of(LocksController.class);

    /** Below this width the detail alone shows the statement. */
    private static final double NARROW = 860;

    private final LocksViewModel model;
    private final SessionDetailViewModel detail;
    private final SessionActsController acts;
    private final Workbench workbench;
    private final Runnable retry;
    private final Runnable showSql;

    @FXML private ReadingPane pane;
    @FXML private SplitPane split;
    @FXML private Region detailBox;
    @FXML private TableView<LiveRow<LockLine>> queues;
    @FXML private TableColumn<LiveRow<LockLine>, LockLine> session;
    @FXML private TableColumn<LiveRow<LockLine>, LockLine> state;
    @FXML private TableColumn<LiveRow<LockLine>, LockLine> age;
    @FXML private TableColumn<LiveRow<LockLine>, LockLine> behind;
    @FXML private TableColumn<LiveRow<LockLine>, LockLine> wants;
    @FXML private TableColumn<LiveRow<LockLine>, LockLine> statement;
    @FXML private Label summary;
    @FXML private Label obstacle;

    LocksController(
            LocksViewModel model,
            SessionDetailViewModel detail,
            SessionActsController acts,
            Workbench workbench,
            Runnable retry,
            Runnable showSql) {
        this.model = model;
        this.detail = detail;
        this.acts = acts;
        this.workbench = workbench;
        this.retry = retry;
        this.showSql = showSql;
    }

    @FXML
    private void initialize() {
        pane.stateProperty().bind(model.state());
        pane.setOnRetry(retry);
        pane.setOnShowSql(showSql);
        summary.textProperty().bind(model.summary());
        obstacle.textProperty().bind(acts.obstacle());
        obstacle.managedProperty().bind(obstacle.textProperty().isNotEmpty());
        LockCells.tree(session);
        LockCells.state(state);
        LockCells.age(age);
        LockCells.words(behind, LockWords::behind);
        LockCells.words(wants, LockWords::wants);
        LockCells.words(statement, LockWords::statement);
        statement.visibleProperty().bind(queues.widthProperty().greaterThan(NARROW));
        queues.setItems(new SteadyRows<>(model.lines()));
        queues.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableSelection.tie(queues, model.selection());
        model.selection()
                .onChange(() -> {
                    detail.look(model.chosenSessions(), model.sessions());
                    acts.refresh();
                });
        TableMenu.on(
                queues, TEXTS.text("locks.export"), LockExport.COLUMNS, LiveRow::get, workbench);
        queues.addEventHandler(KeyEvent.KEY_PRESSED, acts::keyPressed);
        DetailSplit.tie(
                split,
                detailBox,
                detail.session(),
                () -> queues.getSelectionModel().clearSelection());
    }

    /** Chooses a session of the table; nothing happens when it isn't there. */
    void goToPid(int wanted) {
        for (LiveRow<LockLine> line : model.lines()) {
            if (line.get().pid() == wanted) {
                queues.getSelectionModel().clearSelection();
                queues.getSelectionModel().select(line);
                queues.scrollTo(line);
                return;
            }
        }
    }
}
