package dev.howdah.ui.overview.facts;

import javafx.beans.binding.Bindings;
import javafx.scene.control.TableView;

/** Makes a table as high as its rows, so that the page scrolls and not each table on it. */
final class FittedHeight {
    private static final double LINE = 28;

    private FittedHeight() {}

    /**
     * @param most rows; from there on the table scrolls
     */
    static void of(TableView<?> table, int most) {
        table.prefHeightProperty()
                .bind(
                        Bindings.createDoubleBinding(
                                () -> {
                                    int rows = Math.clamp(table.getItems().size(), 1, most);
                                    return LINE * (rows + 1) + 2;
                                },
                                table.getItems()));
        table.setMinHeight(TableView.USE_PREF_SIZE);
    }
}
