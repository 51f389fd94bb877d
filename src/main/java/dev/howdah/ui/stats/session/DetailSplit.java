package dev.howdah.ui.stats.session;

import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.geometry.Orientation;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A table and, while a session is looked at, its detail: beside the table where there is room, else
 * below it.
 */
public final class DetailSplit {
    private static final double WIDE = 980;

    private DetailSplit() {}

    /**
     * @param detail the last item of the split, taken out while there is nothing to show
     * @param close ends the look at a session; Escape does so, too
     */
    public static void tie(
            SplitPane split,
            Region detail,
            ReadOnlyObjectProperty<@Nullable SessionRow> lookedAt,
            Runnable close) {
        split.getItems().remove(detail);
        split.addEventHandler(
                KeyEvent.KEY_PRESSED,
                event -> {
                    if (event.getCode() == KeyCode.ESCAPE && split.getItems().contains(detail)) {
                        close.run();
                        event.consume();
                    }
                });
        split.widthProperty()
                .subscribe(width -> {
                    Orientation wanted =
                            width.doubleValue() < WIDE
                                    ? Orientation.VERTICAL
                                    : Orientation.HORIZONTAL;
                    if (split.getOrientation() != wanted) {
                        split.setOrientation(wanted);
                        divide(split);
                    }
                });
        lookedAt.subscribe(row -> {
            if (row == null) {
                split.getItems().remove(detail);
            } else if (!split.getItems().contains(detail)) {
                split.getItems().add(detail);
                divide(split);
            }
        });
    }

    private static void divide(SplitPane split) {
        if (split.getItems().size() == 2) {
            split.setDividerPositions(split.getOrientation() == Orientation.VERTICAL ? 0.6 : 0.72);
        }
    }
}
