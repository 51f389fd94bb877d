package dev.howdah.app.memory;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeTableView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Puts tables back as they were left: width, order and visibility of their columns. Finds the
 * tables of a view by their ids, so that no tab has to know.
 */
public final class TableMemory {
    private final WindowMemory memory;

    public TableMemory(WindowMemory memory) {
        this.memory = memory;
    }

    /** After a view was built. */
    public void restore(String tab, Parent view) {
        for (Node table : tablesIn(view)) {
            restoreColumns(columnsOf(table), memory.table(tab + "-" + table.getId()));
        }
    }

    /** Before a view goes. */
    public void keep(String tab, Parent view) {
        for (Node table : tablesIn(view)) {
            ObjectNode known = memory.table(tab + "-" + table.getId());
            known.removeAll();
            int position = 0;
            for (TableColumnBase<?, ?> column : columnsOf(table)) {
                known.putObject(name(column))
                        .put("position", position++)
                        .put("width", Math.round(column.getWidth()))
                        .put("visible", column.isVisible());
            }
        }
    }

    private static <C extends TableColumnBase<?, ?>> void restoreColumns(
            ObservableList<C> columns, ObjectNode known) {
        if (known.isEmpty()) {
            return;
        }
        List<C> ordered = new ArrayList<>(columns);
        ordered.sort((a, b) ->
                Integer.compare(
                        known.path(name(a)).path("position").asInt(99),
                        known.path(name(b)).path("position").asInt(99)));
        if (!ordered.equals(columns)) {
            columns.setAll(ordered);
        }
        for (C column : columns) {
            JsonNode was = known.path(name(column));
            if (was.isObject()) {
                column.setPrefWidth(was.path("width").asDouble(column.getPrefWidth()));
                // one that the panel shows or hides by itself is not the person's choice
                if (!column.visibleProperty().isBound()) {
                    column.setVisible(was.path("visible").asBoolean(true));
                }
            }
        }
    }

    private static String name(TableColumnBase<?, ?> column) {
        String id = column.getId();
        return id == null ? column.getText() : id;
    }

    private static ObservableList<? extends TableColumnBase<?, ?>> columnsOf(Node table) {
        return switch (table) {
            case TableView<?> flat -> flat.getColumns();
            case TreeTableView<?> tree -> tree.getColumns();
            default -> throw new IllegalArgumentException(table.toString());
        };
    }

    private static List<Node> tablesIn(Node node) {
        List<Node> found = new ArrayList<>();
        collect(node, found);
        return found;
    }

    private static void collect(Node node, List<Node> found) {
        if (node instanceof TableView<?> || node instanceof TreeTableView<?>) {
            if (node.getId() != null) {
                found.add(node);
            }
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }
}
