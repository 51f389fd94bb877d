package dev.howdah.ui.users.form;

import dev.howdah.ui.table.TableExport;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.Tooltip;
import org.jspecify.annotations.Nullable;

/** A text that stands whole in its tooltip where the column cuts it. */
public final class WholeTextCell<L> extends TableCell<L, String> {
    private final Tooltip whole = new Tooltip();

    /**
     * Shows the text of each line in the column.
     *
     * @return the same for a file, under the column's id
     */
    public static <L> TableExport.Column<L> show(
            TableColumn<L, String> column, Function<L, String> text) {
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(text.apply(cell.getValue())));
        column.setCellFactory(_ -> new WholeTextCell<>());
        return new TableExport.Column<>(column.getId(), column.getText(), text);
    }

    @Override
    protected void updateItem(@Nullable String text, boolean empty) {
        super.updateItem(text, empty);
        setText(empty ? null : text);
        whole.setText(text);
        setTooltip(empty || text == null || text.isEmpty() ? null : whole);
    }
}
