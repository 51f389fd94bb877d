package dev.howdah.session;

import dev.howdah.core.Reading;
import dev.howdah.pg.server.vitals.VitalsInterval;
import dev.howdah.pg.server.vitals.VitalsSnapshot;
import dev.howdah.pg.server.vitals.VitalsTrend;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the charts of one server show: its last hour, as far as the console looked. It is fed while
 * the server is on the screen, whichever tab is in front. All methods are called on the UI thread.
 */
public final class VitalsHistory {
    /** Between two looks. */
    public static final Duration PAUSE = Duration.ofSeconds(2);

    /** One hour. */
    static final int CAPACITY = 1_800;

    /** A longer hole than a late answer makes: paused, hidden, unreachable, or asleep. */
    static final Duration HOLE = Duration.ofSeconds(10);

    private static final Duration LATELY = Duration.ofMinutes(5);

    private record Point(VitalsSample sample, Optional<VitalsInterval> interval) {}

    private final Deque<Point> points = new ArrayDeque<>();
    private final List<Runnable> listeners = new ArrayList<>();
    private Reading<VitalsSnapshot> reading = Reading.waiting();
    private @Nullable VitalsSnapshot last;

    /** Takes one more reading and tells everybody who listens. */
    void take(Reading<VitalsSnapshot> next) {
        boolean isNews = !next.equals(reading);
        reading = next;
        if (!isNews) {
            return;
        }
        if (next instanceof Reading.Fresh<VitalsSnapshot>(VitalsSnapshot value, Instant at)) {
            add(value, at);
        } else {
            addGap();
        }
        List.copyOf(listeners).forEach(Runnable::run);
    }

    private void add(VitalsSnapshot now, Instant at) {
        Point newest = points.peekLast();
        boolean isHole =
                newest != null && Duration.between(newest.sample().at(), at).compareTo(HOLE) > 0;
        if (isHole) {
            append(new Point(VitalsSample.gap(at), Optional.empty()));
        }
        Optional<VitalsInterval> interval =
                last == null || isHole ? Optional.empty() : VitalsInterval.between(last, now);
        append(new Point(VitalsSample.of(at, now, interval), interval));
        last = now;
    }

    /** One is enough, however long the trouble lasts. */
    private void addGap() {
        Point newest = points.peekLast();
        if (newest != null && last != null) {
            append(new Point(VitalsSample.gap(newest.sample().at()), Optional.empty()));
            last = null;
        }
    }

    private void append(Point point) {
        if (points.size() == CAPACITY) {
            points.removeFirst();
        }
        points.addLast(point);
    }

    /** Calls {@code listener} after every reading, good or bad. Running the result ends that. */
    public Runnable subscribe(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** Oldest first, about 2 s apart; at most an hour. */
    public List<VitalsSample> samples() {
        return points.stream().map(Point::sample).toList();
    }

    /** The newest counters and gauges themselves. */
    public Reading<VitalsSnapshot> reading() {
        return reading;
    }

    /** For judgements on rates; waiting until two comparable samples of the last minutes exist. */
    public Reading<VitalsTrend> trend() {
        return switch (reading) {
            case Reading.Waiting<VitalsSnapshot> _ -> Reading.waiting();
            case Reading.Unavailable<VitalsSnapshot> none ->
                    new Reading.Unavailable<>(none.reason());
            case Reading.Fresh<VitalsSnapshot>(VitalsSnapshot _, Instant at) ->
                    trendAt(at)
                            .<Reading<VitalsTrend>>map(trend -> new Reading.Fresh<>(trend, at))
                            .orElseGet(Reading::waiting);
            case Reading.Stale<VitalsSnapshot> old ->
                    trendAt(old.takenAt())
                            .<Reading<VitalsTrend>>map(trend ->
                                    new Reading.Stale<>(trend, old.takenAt(), old.reason()))
                            .orElseGet(() -> new Reading.Unavailable<>(old.reason()));
        };
    }

    private Optional<VitalsTrend> trendAt(Instant now) {
        return over(now.minus(LATELY))
                .flatMap(lately -> over(Instant.MIN).map(hour -> new VitalsTrend(lately, hour)));
    }

    private Optional<VitalsInterval> over(Instant from) {
        VitalsInterval sum = null;
        for (Iterator<Point> newestFirst = points.descendingIterator(); newestFirst.hasNext(); ) {
            Point point = newestFirst.next();
            if (point.sample().at().isBefore(from)) {
                break;
            }
            if (point.interval().isPresent()) {
                sum = sum == null ? point.interval().get() : sum.plus(point.interval().get());
            }
        }
        return Optional.ofNullable(sum);
    }
}
