package dev.howdah.ui.overview.facts;

import dev.howdah.core.Texts;
import dev.howdah.pg.server.ServerFacts.SettingRow;
import dev.howdah.ui.Place;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.overview.panel.PanelActs;
import dev.howdah.ui.panel.ReadingPane;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.TableExport;
import dev.howdah.ui.table.TableMenu;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The table of parameters that matter, and the way to all of them. */
public final class ParametersController {
    private static final Texts TEXTS = Texts.of(ParametersController.class);

    private final ParametersViewModel model;
    private final PanelActs acts;
    private final Workbench workbench;

    @FXML private ReadingPane pane;
    @FXML private TableView<LiveRow<SettingRow>> table;
    @FXML private TableColumn<LiveRow<SettingRow>, String> name;
    @FXML private TableColumn<LiveRow<SettingRow>, String> value;
    @FXML private TableColumn<LiveRow<SettingRow>, String> source;

    public ParametersController(ParametersViewModel model, PanelActs acts, Workbench workbench) {
        this.model = model;
        this.acts = acts;
        this.workbench = workbench;
    }

    @FXML
    private void initialize() {
        acts.offer(pane);
        pane.stateProperty().bind(model.state());
        Columns.text(name, SettingRow::name);
        Columns.text(value, ParametersViewModel::valueText);
        Columns.text(source, ParametersController::sourceOf);
        table.setItems(model.rows());
        FittedHeight.of(table, 20);
        TableMenu.on(
                table,
                TEXTS.text("parameters.rows"),
                List.of(
                        new TableExport.Column<>(
                                "name", TEXTS.text("parameters.name"), SettingRow::name),
                        new TableExport.Column<>(
                                "value", TEXTS.text("parameters.value"), SettingRow::value),
                        new TableExport.Column<>(
                                "source", TEXTS.text("parameters.source"), SettingRow::source)),
                LiveRow::get,
                workbench);
    }

    private static String sourceOf(SettingRow setting) {
        return setting.pendingRestart()
                ? TEXTS.text("parameters.pendingRestart", setting.source())
                : setting.source();
    }

    @FXML
    private void showAll() {
        workbench.goTo(Place.SETTINGS_PARAMETERS);
    }
}
