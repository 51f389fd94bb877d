package dev.howdah.ui.settings.parameters;

import atlantafx.base.controls.CustomTextField;
import dev.howdah.core.Texts;
import dev.howdah.pg.settings.SettingsSnapshot.FilePlace;
import dev.howdah.pg.settings.SettingsSnapshot.Setting;
import dev.howdah.session.Session;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.notice.NoticeBox;
import dev.howdah.ui.panel.ReadingPane;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.SteadyRows;
import dev.howdah.ui.table.TableExport.Column;
import dev.howdah.ui.table.TableMenu;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** All parameters and, beside them, the one that is looked at. */
public final class ParametersController {
    private static final Texts TEXTS = Texts.of(ParametersController.class);

    /** From here on there is room for the default and for what a change needs. */
    private static final double WIDE = 1_040;

    private final ParametersViewModel model;
    private final Workbench workbench;
    private final Runnable retry;
    private final Runnable showSql;
    private final ParameterActs acts;

    @FXML private ReadingPane pane;
    @FXML private MenuButton compare;
    @FXML private CustomTextField search;
    @FXML private ChoiceBox<String> category;
    @FXML private ToggleButton changed;
    @FXML private ToggleButton pending;
    @FXML private ToggleButton restart;
    @FXML private Label summary;
    @FXML private NoticeBox notices;
    @FXML private SplitPane split;
    @FXML private TableView<LiveRow<Setting>> parameters;
    @FXML private TableColumn<LiveRow<Setting>, Setting> name;
    @FXML private TableColumn<LiveRow<Setting>, Setting> value;
    @FXML private TableColumn<LiveRow<Setting>, Setting> origin;
    @FXML private TableColumn<LiveRow<Setting>, Setting> bootValue;
    @FXML private TableColumn<LiveRow<Setting>, Setting> change;

    /**
     * @param retry asks the server again
     * @param showSql shows the statement behind the panel
     */
    ParametersController(
            ParametersViewModel model,
            Workbench workbench,
            Runnable retry,
            Runnable showSql,
            ParameterActs acts) {
        this.model = model;
        this.workbench = workbench;
        this.retry = retry;
        this.showSql = showSql;
        this.acts = acts;
    }

    @FXML
    private void initialize() {
        pane.stateProperty().bind(model.state());
        pane.setOnRetry(retry);
        pane.setOnShowSql(showSql);
        model.notices().subscribe(notices::show);
        listOthers();
        compare.setOnShowing(_ -> listOthers());
        filters();
        columns();
        table();
    }

    /** Servers come and go while the panel is open. */
    private void listOthers() {
        compare.getItems().clear();
        for (Session other : acts.others()) {
            MenuItem item = new MenuItem(other.profile().name());
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> acts.compare(other, model.newest()));
            compare.getItems().add(item);
        }
        if (compare.getItems().isEmpty()) {
            MenuItem none = new MenuItem(TEXTS.text("compare.none"));
            none.setDisable(true);
            compare.getItems().add(none);
        }
    }

    private void filters() {
        search.textProperty().bindBidirectional(model.filter().text());
        changed.selectedProperty().bindBidirectional(model.filter().changed());
        changed.textProperty().bind(model.changedLabel());
        pending.selectedProperty().bindBidirectional(model.filter().pending());
        pending.textProperty().bind(model.pendingLabel());
        restart.selectedProperty().bindBidirectional(model.filter().restart());
        category.setItems(model.categories());
        category.valueProperty().bindBidirectional(model.filter().category());
        category.setConverter(new CategoryName());
        summary.textProperty().bind(model.summary());
    }

    private void columns() {
        column(name, Setting::name, () -> ParameterCell.of(Setting::name));
        column(value, setting -> setting.value().text(), ParameterCell::value);
        column(
                origin,
                Setting::origin,
                () -> ParameterCell.of(setting -> ParameterWords.origin(setting.origin())));
        column(
                bootValue,
                setting -> setting.bootValue().text(),
                () -> ParameterCell.of(setting -> ParameterWords.value(setting.bootValue())));
        column(
                change,
                Setting::change,
                () -> ParameterCell.of(setting -> ParameterWords.change(setting.change())));
        bootValue.visibleProperty().bind(split.widthProperty().greaterThan(WIDE));
        change.visibleProperty().bind(bootValue.visibleProperty());
    }

    private static <C extends Comparable<? super C>> void column(
            TableColumn<LiveRow<Setting>, Setting> column,
            Function<Setting, C> order,
            Supplier<ParameterCell> cell) {
        column.setCellValueFactory(features -> features.getValue().valueProperty());
        column.setComparator(Comparator.comparing(order));
        column.setCellFactory(_ -> cell.get());
    }

    private void table() {
        parameters.setItems(new SteadyRows<>(model.lines()));
        model.order().bind(parameters.comparatorProperty());
        parameters.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        parameters.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        parameters.getSelectionModel().selectedItemProperty().subscribe(model::look);
        TableMenu.on(
                parameters, TEXTS.text("parameters.export"), exported(), LiveRow::get, workbench);
    }

    private List<Column<Setting>> exported() {
        return List.of(
                new Column<>("name", name.getText(), Setting::name),
                new Column<>("value", value.getText(), s -> s.value().text()),
                new Column<>("raw_value", TEXTS.text("parameters.raw"), s -> s.value().raw()),
                new Column<>("unit", TEXTS.text("parameters.unit"), s -> s.value().unit()),
                new Column<>("default", bootValue.getText(), s -> s.bootValue().text()),
                new Column<>("changed", TEXTS.text("parameters.isChanged"), Setting::isChanged),
                new Column<>("set_in", origin.getText(), s -> ParameterWords.origin(s.origin())),
                new Column<>("file", TEXTS.text("fact.file"), s -> s.file().map(FilePlace::file)),
                new Column<>(
                        "line", TEXTS.text("parameters.line"), s -> s.file().map(FilePlace::line)),
                new Column<>(
                        "change_needs", change.getText(), s -> ParameterWords.change(s.change())),
                new Column<>(
                        "pending_restart",
                        TEXTS.text("parameters.pendingRestart"),
                        Setting::pendingRestart),
                new Column<>("category", TEXTS.text("parameters.category"), Setting::category),
                new Column<>(
                        "explanation", TEXTS.text("parameters.explanation"), Setting::explanation));
    }

    /** The empty category has a name on the screen. */
    private static final class CategoryName extends StringConverter<String> {
        @Override
        public String toString(@Nullable String category) {
            return category == null || category.isEmpty()
                    ? TEXTS.text("parameters.everyCategory")
                    : category;
        }

        @Override
        public String fromString(String text) {
            return text;
        }
    }
}
