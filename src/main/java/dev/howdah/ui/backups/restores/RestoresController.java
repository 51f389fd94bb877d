package dev.howdah.ui.backups.restores;

import dev.howdah.core.Texts;
import dev.howdah.pg.restore.TableName;
import dev.howdah.ui.Names;
import dev.howdah.ui.TabMovesOn;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.backups.cells.Columns;
import dev.howdah.ui.backups.cells.Judged;
import dev.howdah.ui.backups.copies.RestoredCopy;
import dev.howdah.ui.notice.NoticeBox;
import dev.howdah.ui.panel.ReadingPane;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.TableExport;
import dev.howdah.ui.table.TableMenu;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** The copy, what differs, the table to bring back, and the proof. */
public final class RestoresController {
    private static final Texts TEXTS = Texts.of(RestoresController.class);

    private final RestoresViewModel model;
    private final CopyActs acts;
    private final Workbench workbench;

    @FXML private ComboBox<RestoredCopy> copy;
    @FXML private Label none;
    @FXML private Button compare;
    @FXML private Button prove;
    @FXML private HBox progress;
    @FXML private Label doing;
    @FXML private TextArea assertions;
    @FXML private VBox proofBox;
    @FXML private NoticeBox proof;
    @FXML private ReadingPane pane;
    @FXML private Label summary;
    @FXML private TableView<LiveRow<TableLine>> tables;
    @FXML private TableColumn<LiveRow<TableLine>, String> table;
    @FXML private TableColumn<LiveRow<TableLine>, String> here;
    @FXML private TableColumn<LiveRow<TableLine>, String> there;
    @FXML private TableColumn<LiveRow<TableLine>, Judged> verdict;
    @FXML private Button count;
    @FXML private TextField newTable;
    @FXML private Button bringBack;

    RestoresController(RestoresViewModel model, CopyActs acts, Workbench workbench) {
        this.model = model;
        this.acts = acts;
        this.workbench = workbench;
    }

    @FXML
    private void initialize() {
        copy.setItems(model.copies());
        copy.setConverter(names());
        model.chosen().subscribe(now -> copy.setValue(now.orElse(null)));
        copy.valueProperty()
                .subscribe(now -> {
                    // the box forgets its value while its items change; the model does not
                    if (now != null) {
                        model.choose(Optional.of(now));
                    }
                });
        none.visibleProperty().bind(Bindings.isEmpty(model.copies()));
        none.managedProperty().bind(none.visibleProperty());
        BooleanBinding cannot = copy.valueProperty().isNull().or(model.progress().busy());
        compare.disableProperty().bind(cannot);
        prove.disableProperty().bind(cannot);
        progress.visibleProperty().bind(model.progress().busy());
        progress.managedProperty().bind(model.progress().busy());
        doing.textProperty().bind(model.progress().doing());
        assertions.textProperty().bindBidirectional(model.assertions());
        TabMovesOn.from(assertions);
        model.proof().subscribe(proof::show);
        proofBox.visibleProperty().bind(model.proof().map(lines -> !lines.isEmpty()));
        proofBox.managedProperty().bind(proofBox.visibleProperty());
        pane.stateProperty().bind(model.state());
        pane.setOnRetry(this::compare);
        summary.textProperty().bind(model.summary());
        table(cannot);
    }

    private static StringConverter<RestoredCopy> names() {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable RestoredCopy value) {
                return value == null ? "" : Names.visible(value.name());
            }

            @Override
            public @Nullable RestoredCopy fromString(String text) {
                return null;
            }
        };
    }

    private void table(BooleanBinding cannot) {
        tables.setItems(model.tables());
        tables.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Columns.text(table, line -> Names.visible(line.table().toString()));
        Columns.text(here, TableLine::here);
        Columns.text(there, TableLine::there);
        Columns.judged(verdict, TableLine::verdict);
        tables.getSelectionModel()
                .selectedItemProperty()
                .subscribe(row -> model.select(selected().map(TableLine::table)));
        BooleanBinding nothing =
                cannot.or(tables.getSelectionModel().selectedItemProperty().isNull());
        count.disableProperty().bind(nothing);
        newTable.textProperty().bindBidirectional(model.newTable());
        newTable.disableProperty().bind(nothing);
        bringBack.disableProperty().bind(nothing.or(newTable.textProperty().isEmpty()));
        TableMenu.on(tables, TEXTS.text("tables.export"), exported(), LiveRow::get, workbench);
    }

    private List<TableExport.Column<TableLine>> exported() {
        return List.of(
                new TableExport.Column<>("table", table.getText(), line -> line.table().toString()),
                new TableExport.Column<>("rows_here", here.getText(), TableLine::here),
                new TableExport.Column<>("rows_in_copy", there.getText(), TableLine::there),
                new TableExport.Column<>(
                        "verdict", verdict.getText(), line -> line.verdict().value()));
    }

    private Optional<TableLine> selected() {
        return Optional.ofNullable(tables.getSelectionModel().getSelectedItem()).map(LiveRow::get);
    }

    private void onCopy(Consumer<RestoredCopy> act) {
        Optional.ofNullable(copy.getValue()).ifPresent(act);
    }

    @FXML
    private void compare() {
        onCopy(acts::compare);
    }

    @FXML
    private void prove() {
        onCopy(acts::prove);
    }

    @FXML
    private void stop() {
        acts.stop();
    }

    @FXML
    private void count() {
        onCopy(from -> selected().ifPresent(line -> acts.count(from, line.table())));
    }

    @FXML
    private void bringBack() {
        Optional<TableName> chosen = selected().filter(TableLine::inCopy).map(TableLine::table);
        if (chosen.isEmpty()) {
            workbench.say(TEXTS.text("restores.notInCopy"));
        }
        onCopy(from -> chosen.ifPresent(name -> acts.copyTable(from, name)));
    }
}
