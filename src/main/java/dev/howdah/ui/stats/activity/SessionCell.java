package dev.howdah.ui.stats.activity;

import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.ui.table.LiveRow;
import java.util.Comparator;
import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.jspecify.annotations.Nullable;

/** A cell with one text about a session. */
final class SessionCell extends TableCell<LiveRow<SessionRow>, SessionRow> {
    private final Function<SessionRow, String> words;

    private SessionCell(Function<SessionRow, String> words) {
        this.words = words;
    }

    @Override
    protected void updateItem(@Nullable SessionRow row, boolean empty) {
        super.updateItem(row, empty);
        setText(empty || row == null ? null : words.apply(row));
    }

    /** A column of texts that sorts by another value than what is written. */
    static <C extends Comparable<? super C>> void column(
            TableColumn<LiveRow<SessionRow>, SessionRow> column,
            Function<SessionRow, String> words,
            Function<SessionRow, C> order) {
        column.setCellValueFactory(cell -> cell.getValue().valueProperty());
        column.setCellFactory(_ -> new SessionCell(words));
        column.setComparator(Comparator.comparing(order));
    }

    /** A column that sorts by its texts. */
    static void column(
            TableColumn<LiveRow<SessionRow>, SessionRow> column,
            Function<SessionRow, String> words) {
        column(column, words, words);
    }
}
