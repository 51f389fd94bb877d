package dev.howdah.ui.overview.facts;

import dev.howdah.core.Texts;
import dev.howdah.pg.server.objects.VectorIndexesSnapshot.IndexRow;
import dev.howdah.ui.Names;
import dev.howdah.ui.Place;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.overview.panel.PanelActs;
import dev.howdah.ui.panel.ReadingPane;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.TableExport;
import dev.howdah.ui.table.TableMenu;
import java.util.Comparator;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.FlowPane;

/** The extensions as a line of names, the vector indexes as a table. */
public final class ExtensionsController {
    private static final Texts TEXTS = Texts.of(ExtensionsController.class);

    private final ExtensionsViewModel model;
    private final PanelActs acts;
    private final PanelActs vectorActs;
    private final Workbench workbench;

    @FXML private ReadingPane pane;
    @FXML private FlowPane extensions;
    @FXML private ReadingPane vectorPane;
    @FXML private TableView<LiveRow<IndexRow>> table;
    @FXML private TableColumn<LiveRow<IndexRow>, String> index;
    @FXML private TableColumn<LiveRow<IndexRow>, String> on;
    @FXML private TableColumn<LiveRow<IndexRow>, String> method;
    @FXML private TableColumn<LiveRow<IndexRow>, String> options;
    @FXML private TableColumn<LiveRow<IndexRow>, IndexRow> rows;
    @FXML private TableColumn<LiveRow<IndexRow>, IndexRow> size;
    @FXML private TableColumn<LiveRow<IndexRow>, String> valid;

    public ExtensionsController(
            ExtensionsViewModel model, PanelActs acts, PanelActs vectorActs, Workbench workbench) {
        this.model = model;
        this.acts = acts;
        this.vectorActs = vectorActs;
        this.workbench = workbench;
    }

    @FXML
    private void initialize() {
        acts.offer(pane);
        pane.stateProperty().bind(model.state());
        model.extensions().addListener((ListChangeListener<String>) _ -> showExtensions());
        showExtensions();
        vectorActs.offer(vectorPane);
        vectorPane.stateProperty().bind(model.vectorState());
        vectorPane.visibleProperty().bind(model.vectors());
        vectorPane.managedProperty().bind(vectorPane.visibleProperty());
        Columns.text(index, row -> Names.visible(row.name()));
        Columns.text(on, row -> Names.visible(row.schema() + "." + row.table()));
        Columns.text(
                method,
                row -> TEXTS.text("vectors.method.with", row.method(), row.operatorClass()));
        Columns.text(options, IndexRow::options);
        Columns.number(
                rows,
                Comparator.comparingLong(IndexRow::estimatedRows),
                ExtensionsViewModel::rowsText);
        Columns.number(
                size,
                Comparator.comparingLong(IndexRow::estimatedBytes),
                ExtensionsViewModel::sizeText);
        Columns.text(
                valid, row -> TEXTS.text(row.valid() ? "vectors.valid.yes" : "vectors.valid.no"));
        SortedList<LiveRow<IndexRow>> sorted = new SortedList<>(model.indexes());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.getSortOrder().setAll(List.of(size));
        FittedHeight.of(table, 10);
        TableMenu.on(table, TEXTS.text("vectors.rows.name"), exported(), LiveRow::get, workbench);
    }

    private void showExtensions() {
        extensions
                .getChildren()
                .setAll(
                        model.extensions().stream()
                                .map(text -> {
                                    Label label = new Label(text);
                                    label.getStyleClass().add("extension");
                                    return label;
                                })
                                .toList());
    }

    private static List<TableExport.Column<IndexRow>> exported() {
        return List.of(
                new TableExport.Column<>("index", TEXTS.text("vectors.index"), IndexRow::name),
                new TableExport.Column<>("schema", TEXTS.text("vectors.schema"), IndexRow::schema),
                new TableExport.Column<>("table", TEXTS.text("vectors.table"), IndexRow::table),
                new TableExport.Column<>("method", TEXTS.text("vectors.method"), IndexRow::method),
                new TableExport.Column<>(
                        "operators", TEXTS.text("vectors.operators"), IndexRow::operatorClass),
                new TableExport.Column<>(
                        "options", TEXTS.text("vectors.options"), IndexRow::options),
                new TableExport.Column<>(
                        "rows", TEXTS.text("vectors.rows"), IndexRow::estimatedRows),
                new TableExport.Column<>(
                        "size", TEXTS.text("vectors.bytes"), IndexRow::estimatedBytes),
                new TableExport.Column<>("valid", TEXTS.text("vectors.valid"), IndexRow::valid));
    }

    @FXML
    private void showAll() {
        workbench.goTo(Place.SETTINGS_EXTENSIONS);
    }
}
