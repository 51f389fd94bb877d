package dev.howdah.ui;

import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/** A small line without axes: how a number went. Gaps stay gaps. */
public final class Sparkline extends Region {
    private final Path line = new Path();
    private double[] values = {};
    private double floor;
    private double ceiling = Double.NaN;

    public Sparkline() {
        getStyleClass().add("sparkline");
        line.getStyleClass().add("sparkline-line");
        getChildren().add(line);
        setMouseTransparent(true);
    }

    /**
     * Shows these values from left to right, evenly spaced.
     *
     * @param newValues NaN is a gap
     */
    public void show(double[] newValues) {
        values = newValues.clone();
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
        line.getElements().clear();
        if (values.length < 2) {
            return;
        }
        double top = ceiling;
        if (Double.isNaN(top)) {
            top = floor;
            for (double value : values) {
                top = Double.isNaN(value) ? top : Math.max(top, value);
            }
        }
        double span = top > floor ? top - floor : 1;
        double width = getWidth() - 2;
        double height = getHeight() - 2;
        boolean pen = false;
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                pen = false;
                continue;
            }
            double x = 1 + width * i / (values.length - 1);
            double share = Math.clamp((values[i] - floor) / span, 0, 1);
            double y = 1 + height * (1 - share);
            line.getElements().add(pen ? new LineTo(x, y) : new MoveTo(x, y));
            pen = true;
        }
    }
}
