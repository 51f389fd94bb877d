package dev.howdah.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.shape.Line;

/**
 * The head of a {@link TimeChart}: its title and, for every line, a piece of that line, its name
 * and its value. The stylesheet colours these pieces, and the chart draws as they look.
 */
final class ChartLegend extends HBox {
    private static final double PIECE = 16;

    private final Label title = new Label();
    private final List<Entry> entries = new ArrayList<>();
    private Runnable onColours = () -> {};

    ChartLegend() {
        setManaged(false);
        getStyleClass().add("chart-legend");
        title.getStyleClass().add("chart-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().addAll(title, gap);
    }

    private record Entry(Line piece, Label name, Label value, HBox box) {}

    void setTitle(String text) {
        title.setText(text);
    }

    String getTitle() {
        return title.getText();
    }

    /** Called when a theme has changed the colours. */
    void onColours(Runnable action) {
        onColours = action;
    }

    /** Names the lines of this plot. */
    void show(Plot plot) {
        while (entries.size() < plot.lines().size()) {
            entries.add(entry(entries.size()));
        }
        for (int i = 0; i < entries.size(); i++) {
            boolean used = i < plot.lines().size();
            entries.get(i).box().setVisible(used);
            entries.get(i).box().setManaged(used);
            if (used) {
                entries.get(i).name().setText(plot.lines().get(i).name());
            }
        }
    }

    private Entry entry(int index) {
        Line piece = new Line(0, 0, PIECE, 0);
        piece.getStyleClass().addAll("chart-line", "chart-line-" + (index + 1));
        Label name = new Label();
        name.getStyleClass().addAll("caption", "text-muted");
        Label value = new Label();
        value.getStyleClass().addAll("caption", "chart-value");
        value.setMinWidth(Region.USE_PREF_SIZE);
        HBox box = new HBox(piece, name, value);
        box.getStyleClass().add("chart-legend-entry");
        getChildren().add(box);
        box.applyCss();
        piece.strokeProperty().subscribe(_ -> onColours.run());
        return new Entry(piece, name, value, box);
    }

    /** Shows the values at this moment, or the newest when it is {@link TimeChart#NO_MOMENT}. */
    void values(Plot plot, long at) {
        for (int i = 0; i < Math.min(entries.size(), plot.lines().size()); i++) {
            TimeSeries series = plot.lines().get(i).series();
            double value = at == TimeChart.NO_MOMENT ? series.last() : series.near(at);
            entries.get(i).value().setText(plot.unit().text(value));
        }
    }

    /** What a screen reader says: title, names and values. */
    String sentence() {
        StringJoiner parts = new StringJoiner(", ", title.getText() + ": ", "");
        for (Entry entry : entries) {
            if (entry.box().isVisible()) {
                parts.add(entry.name().getText() + " " + entry.value().getText());
            }
        }
        return parts.toString();
    }

    Paint colour(int index) {
        Paint stroke = index < entries.size() ? entries.get(index).piece().getStroke() : null;
        return stroke == null ? Color.TRANSPARENT : stroke;
    }

    double[] dashes(int index) {
        return entries.get(index).piece().getStrokeDashArray().stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
    }
}
