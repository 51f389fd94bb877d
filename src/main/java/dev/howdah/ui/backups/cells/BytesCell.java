package dev.howdah.ui.backups.cells;

import dev.howdah.core.Quantities;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A number of bytes with its unit; a dash for a negative one, which means unknown. */
final class BytesCell<R> extends TableCell<R, Long> {
    BytesCell() {
        setAlignment(Pos.CENTER_RIGHT);
    }

    @Override
    protected void updateItem(@Nullable Long bytes, boolean empty) {
        super.updateItem(bytes, empty);
        setText(
                empty || bytes == null
                        ? null
                        : bytes < 0 ? "–" : Quantities.bytes(bytes.doubleValue()));
    }
}
