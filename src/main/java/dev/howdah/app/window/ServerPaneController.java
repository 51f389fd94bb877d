package dev.howdah.app.window;

import dev.howdah.app.memory.TableMemory;
import dev.howdah.ui.EnvironmentStyle;
import dev.howdah.ui.Place;
import dev.howdah.ui.ServerTab;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;

/** One open server: its header and its five tabs, each built when it is first shown. */
public final class ServerPaneController {
    /** The tabs' order; a place belongs to the tab it is listed under. */
    private static final List<Set<Place>> PLACES =
            List.of(
                    Set.of(Place.OVERVIEW),
                    Set.of(Place.USERS),
                    EnumSet.range(Place.BACKUPS, Place.BACKUPS_DUMPS),
                    EnumSet.range(Place.STATS_ACTIVITY, Place.STATS_RESOURCES),
                    EnumSet.range(Place.SETTINGS_ALLOWLIST, Place.SETTINGS_LOGS));

    private final List<ServerTab> tabs;
    private final HeaderViewModel header;
    private final TableMemory tables;
    private final Set<Integer> built = new HashSet<>();
    private final List<Tab> tabNodes = new ArrayList<>();
    private boolean onScreen;

    @FXML private BorderPane root;
    @FXML private Label name;
    @FXML private Label facts;
    @FXML private Label loss;
    @FXML private Label ours;
    @FXML private ToggleButton workload;
    @FXML private ToggleButton pause;
    @FXML private TabPane tabPane;

    /**
     * Shows one server.
     *
     * @param tabs the five tabs in their order
     */
    public ServerPaneController(List<ServerTab> tabs, HeaderViewModel header, TableMemory tables) {
        this.tabs = List.copyOf(tabs);
        this.header = header;
        this.tables = tables;
    }

    @FXML
    private void initialize() {
        root.getStyleClass().add(EnvironmentStyle.of(header.environment()));
        name.setText(header.name());
        facts.textProperty().bind(header.facts());
        loss.textProperty().bind(header.loss());
        ours.textProperty().bind(header.ours());
        ours.setTooltip(new Tooltip(header.oursHint()));
        pause.selectedProperty().bindBidirectional(header.paused());
        workload.setVisible(header.isLab());
        workload.setManaged(header.isLab());
        workload.selectedProperty().bindBidirectional(header.workload());
        tabNodes.addAll(tabPane.getTabs());
        tabPane.getSelectionModel()
                .selectedIndexProperty()
                .subscribe((old, now) -> switched(old.intValue(), now.intValue()));
    }

    /** The pane has come onto the screen. */
    public void shown() {
        onScreen = true;
        header.shown();
        showTab(selected());
    }

    /** The pane has left the screen. */
    public void hidden() {
        onScreen = false;
        header.hidden();
        if (built.contains(selected())) {
            tabs.get(selected()).hidden();
        }
    }

    public void goTo(Place place, String filter) {
        for (int i = 0; i < PLACES.size(); i++) {
            if (PLACES.get(i).contains(place)) {
                selectTab(i);
                tabs.get(i).select(place, filter);
            }
        }
    }

    public int selected() {
        return Math.max(0, tabPane.getSelectionModel().getSelectedIndex());
    }

    public void selectTab(int index) {
        tabPane.getSelectionModel().select(Math.clamp(index, 0, tabs.size() - 1));
    }

    public HeaderViewModel header() {
        return header;
    }

    /** Keeps the tables' columns and ends the tabs' reads. */
    public void close() {
        keepTables();
        hidden();
        header.close();
        tabs.forEach(ServerTab::close);
    }

    public void keepTables() {
        for (int index : built) {
            if (tabNodes.get(index).getContent() instanceof Parent view) {
                tables.keep(tabNodes.get(index).getId(), view);
            }
        }
    }

    private void switched(int from, int to) {
        if (!onScreen) {
            return;
        }
        if (built.contains(from)) {
            tabs.get(from).hidden();
        }
        showTab(to);
    }

    private void showTab(int index) {
        if (built.add(index)) {
            Parent view = tabs.get(index).view();
            tabNodes.get(index).setContent(view);
            tables.restore(tabNodes.get(index).getId(), view);
        }
        tabs.get(index).shown();
    }
}
