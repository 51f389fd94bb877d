package dev.howdah.ui.stats.hosted;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.ui.EnvironmentStyle;
import dev.howdah.ui.Names;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.panel.ReadingPane;
import dev.howdah.ui.stats.hosted.HostedActivityViewModel.Acts;
import dev.howdah.ui.stats.session.TableSelection;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.SteadyRows;
import dev.howdah.ui.table.TableExport.Column;
import dev.howdah.ui.table.TableMenu;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The sessions that a provider tells of, over the window, and the means to end one. */
public final class HostedActivityController {
    private static final Texts TEXTS = Texts.of(HostedActivityController.class);

    private final HostedActivityViewModel model;
    private final Workbench workbench;
    private final Runnable askAgain;
    private final Runnable showRequest;
    private final Runnable close;

    @FXML private VBox root;
    @FXML private Label heading;
    @FXML private Label server;
    @FXML private ReadingPane pane;
    @FXML private TableView<LiveRow<HostedSession>> sessions;
    @FXML private TableColumn<LiveRow<HostedSession>, HostedSession> pid;
    @FXML private TableColumn<LiveRow<HostedSession>, HostedSession> state;
    @FXML private TableColumn<LiveRow<HostedSession>, HostedSession> began;
    @FXML private TableColumn<LiveRow<HostedSession>, HostedSession> user;
    @FXML private TableColumn<LiveRow<HostedSession>, HostedSession> query;
    @FXML private Label summary;
    @FXML private Label obstacle;
    @FXML private Button cancel;
    @FXML private Button terminate;

    /**
     * @param close takes the sessions off the screen
     */
    HostedActivityController(
            HostedActivityViewModel model,
            Workbench workbench,
            Runnable askAgain,
            Runnable showRequest,
            Runnable close) {
        this.model = model;
        this.workbench = workbench;
        this.askAgain = askAgain;
        this.showRequest = showRequest;
        this.close = close;
    }

    @FXML
    private void initialize() {
        root.getStyleClass().add(EnvironmentStyle.of(model.target().environment()));
        heading.setText(TEXTS.text("hosted.title", model.provider()));
        server.setText(
                TEXTS.text(
                        "hosted.target." + EnvironmentStyle.word(model.target().environment()),
                        Names.visible(model.target().server())));
        pane.stateProperty().bind(model.state());
        pane.setEmptyText(TEXTS.text("hosted.none", model.provider()));
        pane.setOnRetry(askAgain);
        pane.setOnShowRequest(showRequest);
        summary.textProperty().bind(model.summary());
        column(pid, each -> Integer.toString(each.pid()), Comparator.comparing(HostedSession::pid));
        column(state, HostedSession::state, Comparator.comparing(HostedSession::state));
        column(began, HostedSession::began, Comparator.comparing(HostedSession::age));
        column(user, HostedSession::user, Comparator.comparing(HostedSession::user));
        column(query, HostedSession::query, Comparator.comparing(HostedSession::query));
        sessions.setItems(new SteadyRows<>(model.sessions()));
        sessions.setSortPolicy(_ -> true);
        sessions.comparatorProperty().subscribe(model::sortBy);
        sessions.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableSelection.tie(sessions, model.selection());
        TableMenu.on(
                sessions,
                TEXTS.text("hosted.export"),
                List.of(
                        new Column<>("pid", pid.getText(), HostedSession::pid),
                        new Column<>("state", state.getText(), HostedSession::state),
                        new Column<>("began", began.getText(), HostedSession::began),
                        new Column<>("user", user.getText(), HostedSession::user),
                        new Column<>("query", query.getText(), HostedSession::query)),
                LiveRow::get,
                workbench);
        model.acts().subscribe(this::show);
    }

    private static void column(
            TableColumn<LiveRow<HostedSession>, HostedSession> column,
            Function<HostedSession, String> words,
            Comparator<HostedSession> order) {
        column.setCellValueFactory(row -> row.getValue().valueProperty());
        column.setCellFactory(_ -> new Said(words));
        column.setComparator(order);
    }

    private void show(Acts acts) {
        cancel.setText(acts.cancel());
        cancel.setDisable(!acts.canCancel());
        terminate.setText(acts.terminate());
        terminate.setDisable(!acts.canTerminate());
        obstacle.setText(acts.obstacle());
    }

    @FXML
    private void cancel() {
        end(false);
    }

    @FXML
    private void terminate() {
        end(true);
    }

    private void end(boolean wholeSession) {
        try {
            model.end(wholeSession)
                    .ifPresent(change -> workbench.confirm(change, _ -> askAgain.run()));
        } catch (ProblemException e) {
            obstacle.setText(e.problem().whole());
        }
    }

    @FXML
    private void close() {
        close.run();
    }

    /** A text that stands whole in its tooltip. */
    private static final class Said extends TableCell<LiveRow<HostedSession>, HostedSession> {
        private final Function<HostedSession, String> words;
        private final Tooltip whole = new Tooltip();

        Said(Function<HostedSession, String> words) {
            this.words = words;
            whole.setWrapText(true);
            whole.setMaxWidth(560);
        }

        @Override
        protected void updateItem(@Nullable HostedSession session, boolean empty) {
            super.updateItem(session, empty);
            String text = empty || session == null ? "" : words.apply(session);
            setText(text);
            whole.setText(text);
            setTooltip(text.isEmpty() ? null : whole);
        }
    }
}
