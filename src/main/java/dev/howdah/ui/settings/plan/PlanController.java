package dev.howdah.ui.settings.plan;

import dev.howdah.core.Texts;
import dev.howdah.provider.plan.Plan;
import dev.howdah.provider.plan.PlanOffer;
import dev.howdah.ui.FactGrid;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.notice.NoticeBox;
import dev.howdah.ui.panel.ReadingPane;
import dev.howdah.ui.settings.asking.WorkBox;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.SteadyRows;
import dev.howdah.ui.table.TableExport.Column;
import dev.howdah.ui.table.TableHeights;
import dev.howdah.ui.table.TableMenu;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;

/** The plans of the provider, and the comparison of the chosen one with the present one. */
public final class PlanController {
    private static final Texts TEXTS = Texts.of(PlanController.class);

    /** With more the table scrolls: the comparison is what one has come for. */
    private static final int MOST_PLANS = 8;

    private final PlanViewModel model;
    private final Workbench workbench;
    private final Runnable retry;
    private final Runnable showSent;
    private final Runnable changePlan;

    @FXML private ReadingPane pane;
    @FXML private Label summary;
    @FXML private WorkBox work;
    @FXML private TableView<LiveRow<PlanLine>> plans;
    @FXML private TableColumn<LiveRow<PlanLine>, PlanOffer> title;
    @FXML private TableColumn<LiveRow<PlanLine>, String> connections;
    @FXML private TableColumn<LiveRow<PlanLine>, String> nodes;
    @FXML private TableColumn<LiveRow<PlanLine>, String> memory;
    @FXML private TableColumn<LiveRow<PlanLine>, String> disk;
    @FXML private TableColumn<LiveRow<PlanLine>, String> recoverable;
    @FXML private TableColumn<LiveRow<PlanLine>, String> price;
    @FXML private TableColumn<LiveRow<PlanLine>, String> difference;
    @FXML private Region comparison;
    @FXML private Label heading;
    @FXML private Button change;
    @FXML private Label whyNot;
    @FXML private FactGrid facts;
    @FXML private Region promiseGroup;
    @FXML private NoticeBox promises;
    @FXML private NoticeBox fits;

    /**
     * @param retry asks the provider again
     * @param changePlan asks for the plan that is looked at
     */
    PlanController(
            PlanViewModel model,
            Workbench workbench,
            Runnable retry,
            Runnable showSent,
            Runnable changePlan) {
        this.model = model;
        this.workbench = workbench;
        this.retry = retry;
        this.showSent = showSent;
        this.changePlan = changePlan;
    }

    @FXML
    private void initialize() {
        pane.stateProperty().bind(model.state());
        pane.setOnRetry(retry);
        pane.setOnShowSqlAndRequest(showSent);
        summary.textProperty().bind(model.summary());
        model.work().subscribe(work::show);
        title.setCellValueFactory(
                features -> features.getValue().valueProperty().map(PlanLine::offer));
        title.setCellFactory(_ -> new PlanCell());
        column(connections, line -> PlanWords.count(line.plan().maxConnections()));
        column(nodes, line -> PlanWords.count(line.plan().nodes()));
        column(memory, line -> PlanWords.bytes(line.plan().memoryBytes()));
        column(disk, line -> PlanWords.bytes(line.plan().diskBytes()));
        column(recoverable, line -> PlanWords.recoverable(line.plan().recoverable()));
        column(price, line -> PlanWords.price(line.plan().price()));
        column(difference, line -> PlanWords.difference(line.difference()));
        plans.setItems(new SteadyRows<>(model.lines()));
        TableHeights.fit(plans, MOST_PLANS);
        plans.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        plans.getSelectionModel().selectedItemProperty().subscribe(model::look);
        TableMenu.on(plans, TEXTS.text("plan.export"), exported(), LiveRow::get, workbench);
        told(memory, plan -> plan.memoryBytes().isPresent());
        told(disk, plan -> plan.diskBytes().isPresent());
        told(price, plan -> plan.price().isPresent());
        difference.visibleProperty().bind(price.visibleProperty());
        model.comparison().subscribe(this::compare);
        model.whyNot().subscribe(this::showReason);
    }

    private static void column(
            TableColumn<LiveRow<PlanLine>, String> column, Function<PlanLine, String> text) {
        column.setCellValueFactory(features -> features.getValue().valueProperty().map(text));
        column.setSortable(false);
    }

    /** What the provider tells of no plan takes no room. */
    private void told(TableColumn<LiveRow<PlanLine>, String> column, Predicate<Plan> isTold) {
        column.visibleProperty()
                .bind(
                        Bindings.createBooleanBinding(
                                () ->
                                        model.lines().stream()
                                                .anyMatch(row -> isTold.test(row.get().plan())),
                                model.lines()));
    }

    private void compare(Optional<PlanComparison> now) {
        comparison.setVisible(now.isPresent());
        if (now.isEmpty()) {
            return;
        }
        PlanComparison shown = now.get();
        model.chosenRow()
                .filter(row -> plans.getSelectionModel().getSelectedItem() != row)
                .ifPresent(row -> plans.getSelectionModel().select(row));
        heading.setText(shown.title());
        facts.show(shown.facts());
        promises.show(shown.promises());
        promiseGroup.setVisible(!shown.promises().isEmpty());
        promiseGroup.setManaged(promiseGroup.isVisible());
        fits.show(shown.fits());
        Optional<PlanOffer> chosen = model.chosen();
        change.setText(TEXTS.text("plan.change", chosen.map(o -> o.plan().title()).orElse("")));
        showReason(model.whyNot().get());
    }

    private void showReason(Optional<String> reason) {
        boolean isAnother = model.chosen().filter(offer -> !offer.current()).isPresent();
        change.setVisible(isAnother);
        change.setDisable(reason.isPresent());
        whyNot.setText(isAnother ? reason.orElse("") : TEXTS.text("plan.isCurrent"));
        whyNot.setVisible(!whyNot.getText().isEmpty());
        whyNot.setManaged(whyNot.isVisible());
    }

    @FXML
    private void change() {
        changePlan.run();
    }

    private List<Column<PlanLine>> exported() {
        return List.of(
                new Column<>("plan", title.getText(), line -> line.plan().title()),
                new Column<>("name", TEXTS.text("plan.name"), line -> line.plan().name()),
                new Column<>("current", TEXTS.text("plan.current"), line -> line.offer().current()),
                new Column<>(
                        "connections", connections.getText(), line -> line.plan().maxConnections()),
                new Column<>("nodes", nodes.getText(), line -> line.plan().nodes()),
                new Column<>("memory_bytes", memory.getText(), line -> line.plan().memoryBytes()),
                new Column<>("disk_bytes", disk.getText(), line -> line.plan().diskBytes()),
                new Column<>(
                        "recoverable_seconds",
                        recoverable.getText(),
                        line -> line.plan().recoverable()),
                new Column<>(
                        "price_month",
                        price.getText(),
                        line -> line.plan().price().map(Plan.Price::perMonth)),
                new Column<>(
                        "currency",
                        TEXTS.text("plan.currency"),
                        line -> line.plan().price().map(Plan.Price::currency)),
                new Column<>(
                        "difference",
                        difference.getText(),
                        line -> line.difference().map(BigDecimal::toPlainString)),
                new Column<>("why_not", TEXTS.text("plan.whyNot"), line -> line.offer().whyNot()));
    }
}
