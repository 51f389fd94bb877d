package dev.howdah.ui.settings.service;

import dev.howdah.core.Texts;
import dev.howdah.provider.capability.Capability;
import dev.howdah.provider.service.MaintenanceEntry;
import dev.howdah.provider.service.ServiceNode;
import dev.howdah.ui.FactGrid;
import dev.howdah.ui.Names;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.panel.ReadingPane;
import dev.howdah.ui.settings.asking.WorkBox;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.SteadyRows;
import dev.howdah.ui.table.TableExport.Column;
import dev.howdah.ui.table.TableHeights;
import dev.howdah.ui.table.TableMenu;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/** The nodes of a service, and the work that its provider does on it. */
public final class ServiceController {
    private static final Texts TEXTS = Texts.of(ServiceController.class);
    private static final int MOST_NODES = 6;

    private final ServiceViewModel model;
    private final Workbench workbench;
    private final Acts acts;

    @FXML private WorkBox work;
    @FXML private ReadingPane nodesPane;
    @FXML private FactGrid facts;
    @FXML private Button addReplica;
    @FXML private Button promote;
    @FXML private Button fail;
    @FXML private Label replicaReason;
    @FXML private TableView<LiveRow<ServiceNode>> nodes;
    @FXML private TableColumn<LiveRow<ServiceNode>, String> node;
    @FXML private TableColumn<LiveRow<ServiceNode>, String> role;
    @FXML private TableColumn<LiveRow<ServiceNode>, String> nodeState;
    @FXML private TableColumn<LiveRow<ServiceNode>, String> host;
    @FXML private ReadingPane maintenancePane;
    @FXML private VBox windowBox;
    @FXML private FactGrid window;
    @FXML private Button move;
    @FXML private Label moveReason;
    @FXML private TableView<LiveRow<MaintenanceEntry>> entries;
    @FXML private TableColumn<LiveRow<MaintenanceEntry>, String> what;
    @FXML private TableColumn<LiveRow<MaintenanceEntry>, String> entryState;
    @FXML private TableColumn<LiveRow<MaintenanceEntry>, String> started;
    @FXML private TableColumn<LiveRow<MaintenanceEntry>, String> ended;

    /** What the panel can begin. */
    interface Acts {
        void retry();

        void showRequests();

        void moveMaintenance();

        void addReplica();

        void promote(ServiceNode node);

        void fail(ServiceNode node);
    }

    ServiceController(ServiceViewModel model, Workbench workbench, Acts acts) {
        this.model = model;
        this.workbench = workbench;
        this.acts = acts;
    }

    @FXML
    private void initialize() {
        model.work().subscribe(work::show);
        nodesPane.stateProperty().bind(model.nodesState());
        nodesPane.setOnRetry(acts::retry);
        nodesPane.setOnShowRequest(acts::showRequests);
        maintenancePane.stateProperty().bind(model.entriesState());
        maintenancePane.setOnRetry(acts::retry);
        maintenancePane.visibleProperty().bind(model.offersNothing().not());
        maintenancePane.managedProperty().bind(maintenancePane.visibleProperty());
        model.facts().subscribe(facts::show);
        model.windowFacts()
                .subscribe(now -> {
                    window.show(now);
                    windowBox.setVisible(!now.isEmpty());
                    windowBox.setManaged(!now.isEmpty());
                });
        column(node, each -> Names.visible(each.id()));
        column(role, each -> TEXTS.text("role." + each.role()));
        column(nodeState, ServiceNode::providerState);
        column(host, each -> Names.visible(each.host().orElse("–")));
        column(what, MaintenanceEntry::what);
        column(entryState, each -> TEXTS.text("maintenance." + each.state()));
        column(started, each -> model.moment(each.startedAt()));
        column(ended, each -> model.moment(each.endedAt()));
        nodes.setItems(new SteadyRows<>(model.nodes()));
        entries.setItems(new SteadyRows<>(model.entries()));
        TableHeights.fit(nodes, MOST_NODES);
        nodes.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        entries.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        menus();
        model.reasons().subscribe(this::showReasons);
        nodes.getSelectionModel()
                .selectedItemProperty()
                .subscribe(_ -> showReasons(model.reasons().get()));
    }

    private static <T> void column(
            TableColumn<LiveRow<T>, String> column, Function<T, String> text) {
        column.setCellValueFactory(cell -> cell.getValue().valueProperty().map(text));
    }

    private void menus() {
        TableMenu.on(
                nodes,
                TEXTS.text("nodes.export"),
                List.of(
                        new Column<>("node", node.getText(), ServiceNode::id),
                        new Column<>("role", role.getText(), ServiceNode::role),
                        new Column<>("state", nodeState.getText(), ServiceNode::providerState),
                        new Column<>("host", host.getText(), ServiceNode::host)),
                LiveRow::get,
                workbench);
        TableMenu.on(
                entries,
                TEXTS.text("maintenance.export"),
                List.of(
                        new Column<>("what", what.getText(), MaintenanceEntry::what),
                        new Column<>("state", entryState.getText(), MaintenanceEntry::state),
                        new Column<>("started", started.getText(), MaintenanceEntry::startedAt),
                        new Column<>("ended", ended.getText(), MaintenanceEntry::endedAt)),
                LiveRow::get,
                workbench);
    }

    private void showReasons(Map<Capability, String> reasons) {
        addReplica.setDisable(reasons.containsKey(Capability.REPLICAS));
        promote.setDisable(
                reasons.containsKey(Capability.PROMOTE)
                        || chosen().filter(each -> each.role() != ServiceNode.Role.LEADER)
                                .isEmpty());
        // a means to break things is missed by nobody where there is none
        fail.setVisible(!reasons.containsKey(Capability.NODE_FAILURE));
        fail.setManaged(fail.isVisible());
        fail.setDisable(chosen().isEmpty());
        move.setDisable(reasons.containsKey(Capability.MAINTENANCE_WINDOW));
        show(replicaReason, Optional.ofNullable(reasons.get(Capability.REPLICAS)));
        show(moveReason, Optional.ofNullable(reasons.get(Capability.MAINTENANCE_WINDOW)));
    }

    private static void show(Label label, Optional<String> reason) {
        label.setText(reason.orElse(""));
        label.setVisible(reason.isPresent());
        label.setManaged(reason.isPresent());
    }

    private Optional<ServiceNode> chosen() {
        return Optional.ofNullable(nodes.getSelectionModel().getSelectedItem()).map(LiveRow::get);
    }

    @FXML
    private void move() {
        acts.moveMaintenance();
    }

    @FXML
    private void addReplica() {
        acts.addReplica();
    }

    @FXML
    private void promote() {
        chosen().ifPresent(acts::promote);
    }

    @FXML
    private void fail() {
        chosen().ifPresent(acts::fail);
    }
}
