package dev.howdah.ui.stats.resources;

import dev.howdah.core.Quantities;
import dev.howdah.provider.service.Metric;
import dev.howdah.ui.table.LiveRow;
import java.util.OptionalDouble;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Draws how much of a limit is taken, with the number behind it; nothing without a limit. */
final class ShareCell extends TableCell<LiveRow<Metric>, Metric> {
    private final ProgressBar bar = new ProgressBar();
    private final Label number = new Label();
    private final HBox line = new HBox(bar, number);

    ShareCell() {
        bar.getStyleClass().add("share-of-limit");
        number.getStyleClass().add("figures");
        number.setMinWidth(Region.USE_PREF_SIZE);
        line.getStyleClass().add("share-line");
        line.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable Metric metric, boolean empty) {
        super.updateItem(metric, empty);
        OptionalDouble share =
                empty || metric == null ? OptionalDouble.empty() : MetricWords.share(metric);
        if (share.isEmpty()) {
            setGraphic(null);
            return;
        }
        bar.setProgress(Math.min(1, share.getAsDouble()));
        number.setText(Quantities.percent(Math.rint(share.getAsDouble() * 100)));
        setGraphic(line);
    }
}
