package dev.howdah.ui.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;

/** A small line without axes: how a number went. Gaps stay gaps. */
public final class Sparkline extends Region {
    private final Path line = new Path();
    private final Path ground = new Path();
    private TimeSeries series = TimeSeries.empty();
    private long from;
    private long to = 1;
    private double floor;
    private double ceiling = Double.NaN;

    public Sparkline() {
        getStyleClass().add("sparkline");
        line.getStyleClass().add("sparkline-line");
        ground.getStyleClass().add("sparkline-ground");
        getChildren().addAll(ground, line);
        setMouseTransparent(true);
    }

    /** Shows what lies between these moments, each value at its moment. */
    public void show(TimeSeries newSeries, Instant newFrom, Instant newTo) {
        series = newSeries;
        from = newFrom.toEpochMilli();
        to = Math.max(from + 1, newTo.toEpochMilli());
        requestLayout();
    }

    /**
     * The values at the bottom and at the top.
     *
     * @param newCeiling NaN means the largest value shown
     */
    public void range(double newFloor, double newCeiling) {
        floor = newFloor;
        ceiling = newCeiling;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(1, getWidth() - 2);
        double height = Math.max(1, getHeight() - 2);
        double top = Double.isNaN(ceiling) ? series.largestFrom(from) : ceiling;
        double span = top > floor ? top - floor : 1;
        PixelColumns points = PixelColumns.of(series, from, to, width);
        List<PathElement> elements = new ArrayList<>(points.size());
        boolean pen = false;
        for (int i = 0; i < points.size(); i++) {
            if (points.isGap(i)) {
                pen = false;
                continue;
            }
            double x = 1 + points.x(i);
            double share = Math.clamp((points.value(i) - floor) / span, 0, 1);
            double y = 1 + height * (1 - share);
            elements.add(pen ? new LineTo(x, y) : new MoveTo(x, y));
            pen = true;
        }
        line.getElements().setAll(elements);
        double bottom = Math.floor(getHeight()) - 0.5;
        ground.getElements().setAll(new MoveTo(0.5, bottom), new LineTo(getWidth() - 0.5, bottom));
    }
}
