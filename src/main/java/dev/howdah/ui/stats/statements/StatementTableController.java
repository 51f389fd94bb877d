package dev.howdah.ui.stats.statements;

import dev.howdah.core.Texts;
import dev.howdah.pg.statements.StatementCounter;
import dev.howdah.pg.statements.interval.StatementsRank;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.stats.statement.StatementCells;
import dev.howdah.ui.stats.statement.StatementColumns;
import dev.howdah.ui.stats.statement.StatementLine;
import dev.howdah.ui.stats.statement.StatementWords;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.SteadyRows;
import dev.howdah.ui.table.TableMenu;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableColumn.SortType;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** The table of statements: its columns, which of them have room, and its order. */
public final class StatementTableController {
    private static final Texts TEXTS = Texts.of(StatementTableController.class);

    /** The text gets at least this before a column that one can do without. */
    private static final double TEXT_WIDTH = 168;

    /** Of the whole width, at the least. */
    private static final double TEXT_SHARE = 0.25;

    /** Most statements are told apart by so much of them; rarer numbers have to wait for that. */
    private static final double TEXT_COMFORT = 500;

    private static final double NUMBERS_FIRST = 848;

    /** From this width on a user's name has room for most names. */
    private static final double ROOMY = 1_200;

    private static final double USER_WIDTH = 96;
    private static final double WIDE_USER_WIDTH = 124;
    private static final double MEAN_WIDTH = 80;
    private static final double MEAN_AND_CHANGE_WIDTH = 120;

    private final StatementsViewModel model;
    private final Workbench workbench;
    private final ObservableValue<Boolean> comparesMeans;
    private final Map<StatementsRank, TableColumn<LiveRow<StatementLine>, StatementLine>> ranked =
            new EnumMap<>(StatementsRank.class);

    @FXML private TableView<LiveRow<StatementLine>> statements;
    @FXML private TableColumn<LiveRow<StatementLine>, StatementLine> share;
    @FXML private TableColumn<LiveRow<StatementLine>, StatementLine> total;
    @FXML private TableColumn<LiveRow<StatementLine>, StatementLine> mean;
    @FXML private TableColumn<LiveRow<StatementLine>, StatementLine> calls;
    @FXML private TableColumn<LiveRow<StatementLine>, StatementLine> rowsPerCall;
    @FXML private TableColumn<LiveRow<StatementLine>, StatementLine> cacheHit;
    @FXML private TableColumn<LiveRow<StatementLine>, StatementLine> read;
    @FXML private TableColumn<LiveRow<StatementLine>, StatementLine> temp;
    @FXML private TableColumn<LiveRow<StatementLine>, StatementLine> wal;
    @FXML private TableColumn<LiveRow<StatementLine>, StatementLine> user;
    @FXML private TableColumn<LiveRow<StatementLine>, StatementLine> database;
    @FXML private TableColumn<LiveRow<StatementLine>, StatementLine> query;
    @FXML private Label placeholder;

    StatementTableController(StatementsViewModel model, Workbench workbench) {
        this.model = model;
        this.workbench = workbench;
        this.comparesMeans = model.view().map(StatementsView::comparesMeans);
    }

    @FXML
    private void initialize() {
        columns();
        order();
        statements.setItems(new SteadyRows<>(model.list().lines()));
        statements.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        statements.getSelectionModel().selectedItemProperty().subscribe(model::look);
        statements.widthProperty().subscribe(_ -> fit());
        model.view().subscribe(view -> placeholder.setText(view.placeholder()));
        model.view().map(StatementsView::counted).subscribe(_ -> fit());
        comparesMeans.subscribe(_ -> fit());
        TableMenu.on(
                statements,
                TEXTS.text("statements.export"),
                StatementColumns.ALL,
                LiveRow::get,
                workbench);
    }

    private void columns() {
        number(share, StatementCells.Share::new, line -> line.sharePct().orElse(0));
        counter(total, StatementCounter.TOTAL_MS);
        number(
                mean,
                () -> new StatementCells.Mean(comparesMeans),
                line -> line.row().meanMs().orElse(0));
        counter(calls, StatementCounter.CALLS);
        number(
                rowsPerCall,
                () ->
                        new StatementCells.Ratio(
                                line -> StatementWords.perCall(line.row().rowsPerCall())),
                line -> line.row().rowsPerCall().orElse(-1));
        number(
                cacheHit,
                () ->
                        new StatementCells.Ratio(
                                line -> StatementWords.percent(line.row().cacheHitPct())),
                line -> line.row().cacheHitPct().orElse(101));
        amount(read, StatementCounter.SHARED_READ);
        amount(temp, StatementCounter.TEMP_WRITTEN);
        amount(wal, StatementCounter.WAL_BYTES);
        words(user, () -> new StatementCells.Words(line -> line.row().user()));
        user.setComparator(Comparator.comparing(line -> line.row().user()));
        words(database, () -> new StatementCells.Words(line -> line.row().database()));
        database.setComparator(Comparator.comparing(line -> line.row().database()));
        words(query, StatementCells.Text::new);
        query.setComparator(Comparator.comparing(StatementLine::text));
        Label meanHead = new Label();
        comparesMeans.subscribe(compares -> {
            meanHead.setText(TEXTS.text(compares ? "statements.meanAndChange" : "statements.mean"));
            double width = compares ? MEAN_AND_CHANGE_WIDTH : MEAN_WIDTH;
            mean.setMinWidth(width);
            mean.setMaxWidth(width);
            mean.setPrefWidth(width);
        });
        Tooltip against = new Tooltip();
        against.textProperty().bind(model.view().map(StatementsView::meanTip));
        meanHead.setTooltip(against);
        mean.setGraphic(meanHead);
        ranked.putAll(
                Map.of(
                        StatementsRank.TOTAL_TIME, total,
                        StatementsRank.MEAN_TIME, mean,
                        StatementsRank.CALLS, calls,
                        StatementsRank.DISK_READS, read,
                        StatementsRank.TEMP_FILES, temp,
                        StatementsRank.WAL, wal));
    }

    private void counter(
            TableColumn<LiveRow<StatementLine>, StatementLine> column, StatementCounter counter) {
        number(
                column,
                () ->
                        new StatementCells.Bounded(line ->
                                StatementWords.shortQuantity(counter, line.row().added(counter))),
                line -> line.row().added(counter));
    }

    private void amount(
            TableColumn<LiveRow<StatementLine>, StatementLine> column, StatementCounter counter) {
        number(
                column,
                () ->
                        new StatementCells.Bounded(line ->
                                StatementWords.ifAny(line.row(), counter, model.blockBytes())),
                line -> line.row().added(counter));
    }

    private static void number(
            TableColumn<LiveRow<StatementLine>, StatementLine> column,
            Supplier<StatementCells.Cell> cell,
            ToDoubleFunction<StatementLine> value) {
        words(column, cell);
        column.setComparator(Comparator.comparingDouble(value));
        column.setUserData(SortType.DESCENDING);
    }

    private static void words(
            TableColumn<LiveRow<StatementLine>, StatementLine> column,
            Supplier<StatementCells.Cell> cell) {
        column.setCellValueFactory(each -> each.getValue().valueProperty());
        column.setCellFactory(_ -> cell.get());
    }

    /** The model sorts; the table's head only says how. */
    private void order() {
        statements.setSortPolicy(_ -> true);
        model.list().order().bind(statements.comparatorProperty());
        statements
                .getSortOrder()
                .addListener(
                        (ListChangeListener<TableColumn<LiveRow<StatementLine>, ?>>)
                                this::sortedBy);
        model.list().rank().subscribe(this::showRank);
    }

    /** A click on a measure's head ranks by it, and numbers begin with the largest. */
    private void sortedBy(
            ListChangeListener.Change<? extends TableColumn<LiveRow<StatementLine>, ?>> change) {
        while (change.next()) {
            for (TableColumn<LiveRow<StatementLine>, ?> added : change.getAddedSubList()) {
                if (added.getUserData() instanceof SortType first) {
                    added.setSortType(first);
                }
            }
        }
        if (!statements.getSortOrder().isEmpty()) {
            TableColumn<LiveRow<StatementLine>, ?> first = statements.getSortOrder().getFirst();
            ranked.forEach((rank, column) -> {
                if (column.equals(first)) {
                    model.list().rank().set(rank);
                }
            });
        }
    }

    private void showRank(StatementsRank rank) {
        TableColumn<LiveRow<StatementLine>, StatementLine> column = ranked.get(rank);
        List<TableColumn<LiveRow<StatementLine>, ?>> order = statements.getSortOrder();
        if (column == null) {
            order.clear();
        } else if (order.isEmpty() || !order.getFirst().equals(column)) {
            column.setSortType(SortType.DESCENDING);
            statements.getSortOrder().setAll(List.of(column));
        }
        fit();
    }

    /** Shows as many columns as leave room for the text, the ranked one before all others. */
    private void fit() {
        double width = statements.getWidth();
        double text = Math.max(TEXT_SHARE * width, Math.min(TEXT_COMFORT, width - NUMBERS_FIRST));
        double room = width - Math.max(TEXT_WIDTH, text);
        user.setPrefWidth(width < ROOMY ? USER_WIDTH : WIDE_USER_WIDTH);
        Set<StatementCounter> counted = model.view().get().counted();
        for (var column : byImportance()) {
            boolean has =
                    !column.equals(wal)
                            || counted.isEmpty()
                            || counted.contains(StatementCounter.WAL_BYTES);
            boolean fits = has && room >= column.getPrefWidth();
            room -= fits ? column.getPrefWidth() : 0;
            column.setVisible(fits);
        }
    }

    private List<TableColumn<LiveRow<StatementLine>, StatementLine>> byImportance() {
        List<TableColumn<LiveRow<StatementLine>, StatementLine>> columns =
                new ArrayList<>(
                        List.of(
                                total,
                                mean,
                                share,
                                calls,
                                cacheHit,
                                user,
                                rowsPerCall,
                                temp,
                                wal,
                                read,
                                database));
        @Nullable TableColumn<LiveRow<StatementLine>, StatementLine> first =
                ranked.get(model.list().rank().get());
        if (first != null && columns.remove(first)) {
            columns.addFirst(first);
        }
        return columns;
    }

    void clearSelection() {
        statements.getSelectionModel().clearSelection();
    }
}
