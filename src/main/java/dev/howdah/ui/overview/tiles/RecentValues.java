package dev.howdah.ui.overview.tiles;

import dev.howdah.ui.chart.TimeSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The course of a number that nobody else keeps, for a tile; bounded. */
final class RecentValues {
    /** Ten minutes at a value every four seconds, a day at one every five minutes. */
    static final int MOST = 300;

    private final Deque<Value> values = new ArrayDeque<>();
    private final Duration longestStep;

    private record Value(Instant at, double value) {}

    /**
     * @param longestStep two values farther apart are not joined
     */
    RecentValues(Duration longestStep) {
        this.longestStep = longestStep;
    }

    /** A moment that is known already is not added again. */
    void add(Instant at, double value) {
        Value newest = values.peekLast();
        if (newest != null && !newest.at().isBefore(at)) {
            return;
        }
        if (values.size() == MOST) {
            values.removeFirst();
        }
        values.addLast(new Value(at, value));
    }

    TimeSeries series() {
        return TimeSeries.of(List.copyOf(values), Value::at, Value::value, longestStep);
    }

    /** The oldest value kept; NaN without any. */
    double first() {
        return values.isEmpty() ? Double.NaN : values.getFirst().value();
    }

    /** When the oldest value kept was taken. */
    Instant firstAt() {
        return values.isEmpty() ? Instant.MAX : values.getFirst().at();
    }
}
