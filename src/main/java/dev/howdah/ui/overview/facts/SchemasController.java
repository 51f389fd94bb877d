package dev.howdah.ui.overview.facts;

import dev.howdah.core.Texts;
import dev.howdah.ui.Names;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.overview.facts.SchemasViewModel.SchemaLine;
import dev.howdah.ui.overview.panel.PanelActs;
import dev.howdah.ui.panel.ReadingPane;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.TableExport;
import dev.howdah.ui.table.TableMenu;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.collections.transformation.SortedList;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The table of schemas. */
public final class SchemasController {
    private static final Texts TEXTS = Texts.of(SchemasController.class);

    private final SchemasViewModel model;
    private final PanelActs acts;
    private final Workbench workbench;

    @FXML private ReadingPane pane;
    @FXML private TableView<LiveRow<SchemaLine>> table;
    @FXML private TableColumn<LiveRow<SchemaLine>, String> schema;
    @FXML private TableColumn<LiveRow<SchemaLine>, String> owner;
    @FXML private TableColumn<LiveRow<SchemaLine>, SchemaLine> tables;
    @FXML private TableColumn<LiveRow<SchemaLine>, SchemaLine> rows;
    @FXML private TableColumn<LiveRow<SchemaLine>, SchemaLine> size;
    @FXML private TableColumn<LiveRow<SchemaLine>, SchemaLine> growth;
    @FXML private Label note;

    public SchemasController(SchemasViewModel model, PanelActs acts, Workbench workbench) {
        this.model = model;
        this.acts = acts;
        this.workbench = workbench;
    }

    @FXML
    private void initialize() {
        acts.offer(pane);
        pane.stateProperty().bind(model.state());
        note.textProperty().bind(model.note());
        Columns.text(schema, line -> Names.visible(line.schema().name()));
        Columns.text(owner, line -> Names.visible(line.schema().owner()));
        number(
                tables,
                line -> line.schema().tables(),
                line -> Columns.count(line.schema().tables()));
        number(rows, line -> line.schema().rows(), SchemaLine::rowsText);
        number(size, line -> line.schema().bytes(), SchemaLine::sizeText);
        number(growth, line -> line.grownBytes().orElse(Long.MIN_VALUE), SchemaLine::grownText);
        SortedList<LiveRow<SchemaLine>> sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.getSortOrder().setAll(List.of(size));
        FittedHeight.of(table, 12);
        TableMenu.on(table, TEXTS.text("schemas.rows"), exported(), LiveRow::get, workbench);
    }

    private static void number(
            TableColumn<LiveRow<SchemaLine>, SchemaLine> column,
            ToLongFunction<SchemaLine> value,
            Function<SchemaLine, String> text) {
        Columns.number(column, Comparator.comparingLong(value), text);
    }

    private static List<TableExport.Column<SchemaLine>> exported() {
        return List.of(
                new TableExport.Column<>(
                        "schema", TEXTS.text("schemas.schema"), line -> line.schema().name()),
                new TableExport.Column<>(
                        "owner", TEXTS.text("schemas.owner"), line -> line.schema().owner()),
                new TableExport.Column<>(
                        "tables", TEXTS.text("schemas.tables"), line -> line.schema().tables()),
                new TableExport.Column<>(
                        "rows", TEXTS.text("schemas.rows.estimated"), line -> line.schema().rows()),
                new TableExport.Column<>(
                        "size", TEXTS.text("schemas.bytes"), line -> line.schema().bytes()),
                new TableExport.Column<>(
                        "growth",
                        TEXTS.text("schemas.grownBytes"),
                        line ->
                                line.grownBytes().isPresent()
                                        ? line.grownBytes().getAsLong()
                                        : null));
    }
}
