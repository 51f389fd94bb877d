package dev.howdah.ui.stats.session;

import dev.howdah.ui.table.LiveRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javafx.collections.ListChangeListener;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableView;

/** Ties a table's selection, which goes by position, to one that goes by what the rows are. */
public final class TableSelection {
    private TableSelection() {}

    public static <K, T> void tie(TableView<LiveRow<T>> table, KeptSelection<K, T> selection) {
        var model = table.getSelectionModel();
        model.setSelectionMode(SelectionMode.MULTIPLE);
        model.getSelectedItems()
                .addListener(
                        (ListChangeListener<LiveRow<T>>) _ -> selection.choose(selected(table)));
        selection.onRestore(() -> restore(table, selection));
    }

    private static <T> List<LiveRow<T>> selected(TableView<LiveRow<T>> table) {
        // A table that is being changed answers with null for positions that are gone.
        return table.getSelectionModel().getSelectedItems().stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private static <K, T> void restore(TableView<LiveRow<T>> table, KeptSelection<K, T> selection) {
        List<Integer> wanted = new ArrayList<>();
        for (int i = 0; i < table.getItems().size(); i++) {
            if (selection.isChosen(table.getItems().get(i))) {
                wanted.add(i);
            }
        }
        var model = table.getSelectionModel();
        Set<Integer> now = new HashSet<>(model.getSelectedIndices());
        if (now.equals(new HashSet<>(wanted))) {
            return;
        }
        model.clearSelection();
        if (!wanted.isEmpty()) {
            int[] rest = wanted.stream().skip(1).mapToInt(Integer::intValue).toArray();
            model.selectIndices(wanted.getFirst(), rest);
        }
    }
}
