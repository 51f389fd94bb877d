package dev.howdah.ui.overview.facts;

import dev.howdah.core.Quantities;
import dev.howdah.ui.table.LiveRow;
import java.util.Comparator;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/** What the columns of this tab's tables show, and how they sort. */
final class Columns {
    private Columns() {}

    /** A text, sorted without regard to case. */
    static <T> void text(TableColumn<LiveRow<T>, String> column, Function<T, String> text) {
        column.setCellValueFactory(cell ->
                Bindings.createStringBinding(
                        () -> text.apply(cell.getValue().get()), cell.getValue().valueProperty()));
        column.setComparator(String.CASE_INSENSITIVE_ORDER);
    }

    /** A number with its unit, sorted by what it counts, largest first when first clicked. */
    static <T> void number(
            TableColumn<LiveRow<T>, T> column, Comparator<T> order, Function<T, String> text) {
        column.setCellValueFactory(cell -> cell.getValue().valueProperty());
        column.setComparator(order);
        column.setSortType(TableColumn.SortType.DESCENDING);
        column.setCellFactory(_ ->
                new TableCell<>() {
                    @Override
                    protected void updateItem(@Nullable T item, boolean empty) {
                        super.updateItem(item, empty);
                        setText(empty || item == null ? null : text.apply(item));
                    }
                });
    }

    static String count(long count) {
        return Quantities.count(count);
    }
}
