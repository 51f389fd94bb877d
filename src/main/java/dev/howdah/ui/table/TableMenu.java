package dev.howdah.ui.table;

import dev.howdah.core.Texts;
import dev.howdah.ui.Workbench;
import dev.howdah.ui.table.TableFile.Format;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.FileChooser;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The context menu of a table: copy the cell or the rows, export what is shown as CSV or JSON.
 * Ctrl+C (Cmd+C) copies the rows.
 *
 * @param <L> what the table holds
 * @param <R> what is exported, immutable, because files are written off the JavaFX thread
 */
public final class TableMenu<L, R> {
    private static final Texts TEXTS = Texts.of(TableMenu.class);
    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final TableView<L> table;
    private final String name;
    private final List<TableExport.Column<R>> columns;
    private final Function<? super L, ? extends @Nullable R> rowOf;
    private final Workbench workbench;
    private final MenuItem copyCell = item("table.copyCell", "fth-copy", this::copyCell);
    private final MenuItem copyRows = item("table.copyRows", "fth-copy", this::copyRows);
    private String cellText = "";

    private TableMenu(
            TableView<L> table,
            String name,
            List<TableExport.Column<R>> columns,
            Function<? super L, ? extends @Nullable R> rowOf,
            Workbench workbench) {
        this.table = table;
        this.name = name;
        this.columns = List.copyOf(columns);
        this.rowOf = rowOf;
        this.workbench = workbench;
    }

    /**
     * Gives the table its menu.
     *
     * @param name what the rows are, in the plural and in lower case ("roles"): it becomes part of
     *     sentences and the proposed file name
     * @param columns in the order of the file; a column whose key is the id of a TableColumn says
     *     what "Copy cell" copies, else it is the text the cell shows
     * @param rowOf what a line of the table stands for; null for lines that are only decoration
     */
    public static <L, R> void on(
            TableView<L> table,
            String name,
            List<TableExport.Column<R>> columns,
            Function<? super L, ? extends @Nullable R> rowOf,
            Workbench workbench) {
        new TableMenu<>(table, name, columns, rowOf, workbench).install();
    }

    private void install() {
        ContextMenu menu = new ContextMenu();
        menu.getItems()
                .addAll(
                        copyCell,
                        copyRows,
                        new SeparatorMenuItem(),
                        item("table.exportCsv", "fth-download", () -> export(Format.CSV)),
                        item("table.exportJson", "fth-download", () -> export(Format.JSON)));
        copyRows.setAccelerator(COPY);
        table.setContextMenu(menu);
        table.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::lookAtCell);
        table.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (COPY.match(event)) {
                        copyRows();
                        event.consume();
                    }
                });
    }

    private static MenuItem item(String key, String icon, Runnable action) {
        MenuItem item = new MenuItem(TEXTS.text(key), new FontIcon(icon));
        item.setOnAction(_ -> action.run());
        return item;
    }

    /** Remembers the cell under the pointer before the menu covers it. */
    private void lookAtCell(ContextMenuEvent event) {
        Node node =
                event.getPickResult() == null ? null : event.getPickResult().getIntersectedNode();
        while (node != null && !(node instanceof TableCell<?, ?>)) {
            node = node.getParent();
        }
        cellText = node instanceof TableCell<?, ?> cell ? textOf(cell) : "";
        copyCell.setDisable(cellText.isEmpty());
        int selected = selected().size();
        copyRows.setText(TEXTS.text("table.copyRows.count", selected));
        copyRows.setDisable(selected == 0);
    }

    private String textOf(TableCell<?, ?> cell) {
        int index = cell.getIndex();
        R row =
                index < 0 || index >= table.getItems().size()
                        ? null
                        : rowOf.apply(table.getItems().get(index));
        if (row != null && cell.getTableColumn() != null) {
            for (TableExport.Column<R> column : columns) {
                if (column.key().equals(cell.getTableColumn().getId())) {
                    return column.text(row);
                }
            }
        }
        return Objects.requireNonNullElse(cell.getText(), "");
    }

    private void copyCell() {
        workbench.copy(TEXTS.text("table.cell"), cellText);
    }

    private void copyRows() {
        List<R> rows = selected();
        if (!rows.isEmpty()) {
            workbench.copy(
                    TEXTS.text("table.rows", rows.size()), TableExport.toClipboard(columns, rows));
        }
    }

    private List<R> selected() {
        return rowsOf(table.getSelectionModel().getSelectedItems());
    }

    private List<R> rowsOf(List<L> lines) {
        List<R> rows = new ArrayList<>();
        for (L line : lines) {
            R row = line == null ? null : rowOf.apply(line);
            if (row != null) {
                rows.add(row);
            }
        }
        return rows;
    }

    private void export(Format format) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(TEXTS.text("table.export.title", name));
        chooser.setInitialFileName(name.replace(' ', '-') + "." + format.ending());
        chooser.getExtensionFilters()
                .add(
                        new FileChooser.ExtensionFilter(
                                TEXTS.text("table." + format.ending()), "*." + format.ending()));
        File chosen = chooser.showSaveDialog(table.getScene().getWindow());
        if (chosen != null) {
            new TableFile<>(columns, workbench)
                    .write(chosen.toPath(), format, rowsOf(table.getItems()));
        }
    }
}
