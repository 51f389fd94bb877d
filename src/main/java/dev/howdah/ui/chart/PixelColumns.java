package dev.howdah.ui.chart;

import java.util.Arrays;

/**
 * The points of a {@link TimeSeries} that can be seen at a given width. Of all points that fall
 * into one column of pixels only the smallest and the largest are kept, in their order of time, so
 * that a peak of one sample is never lost and a line costs no more than its width.
 */
final class PixelColumns {
    private double[] xs;
    private double[] values;
    private int size;

    private PixelColumns(int capacity) {
        xs = new double[capacity];
        values = new double[capacity];
    }

    /**
     * @param from epoch milliseconds at the left edge
     * @param to epoch milliseconds at the right edge
     * @param width in pixels, 1 or more
     */
    static PixelColumns of(TimeSeries series, long from, long to, double width) {
        PixelColumns seen = new PixelColumns(Math.min(series.size(), 2 * (int) width) + 16);
        double scale = width / Math.max(1, to - from);
        int index = series.firstFrom(from);
        boolean joined = false;
        while (index < series.size() && series.millisAt(index) <= to) {
            if (Double.isNaN(series.valueAt(index))) {
                joined = false;
                index++;
                continue;
            }
            joined &= series.joinsBefore(index);
            if (!joined) {
                seen.breakLine();
            }
            index = seen.addColumn(series, index, from, to, scale);
            joined = true;
        }
        return seen;
    }

    /** Adds the points of the column that begins with this one; returns the first after it. */
    private int addColumn(TimeSeries series, int first, long from, long to, double scale) {
        double column = Math.floor((series.millisAt(first) - from) * scale);
        int low = first;
        int high = first;
        int next = first + 1;
        while (next < series.size()
                && series.millisAt(next) <= to
                && series.joinsBefore(next)
                && Math.floor((series.millisAt(next) - from) * scale) == column) {
            low = series.valueAt(next) < series.valueAt(low) ? next : low;
            high = series.valueAt(next) > series.valueAt(high) ? next : high;
            next++;
        }
        add((series.millisAt(Math.min(low, high)) - from) * scale, series, Math.min(low, high));
        if (low != high) {
            add((series.millisAt(Math.max(low, high)) - from) * scale, series, Math.max(low, high));
        }
        return next;
    }

    private void add(double x, TimeSeries series, int index) {
        append(x, series.valueAt(index));
    }

    private void breakLine() {
        if (size > 0) {
            append(Double.NaN, Double.NaN);
        }
    }

    private void append(double x, double value) {
        if (size == xs.length) {
            xs = Arrays.copyOf(xs, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
        }
        xs[size] = x;
        values[size] = value;
        size++;
    }

    int size() {
        return size;
    }

    /** Pixels from the left edge. */
    double x(int index) {
        return xs[index];
    }

    double value(int index) {
        return values[index];
    }

    /** Whether there is no point here: the line ends before and begins anew after. */
    boolean isGap(int index) {
        return Double.isNaN(xs[index]);
    }
}
