package dev.howdah.ui.stats.resources;

import dev.howdah.core.Texts;
import dev.howdah.provider.service.Metric;
import dev.howdah.ui.Names;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.chart.TimeChart;
import dev.howdah.ui.panel.ReadingPane;
import dev.howdah.ui.stats.resources.HistoryViewModel.Drawn;
import dev.howdah.ui.stats.resources.HistoryViewModel.Span;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.SteadyRows;
import dev.howdah.ui.table.TableExport.Column;
import dev.howdah.ui.table.TableMenu;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import org.jspecify.annotations.Nullable;

/** Measures of a service: now, the highest, the limit, what is free, and how they went. */
public final class ResourcesController {
    private static final Texts TEXTS = Texts.of(ResourcesController.class);

    private final ResourcesViewModel model;
    private final HistoryViewModel past;
    private final Workbench workbench;
    private final Runnable retry;
    private final Runnable showRequests;

    @FXML private ReadingPane pane;
    @FXML private TableView<LiveRow<Metric>> metrics;
    @FXML private TableColumn<LiveRow<Metric>, Metric> node;
    @FXML private TableColumn<LiveRow<Metric>, Metric> measure;
    @FXML private TableColumn<LiveRow<Metric>, Metric> current;
    @FXML private TableColumn<LiveRow<Metric>, Metric> highest;
    @FXML private TableColumn<LiveRow<Metric>, Metric> limit;
    @FXML private TableColumn<LiveRow<Metric>, Metric> free;
    @FXML private TableColumn<LiveRow<Metric>, Metric> share;
    @FXML private ReadingPane history;
    @FXML private ToggleGroup spans;
    @FXML private ToggleButton tenMinutes;
    @FXML private ToggleButton hour;
    @FXML private TimeChart chart;
    @FXML private Label historyNote;

    ResourcesController(
            ResourcesViewModel model,
            HistoryViewModel past,
            Workbench workbench,
            Runnable retry,
            Runnable showRequests) {
        this.model = model;
        this.past = past;
        this.workbench = workbench;
        this.retry = retry;
        this.showRequests = showRequests;
    }

    @FXML
    private void initialize() {
        pane.stateProperty().bind(model.state());
        pane.setOnRetry(retry);
        pane.setOnShowRequest(showRequests);
        words(node, metric -> Names.visible(MetricWords.node(metric.node())));
        words(measure, metric -> MetricWords.name(metric.kind()));
        amount(current, metric -> OptionalDouble.of(metric.current()));
        amount(highest, Metric::highest);
        amount(limit, Metric::limit);
        amount(free, Metric::free);
        column(share, ShareCell::new, Comparator.comparingDouble(ResourcesController::share));
        metrics.setItems(new SteadyRows<>(model.metrics()));
        metrics.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableMenu.on(
                metrics,
                TEXTS.text("resources.export"),
                List.of(
                        new Column<>("node", node.getText(), Metric::node),
                        new Column<>("measure", measure.getText(), Metric::kind),
                        new Column<>("unit", TEXTS.text("export.unit"), m -> m.kind().unit()),
                        new Column<>("now", current.getText(), Metric::current),
                        new Column<>("highest", highest.getText(), Metric::highest),
                        new Column<>("limit", limit.getText(), Metric::limit),
                        new Column<>("free", free.getText(), Metric::free)),
                LiveRow::get,
                workbench);
        history();
    }

    private void history() {
        history.setOnRetry(retry);
        metrics.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> {
                    if (row != null) {
                        past.look(row.get().kind());
                    }
                });
        tenMinutes.setUserData(Span.TEN_MINUTES);
        hour.setUserData(Span.HOUR);
        spans.selectToggle(past.span().get() == Span.HOUR ? hour : tenMinutes);
        spans.selectedToggleProperty().subscribe(this::chosen);
        past.drawn().subscribe(this::show);
    }

    private void show(Drawn drawn) {
        history.setEmptyText(drawn.nothing());
        history.stateProperty().set(drawn.state());
        historyNote.setText(drawn.note());
        chart.setTitle(drawn.measure());
        chart.show(drawn.plot(), drawn.from(), drawn.to());
    }

    /** One span is always chosen. */
    private void chosen(Toggle before, Toggle now) {
        if (now == null) {
            spans.selectToggle(before);
        } else {
            past.span().set((Span) now.getUserData());
        }
    }

    private static double share(Metric metric) {
        return MetricWords.share(metric).orElse(-1);
    }

    private static void words(
            TableColumn<LiveRow<Metric>, Metric> column, Function<Metric, String> words) {
        column(column, () -> new Said(words), Comparator.comparing(words));
    }

    private static void amount(
            TableColumn<LiveRow<Metric>, Metric> column, Function<Metric, OptionalDouble> value) {
        column(
                column,
                () -> new Said(metric -> MetricWords.amount(metric, value.apply(metric))),
                Comparator.comparingDouble(metric -> value.apply(metric).orElse(-1)));
    }

    private static void column(
            TableColumn<LiveRow<Metric>, Metric> column,
            Supplier<TableCell<LiveRow<Metric>, Metric>> cell,
            Comparator<Metric> order) {
        column.setCellValueFactory(row -> row.getValue().valueProperty());
        column.setCellFactory(_ -> cell.get());
        column.setComparator(order);
    }

    private static final class Said extends TableCell<LiveRow<Metric>, Metric> {
        private final Function<Metric, String> words;

        Said(Function<Metric, String> words) {
            this.words = words;
        }

        @Override
        protected void updateItem(@Nullable Metric metric, boolean empty) {
            super.updateItem(metric, empty);
            setText(empty || metric == null ? "" : words.apply(metric));
        }
    }
}
