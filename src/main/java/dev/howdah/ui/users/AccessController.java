package dev.howdah.ui.users;

import dev.howdah.core.Texts;
import dev.howdah.pg.access.AccessObject;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.NoticeBox;
import dev.howdah.ui.ReadingPane;
import dev.howdah.ui.Workbench;
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
    private static final double NARROWEST = 52;
    private static final double WIDEST = 72;

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
     * @param retry asks the server again
     * @param showSql shows the statements behind the page
     */
    AccessController(AccessViewModel model, Workbench workbench, Runnable retry, Runnable showSql) {
        this.model = model;
        this.workbench = workbench;
        this.retry = retry;
        this.showSql = showSql;
    }

    @FXML
    private void initialize() {
        pane.stateProperty().bind(model.state());
        pane.setOnRetry(retry);
        pane.setOnShowSql(showSql);
        what.setCellValueFactory(
                cell -> new ReadOnlyStringWrapper(cell.getValue().getValue().label()));
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
        MenuItem whoCan = new MenuItem(TEXTS.text("access.whoCan"));
        whoCan.setOnAction(_ -> selectedObject().ifPresent(this::showWhoCan));
        ContextMenu menu = new ContextMenu(whoCan);
        menu.setOnShowing(_ -> whoCan.setDisable(selectedObject().isEmpty()));
        return menu;
    }

    private Optional<AccessObject> selectedObject() {
        TreeItem<AccessLine> item = table.getSelectionModel().getSelectedItem();
        return item == null ? Optional.empty() : item.getValue().object();
    }

    private void showWhoCan(AccessObject object) {
        workbench
                .background()
                .execute(() -> {
                    List<WhoCanRow> rows = model.whoCan(object);
                    workbench
                            .uiThread()
                            .execute(() ->
                                    workbench.open(close ->
                                            FxmlViews.load(
                                                    new WhoCanController(
                                                            AccessWords.object(object),
                                                            rows,
                                                            workbench,
                                                            close))));
                });
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

    private void showWays() {
        var cell = table.getFocusModel().getFocusedCell();
        TreeItem<AccessLine> item =
                cell == null || cell.getRow() < 0 ? null : table.getTreeItem(cell.getRow());
        AccessColumn column =
                cell == null || cell.getTableColumn() == null
                        ? null
                        : columns.entrySet().stream()
                                .filter(e -> e.getValue() == cell.getTableColumn())
                                .map(Map.Entry::getKey)
                                .findFirst()
                                .orElse(null);
        AccessCell shown =
                item == null || column == null ? null : item.getValue().cells().get(column);
        ways.setVisible(shown != null);
        ways.setManaged(shown != null);
        if (shown == null || item == null || column == null) {
            return;
        }
        waysTitle.setText(
                TEXTS.text(
                        "access.ways",
                        TEXTS.text("access.column." + column),
                        item.getValue().label()));
        List<String> sentences =
                item.getValue()
                        .object()
                        .flatMap(object ->
                                column.of(object.kind(), model.major())
                                        .map(privilege -> model.ways(object, privilege)))
                        .filter(found -> !found.isEmpty())
                        .orElse(List.of(shown.meaning()));
        wayLines.getChildren().setAll(sentences.stream().map(AccessController::line).toList());
    }

    private static Label line(String sentence) {
        Label label = new Label(sentence);
        label.setWrapText(true);
        return label;
    }
}
