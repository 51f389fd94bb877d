package dev.howdah.ui.backups.cells;

import dev.howdah.ui.table.LiveRow;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.control.TableColumn;

/** Says what the columns of a table show of each row. */
public final class Columns {
    private Columns() {}

    public static <T> void text(TableColumn<LiveRow<T>, String> column, Function<T, String> of) {
        column.setCellValueFactory(cell -> cell.getValue().valueProperty().map(of));
    }

    /** With its unit; a dash where it is below 0, which means unknown. */
    public static <T> void bytes(TableColumn<LiveRow<T>, Long> column, Function<T, Long> of) {
        column.setCellValueFactory(cell -> cell.getValue().valueProperty().map(of));
        column.setCellFactory(_ -> new BytesCell<>());
    }

    /** Sorted by how good it is. */
    public static <T> void judged(TableColumn<LiveRow<T>, Judged> column, Function<T, Judged> of) {
        column.setCellValueFactory(cell -> cell.getValue().valueProperty().map(of));
        column.setCellFactory(_ -> new JudgedCell<>());
        column.setComparator(Comparator.comparing(Judged::level).thenComparing(Judged::value));
    }

    /** As it is exported: empty where it is below 0, which means unknown. */
    public static Optional<Long> known(long bytes) {
        return bytes < 0 ? Optional.empty() : Optional.of(bytes);
    }
}
