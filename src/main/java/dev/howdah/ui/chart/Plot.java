package dev.howdah.ui.chart;

import java.util.List;

/** What one {@link TimeChart} shows: up to six lines that share a unit. */
public record Plot(ChartUnit unit, List<Line> lines) {

    /** More hues than this can't be told apart. */
    public static final int MOST_LINES = 6;

    public Plot {
        lines = List.copyOf(lines);
        if (lines.size() > MOST_LINES) {
            throw new IllegalArgumentException(lines.size() + " lines in one chart");
        }
    }

    /** A line and what it is called in the chart. */
    public record Line(String name, TimeSeries series) {}

    /** The largest value from this moment on; NaN when none is known. */
    double largestFrom(long moment) {
        return lines.stream()
                .mapToDouble(line -> line.series().largestFrom(moment))
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(Double.NaN);
    }

    /** The smallest value from this moment on; NaN when none is known. */
    double smallestFrom(long moment) {
        return lines.stream()
                .mapToDouble(line -> line.series().smallestFrom(moment))
                .filter(value -> !Double.isNaN(value))
                .min()
                .orElse(Double.NaN);
    }
}
