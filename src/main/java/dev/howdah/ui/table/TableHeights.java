package dev.howdah.ui.table;

import javafx.beans.binding.Bindings;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;

/** Tables that are as high as their rows, for pages that scroll as a whole. */
public final class TableHeights {
    private static final double ROW = 28;

    /** The head and the borders. */
    private static final double HEAD = 38;

    private TableHeights() {}

    /**
     * Keeps the table just high enough, from one row up to {@code most}; with more it scrolls. The
     * table must have its items.
     */
    public static void fit(TableView<?> table, int most) {
        table.prefHeightProperty()
                .bind(
                        Bindings.size(table.getItems())
                                .map(rows -> HEAD + ROW * Math.clamp(rows.intValue(), 1, most)));
        table.setMinHeight(Region.USE_PREF_SIZE);
        table.setMaxHeight(Region.USE_PREF_SIZE);
    }
}
