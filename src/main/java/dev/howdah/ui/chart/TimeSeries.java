package dev.howdah.ui.chart;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * A number over time, oldest first, fit to be drawn. A value that is NaN is a gap, and so is a
 * pause longer than the longest step: where nobody looked, no line is drawn.
 */
public final class TimeSeries {
    private static final TimeSeries EMPTY = new TimeSeries(new long[0], new double[0], 0);

    private final long[] millis;
    private final double[] values;
    private final long longestStep;

    private TimeSeries(long[] millis, double[] values, long longestStep) {
        this.millis = millis;
        this.values = values;
        this.longestStep = longestStep;
    }

    public static TimeSeries empty() {
        return EMPTY;
    }

    /**
     * One value of each sample.
     *
     * @param samples in the order of time
     * @param longestStep two samples farther apart than this are not joined by a line
     */
    public static <S> TimeSeries of(
            List<S> samples,
            Function<S, Instant> when,
            ToDoubleFunction<S> value,
            Duration longestStep) {
        long[] millis = new long[samples.size()];
        double[] values = new double[samples.size()];
        int i = 0;
        for (S sample : samples) {
            millis[i] = when.apply(sample).toEpochMilli();
            values[i] = value.applyAsDouble(sample);
            i++;
        }
        return new TimeSeries(millis, values, longestStep.toMillis());
    }

    public int size() {
        return millis.length;
    }

    /** Since the epoch. */
    public long millisAt(int index) {
        return millis[index];
    }

    /** NaN where the number was not known. */
    public double valueAt(int index) {
        return values[index];
    }

    /** Whether a line may be drawn from the point before to this one. */
    public boolean joinsBefore(int index) {
        return index > 0
                && !Double.isNaN(values[index])
                && !Double.isNaN(values[index - 1])
                && millis[index] - millis[index - 1] <= longestStep;
    }

    /** The newest value; NaN when there is none or it is not known. */
    public double last() {
        return size() == 0 ? Double.NaN : values[size() - 1];
    }

    /** The value nearest to this moment; NaN when none lies within the longest step of it. */
    public double near(long moment) {
        int after = firstFrom(moment);
        int best = after;
        if (after == size() || (after > 0 && moment - millis[after - 1] < millis[after] - moment)) {
            best = after - 1;
        }
        return best >= 0 && Math.abs(millis[best] - moment) <= longestStep
                ? values[best]
                : Double.NaN;
    }

    /** The index of the first point at or after this moment; the size when there is none. */
    public int firstFrom(long moment) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (millis[middle] < moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The largest value from this moment on; NaN when none is known. */
    public double largestFrom(long moment) {
        double largest = Double.NaN;
        for (int i = firstFrom(moment); i < size(); i++) {
            if (!Double.isNaN(values[i])) {
                largest = Double.isNaN(largest) ? values[i] : Math.max(largest, values[i]);
            }
        }
        return largest;
    }

    /** The smallest value from this moment on; NaN when none is known. */
    public double smallestFrom(long moment) {
        double smallest = Double.NaN;
        for (int i = firstFrom(moment); i < size(); i++) {
            if (!Double.isNaN(values[i])) {
                smallest = Double.isNaN(smallest) ? values[i] : Math.min(smallest, values[i]);
            }
        }
        return smallest;
    }
}
