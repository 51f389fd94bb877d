package dev.howdah.ui.stats.activity;

import atlantafx.base.controls.CustomTextField;
import dev.howdah.core.Texts;
import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.panel.PanelState;
import dev.howdah.ui.panel.ReadingPane;
import dev.howdah.ui.stats.hosted.HostedActivity;
import dev.howdah.ui.stats.session.AgeCell;
import dev.howdah.ui.stats.session.Concern;
import dev.howdah.ui.stats.session.DetailSplit;
import dev.howdah.ui.stats.session.SessionActsController;
import dev.howdah.ui.stats.session.SessionDetailViewModel;
import dev.howdah.ui.stats.session.SessionWords;
import dev.howdah.ui.stats.session.StateCell;
import dev.howdah.ui.stats.session.TableSelection;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.SteadyRows;
import dev.howdah.ui.table.TableMenu;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The table of sessions with its filter, its groups, and the session that is looked at. */
public final class ActivityController {
    private static final Texts TEXTS = Texts.of(ActivityController.class);
    private static final KeyCombination FIND =
            new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);

    /** Below these widths columns go whose content the detail shows. */
    private static final double WIDE = 980;

    private static final double NARROW = 760;

    /** Above this width names that are cut at the usual one get more of it. */
    private static final double ROOMY = 1_240;

    private static final double MORE = 36;

    /** What the panel does for its view. */
    interface Commands {
        void retry();

        void showSql();

        /** Looks for sessions that have been idle for so long and proposes to end them. */
        void terminateIdle(Duration atLeast);
    }

    private final ActivityViewModel model;
    private final SessionDetailViewModel detail;
    private final SessionActsController acts;
    private final Workbench workbench;
    private final Commands commands;
    private final Optional<HostedActivity> hosted;

    @FXML private VBox root;
    @FXML private HBox hostedWay;
    @FXML private Label hostedOffer;
    @FXML private Button hostedOpen;
    @FXML private ReadingPane pane;
    @FXML private CustomTextField filter;
    @FXML private CheckBox idleToo;
    @FXML private CheckBox oursToo;
    @FXML private ComboBox<Grouping> grouping;
    @FXML private SplitPane split;
    @FXML private Region detailBox;
    @FXML private TableView<LiveRow<SessionGroup>> groups;
    @FXML private TableColumn<LiveRow<SessionGroup>, SessionGroup> groupName;
    @FXML private TableColumn<LiveRow<SessionGroup>, SessionGroup> groupSessions;
    @FXML private TableColumn<LiveRow<SessionGroup>, SessionGroup> groupActive;
    @FXML private TableColumn<LiveRow<SessionGroup>, SessionGroup> groupBlocked;
    @FXML private TableColumn<LiveRow<SessionGroup>, SessionGroup> groupInTransaction;
    @FXML private TableColumn<LiveRow<SessionGroup>, SessionGroup> groupLongest;
    @FXML private TableView<LiveRow<SessionRow>> sessions;
    @FXML private TableColumn<LiveRow<SessionRow>, SessionRow> pid;
    @FXML private TableColumn<LiveRow<SessionRow>, SessionRow> state;
    @FXML private TableColumn<LiveRow<SessionRow>, SessionRow> age;
    @FXML private TableColumn<LiveRow<SessionRow>, SessionRow> waitsOn;
    @FXML private TableColumn<LiveRow<SessionRow>, SessionRow> user;
    @FXML private TableColumn<LiveRow<SessionRow>, SessionRow> application;
    @FXML private TableColumn<LiveRow<SessionRow>, SessionRow> database;
    @FXML private TableColumn<LiveRow<SessionRow>, SessionRow> client;
    @FXML private TableColumn<LiveRow<SessionRow>, SessionRow> statement;
    @FXML private Label summary;
    @FXML private Tooltip wholeSummary;
    @FXML private Label obstacle;
    @FXML private HBox idleBox;
    @FXML private MenuButton idleOnes;

    ActivityController(
            ActivityViewModel model,
            SessionDetailViewModel detail,
            SessionActsController acts,
            Workbench workbench,
            Commands commands,
            Optional<HostedActivity> hosted) {
        this.model = model;
        this.detail = detail;
        this.acts = acts;
        this.workbench = workbench;
        this.commands = commands;
        this.hosted = hosted;
    }

    @FXML
    private void initialize() {
        pane.stateProperty().bind(model.state());
        pane.emptyTextProperty().bind(model.nothing());
        pane.emptyHintProperty().bind(model.nothingHint());
        pane.setOnRetry(commands::retry);
        pane.setOnShowSql(commands::showSql);
        filter.textProperty().bindBidirectional(model.filter());
        idleToo.selectedProperty().bindBidirectional(model.idleToo());
        oursToo.selectedProperty().bindBidirectional(model.oursToo());
        summary.textProperty().bind(model.summary());
        wholeSummary.textProperty().bind(model.summary());
        obstacle.textProperty().bind(acts.obstacle());
        obstacle.managedProperty().bind(obstacle.textProperty().isNotEmpty());
        grouping();
        columns();
        table();
        DetailSplit.tie(
                split,
                detailBox,
                detail.session(),
                () -> sessions.getSelectionModel().clearSelection());
        for (Duration atLeast : ActivityPanel.IDLE_LIMITS) {
            idleOnes.getItems().add(idleItem(atLeast));
        }
        acts.prohibition().ifPresent(this::neverIdleOnes);
        hostedOffer.setText(hosted.map(HostedActivity::offer).orElse(""));
        hostedOpen.setText(hosted.map(HostedActivity::title).orElse(""));
        model.state().subscribe(this::offerHosted);
    }

    /** Another way is only wanted while ours is closed. */
    private void offerHosted(PanelState now) {
        hostedWay.setVisible(now.problem().isPresent() && hosted.isPresent());
        hostedWay.setManaged(hostedWay.isVisible());
    }

    @FXML
    private void openHosted() {
        hosted.ifPresent(HostedActivity::open);
    }

    /** The box around it tells why, because what is disabled gets no tooltip. */
    private void neverIdleOnes(String why) {
        idleOnes.setDisable(true);
        Tooltip.install(idleBox, new Tooltip(why));
    }

    private MenuItem idleItem(Duration atLeast) {
        MenuItem item = new MenuItem(TEXTS.text("activity.idleFor", SessionWords.shortly(atLeast)));
        item.setOnAction(_ -> commands.terminateIdle(atLeast));
        return item;
    }

    private void grouping() {
        grouping.getItems().setAll(Grouping.values());
        grouping.setConverter(new GroupingWords());
        grouping.valueProperty().bindBidirectional(model.groups().by());
        groups.visibleProperty().bind(model.groups().by().isNotEqualTo(Grouping.NONE));
        groups.managedProperty().bind(groups.visibleProperty());
        groups.setItems(new SteadyRows<>(model.groups().shown()));
        GroupCells.words(groupName, GroupCells::name);
        GroupCells.number(groupSessions, SessionGroup::sessions);
        GroupCells.number(groupActive, SessionGroup::active);
        GroupCells.number(groupBlocked, SessionGroup::blocked);
        GroupCells.number(groupInTransaction, SessionGroup::idleInTransaction);
        GroupCells.longest(groupLongest);
        groups.setSortPolicy(_ -> true);
        model.groups().order().bind(groups.comparatorProperty());
        groups.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableSelection.tie(groups, model.groups().selection());
    }

    private void columns() {
        SessionCell.column(pid, row -> Integer.toString(row.pid()), SessionRow::pid);
        SessionCell.column(state, SessionWords::state);
        state.setCellFactory(_ -> new StateCell());
        SessionCell.column(age, SessionWords::age, row -> row.age().orElse(Duration.ZERO));
        age.setCellFactory(_ -> new AgeCell<>(SessionWords::age, Concern::about));
        SessionCell.column(waitsOn, SessionWords::waitsOn);
        SessionCell.column(user, SessionWords::user);
        SessionCell.column(application, SessionWords::application);
        SessionCell.column(database, SessionWords::database);
        SessionCell.column(client, SessionWords::client);
        SessionCell.column(statement, SessionWords::statement);
        database.visibleProperty().bind(sessions.widthProperty().greaterThan(WIDE));
        client.visibleProperty().bind(database.visibleProperty());
        user.visibleProperty().bind(sessions.widthProperty().greaterThan(NARROW));
        BooleanBinding roomy = sessions.widthProperty().greaterThan(ROOMY);
        for (var column : List.of(user, application, waitsOn)) {
            double usual = column.getPrefWidth();
            column.prefWidthProperty()
                    .bind(Bindings.when(roomy).then(usual + MORE).otherwise(usual));
        }
    }

    private void table() {
        sessions.setItems(new SteadyRows<>(model.shown()));
        sessions.setSortPolicy(_ -> true);
        model.order().bind(sessions.comparatorProperty());
        sessions.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableSelection.tie(sessions, model.selection());
        model.selection()
                .onChange(() -> {
                    List<SessionRow> chosen = model.selection().chosen();
                    detail.look(chosen, model.all());
                    acts.refresh();
                });
        TableMenu.on(
                sessions,
                TEXTS.text("activity.export"),
                SessionExport.COLUMNS,
                LiveRow::get,
                workbench);
        sessions.addEventHandler(KeyEvent.KEY_PRESSED, acts::keyPressed);
        root.addEventFilter(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (FIND.match(event)) {
                        filter.requestFocus();
                        event.consume();
                    }
                });
        filter.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
                        filter.clear();
                        event.consume();
                    }
                });
    }

    /** Chooses a session of the table; nothing happens when it isn't there. */
    void goToPid(int wanted) {
        for (LiveRow<SessionRow> row : model.shown()) {
            if (row.get().pid() == wanted) {
                sessions.getSelectionModel().clearSelection();
                sessions.getSelectionModel().select(row);
                sessions.scrollTo(row);
                return;
            }
        }
    }
}
