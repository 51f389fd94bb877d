package dev.howdah.ui.users.access;

import dev.howdah.core.Problem;
import dev.howdah.core.Texts;
import dev.howdah.pg.Privilege;
import dev.howdah.pg.access.AccessObject;
import dev.howdah.pg.access.ObjectKind;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.Names;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.notice.NoticeBox;
import dev.howdah.ui.panel.ReadingPane;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The page of what one role may do, down to single objects, and by which way. */
public final class AccessController {
    private static final Texts TEXTS = Texts.of(AccessController.class);
    private static final double NARROWEST = 46;
    private static final double WIDEST = 60;

    /** Below this width the privileges that are asked for least give way. */
    private static final double WIDE = 720;

    private static final Set<AccessColumn> SELDOM =
            Set.of(
                    AccessColumn.TRUNCATE,
                    AccessColumn.REFERENCES,
                    AccessColumn.TRIGGER,
                    AccessColumn.MAINTAIN,
                    AccessColumn.TEMPORARY);

    private final AccessViewModel model;
    private final Workbench workbench;
    private final AccessActs acts;
    private final Runnable retry;
    private final Runnable showSql;
    private final Set<String> open = new HashSet<>();
    private final Map<AccessColumn, TreeTableColumn<AccessLine, AccessCell>> columns =
            new EnumMap<>(AccessColumn.class);

    @FXML private ReadingPane pane;
    @FXML private NoticeBox notices;
    @FXML private TreeTableView<AccessLine> table;
    @FXML private TreeTableColumn<AccessLine, String> what;
    @FXML private VBox ways;
    @FXML private Label waysTitle;
    @FXML private VBox wayLines;

    /**
     * @param acts for the menu of a cell
     * @param retry asks the server again
     * @param showSql shows the statements behind the page
     */
    public AccessController(
            AccessViewModel model,
            Workbench workbench,
            AccessActs acts,
            Runnable retry,
            Runnable showSql) {
        this.model = model;
        this.workbench = workbench;
        this.acts = acts;
        this.retry = retry;
        this.showSql = showSql;
    }

    @FXML
    private void initialize() {
        pane.stateProperty().bind(model.state());
        pane.setTitle(TEXTS.text("access.title.in", Names.visible(acts.database())));
        pane.setOnRetry(retry);
        pane.setOnShowSql(showSql);
        what.setCellValueFactory(
                cell -> new ReadOnlyStringWrapper(cell.getValue().getValue().label()));
        what.setCellFactory(_ -> new AccessLabelCell());
        for (AccessColumn column : AccessColumn.values()) {
            TreeTableColumn<AccessLine, AccessCell> made = column(column);
            columns.put(column, made);
            table.getColumns().add(made);
        }
        table.setColumnResizePolicy(TreeTableView.CONSTRAINED_RESIZE_POLICY_FLEX_NEXT_COLUMN);
        table.widthProperty().subscribe(this::fit);
        table.getSelectionModel().setCellSelectionEnabled(true);
        table.getFocusModel().focusedCellProperty().subscribe(_ -> showWays());
        table.setContextMenu(menu());
        model.sheet().subscribe(this::show);
    }

    private static TreeTableColumn<AccessLine, AccessCell> column(AccessColumn column) {
        TreeTableColumn<AccessLine, AccessCell> made = new TreeTableColumn<>();
        Label heading = new Label(TEXTS.text("access.column." + column));
        heading.setMinWidth(Region.USE_PREF_SIZE);
        heading.setTooltip(new Tooltip(TEXTS.text("access.column." + column + ".tip")));
        made.setGraphic(heading);
        made.setId(column.name());
        made.setPrefWidth(NARROWEST);
        made.setMinWidth(NARROWEST);
        made.setMaxWidth(WIDEST);
        made.setSortable(false);
        made.setReorderable(false);
        made.getStyleClass().add("access-column");
        made.setCellValueFactory(cell ->
                new ReadOnlyObjectWrapper<>(cell.getValue().getValue().cells().get(column)));
        made.setCellFactory(_ -> new AccessTableCell());
        return made;
    }

    private void fit(Number width) {
        columns.forEach((column, made) ->
                made.setVisible(!SELDOM.contains(column) || width.doubleValue() >= WIDE));
    }

    private ContextMenu menu() {
        MenuItem grant = new MenuItem();
        MenuItem revoke = new MenuItem();
        MenuItem whoCan = new MenuItem(TEXTS.text("access.whoCan"));
        whoCan.setOnAction(_ -> selectedObject().ifPresent(this::showWhoCan));
        ContextMenu menu = new ContextMenu(grant, revoke, whoCan);
        menu.setOnShowing(_ -> {
            whoCan.setDisable(selectedObject().isEmpty());
            offer(grant, true);
            offer(revoke, false);
        });
        return menu;
    }

    /** Names the privilege and the thing it is about; greyed out where nothing can be done. */
    private void offer(MenuItem item, boolean grants) {
        Optional<Cell> cell = focused();
        Optional<AccessActs.Act> act =
                cell.flatMap(Cell::privilege)
                        .flatMap(privilege -> AccessActs.act(cell.get().line(), privilege));
        String privilege = cell.flatMap(Cell::privilege).map(Enum::name).orElse("");
        item.setText(
                TEXTS.text(
                        grants ? "access.grant" : "access.revoke",
                        privilege,
                        cell.map(at -> at.line().label()).orElse("")));
        boolean idle = cell.filter(at -> grants ? at.isHeld() : at.isNone()).isPresent();
        item.setDisable(act.isEmpty() || idle);
        item.setOnAction(_ ->
                act.ifPresent(wanted ->
                        model.role()
                                .ifPresent(role ->
                                        acts.propose(wanted, grants, role, this::refused))));
    }

    private void refused(Problem problem) {
        notices.show(
                List.of(new Notice(Notice.Level.WARNING, problem.sentence(), problem.remedy())));
    }

    private Optional<AccessObject> selectedObject() {
        return focused().flatMap(cell -> cell.line().object());
    }

    private void showWhoCan(AccessObject object) {
        workbench
                .background()
                .execute(() -> {
                    List<WhoCanRow> rows = model.whoCan(object);
                    workbench.uiThread().execute(() -> openWhoCan(object, rows));
                });
    }

    private void openWhoCan(AccessObject object, List<WhoCanRow> rows) {
        String words = AccessWords.object(object);
        workbench.open(
                close -> FxmlViews.load(new WhoCanController(words, rows, workbench, close)));
    }

    /** What was open stays open; what is new begins with its schemas open. */
    private void show(@Nullable AccessSheet before, @Nullable AccessSheet now) {
        notices.show(now == null ? List.of() : now.notices());
        ways.setVisible(false);
        TreeItem<AccessLine> root = new TreeItem<>();
        if (now != null) {
            if (open.isEmpty()) {
                now.lines().forEach(line -> open.add(line.id()));
            }
            now.lines().forEach(line -> root.getChildren().add(new AccessItem(line, open)));
        }
        table.setRoot(root);
    }

    /** The cell that the keyboard is on. */
    private record Cell(AccessLine line, @Nullable AccessColumn column, int major) {
        Optional<AccessCell> content() {
            return Optional.ofNullable(column).map(line.cells()::get);
        }

        Optional<Privilege> privilege() {
            ObjectKind kind =
                    switch (line.subject()) {
                        case AccessLine.Objects(String _, ObjectKind of) -> of;
                        case AccessLine.One(AccessObject object) -> object.kind();
                        case AccessLine.Later later -> ObjectKind.of(later.kind()).orElseThrow();
                    };
            return column == null ? Optional.empty() : column.of(kind, major);
        }

        boolean isHeld() {
            return content().filter(cell -> cell.mark() == AccessCell.Mark.ALL).isPresent();
        }

        boolean isNone() {
            return content()
                    .filter(cell ->
                            cell.mark() == AccessCell.Mark.NONE
                                    || cell.mark() == AccessCell.Mark.GAP)
                    .isPresent();
        }
    }

    private Optional<Cell> focused() {
        var position = table.getFocusModel().getFocusedCell();
        TreeItem<AccessLine> item =
                position == null || position.getRow() < 0
                        ? null
                        : table.getTreeItem(position.getRow());
        if (item == null) {
            return Optional.empty();
        }
        AccessColumn column =
                columns.entrySet().stream()
                        .filter(entry -> entry.getValue() == position.getTableColumn())
                        .map(Map.Entry::getKey)
                        .findFirst()
                        .orElse(null);
        return Optional.of(new Cell(item.getValue(), column, model.major()));
    }

    private void showWays() {
        Optional<Cell> cell = focused();
        Optional<AccessCell> shown = cell.flatMap(Cell::content);
        ways.setVisible(shown.isPresent());
        ways.setManaged(shown.isPresent());
        if (cell.isEmpty() || shown.isEmpty()) {
            return;
        }
        AccessLine line = cell.get().line();
        String privilege = cell.get().privilege().map(Enum::name).orElse("");
        waysTitle.setText(TEXTS.text("access.ways", privilege, line.label()));
        List<String> sentences =
                line.object()
                        .flatMap(object ->
                                cell.get().privilege().map(wanted -> model.ways(object, wanted)))
                        .filter(found -> !found.isEmpty())
                        .orElse(List.of(shown.get().meaning()));
        wayLines.getChildren().setAll(sentences.stream().map(AccessController::line).toList());
    }

    private static Label line(String sentence) {
        Label label = new Label(sentence);
        label.setWrapText(true);
        return label;
    }
}
