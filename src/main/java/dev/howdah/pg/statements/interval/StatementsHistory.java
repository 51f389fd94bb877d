package dev.howdah.pg.statements.interval;

import dev.howdah.pg.statements.Counters;
import dev.howdah.pg.statements.StatementKey;
import dev.howdah.pg.statements.StatementsQuery;
import dev.howdah.pg.statements.StatementsSnapshot;
import dev.howdah.pg.statements.StatementsSnapshot.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Readings of the last two hours and the first one, so that any stretch up to now can be compared.
 * Each reading keeps only what changed since the one before; older readings lie further apart. Not
 * safe for threads.
 */
public final class StatementsHistory {
    private static final Duration REMEMBERED = Duration.ofMinutes(130);
    private static final Duration CLOSE = Duration.ofSeconds(10);

    /** An eighth: a stretch of an hour is met to 8 minutes, one of 5 minutes to a reading. */
    private static final int SPACING = 8;

    /** About 12 MB. */
    private static final int MAX_KEPT_ROWS = 30_000;

    private final List<Point> points = new ArrayList<>();
    private final Map<StatementKey, Row> known = new HashMap<>();

    /**
     * One reading.
     *
     * @param changed rows that differ from the reading before; empty for one that is gone
     */
    private record Point(StatementsSnapshot head, Map<StatementKey, Optional<Row>> changed) {
        Instant takenAt() {
            return head.takenAt();
        }

        /** Keeps the sums and drops the rows, which are in {@code changed}. */
        static Point of(StatementsSnapshot whole, Map<StatementKey, Optional<Row>> changed) {
            return new Point(
                    new StatementsSnapshot(
                            whole.takenAt(),
                            whole.origin(),
                            whole.all(),
                            whole.cut(),
                            whole.counted(),
                            List.of()),
                    changed);
        }
    }

    /**
     * Takes a reading, not older than the last one.
     *
     * @return whether the counters began anew since the last reading, so that all intervals start
     *     over
     */
    public boolean add(StatementsSnapshot snapshot) {
        boolean restarted = !points.isEmpty() && isRestart(points.getLast().head(), snapshot);
        if (restarted) {
            points.clear();
            known.clear();
        }
        Map<StatementKey, Optional<Row>> changed = new HashMap<>();
        Set<StatementKey> present = new HashSet<>();
        for (Row row : snapshot.rows()) {
            present.add(row.key());
            if (!row.equals(known.put(row.key(), row))) {
                changed.put(row.key(), Optional.of(row));
            }
        }
        known.values()
                .removeIf(row -> {
                    boolean gone =
                            !present.contains(row.key()) && snapshot.cut().reads(row.counters());
                    if (gone) {
                        changed.put(row.key(), Optional.empty());
                    }
                    return gone;
                });
        if (known.size() > StatementsQuery.MAX_ROWS + StatementsQuery.MAX_ROWS / 10) {
            known.keySet().retainAll(present);
        }
        points.add(Point.of(snapshot, changed));
        thin(snapshot.takenAt());
        return restarted;
    }

    /** One statement since its counters began, as last read; empty when it is not known. */
    public Optional<StatementsInterval.Row> total(StatementKey key) {
        Row row = known.get(key);
        return row == null ? Optional.empty() : Optional.of(StatementsComparison.total(row));
    }

    /** The newest counters of every statement that was read and is still there. */
    List<Counters> newest() {
        return known.values().stream().map(Row::counters).toList();
    }

    /**
     * The stretch up to the newest reading that comes closest to the range.
     *
     * @return empty before the first reading, and until there is a second one for all but totals
     */
    public Optional<StatementsInterval> interval(StatementsRange range) {
        if (points.isEmpty()) {
            return Optional.empty();
        }
        if (range == StatementsRange.TOTALS) {
            return Optional.of(
                    StatementsComparison.totals(points.getLast().head(), known.values()));
        }
        Instant now = points.getLast().takenAt();
        int start =
                range == StatementsRange.SINCE_OPENING
                        ? 0
                        : closest(now.minus(range.length()), points.size() - 1);
        if (Duration.between(points.get(start).takenAt(), points.getLast().takenAt())
                        .compareTo(CLOSE)
                < 0) {
            return Optional.empty();
        }
        return Optional.of(between(start));
    }

    /** The reading closest to a moment among those before this one. */
    private int closest(Instant wanted, int end) {
        int best = 0;
        for (int i = 1; i < end; i++) {
            if (distance(i, wanted).compareTo(distance(best, wanted)) <= 0) {
                best = i;
            }
        }
        return best;
    }

    private Duration distance(int index, Instant wanted) {
        return Duration.between(points.get(index).takenAt(), wanted).abs();
    }

    private StatementsInterval between(int start) {
        int before = justBefore(start);
        StatementsComparison comparison =
                new StatementsComparison(
                        points.get(start).head(),
                        points.getLast().head(),
                        before < 0 ? null : points.get(before).head());
        Set<StatementKey> touched = new HashSet<>();
        for (Point point : points.subList(start + 1, points.size())) {
            touched.addAll(point.changed().keySet());
        }
        for (StatementKey key : touched) {
            comparison.add(known.get(key), at(start, key), before < 0 ? null : at(before, key));
        }
        return comparison.result();
    }

    /** The reading about as long before the interval as it is long; -1 when there is none. */
    private int justBefore(int start) {
        Instant from = points.get(start).takenAt();
        Duration length = Duration.between(from, points.getLast().takenAt());
        int best = start == 0 ? -1 : closest(from.minus(length), start);
        if (best < 0) {
            return -1;
        }
        Duration stretch = Duration.between(points.get(best).takenAt(), from);
        boolean alike =
                stretch.multipliedBy(4).compareTo(length.multipliedBy(3)) >= 0
                        && stretch.compareTo(length.multipliedBy(2)) <= 0;
        return alike ? best : -1;
    }

    /** A row as it was known at a reading; null when it was not there or never read. */
    private @Nullable Row at(int index, StatementKey key) {
        for (int i = index; i >= 0; i--) {
            Optional<Row> row = points.get(i).changed().get(key);
            if (row != null) {
                return row.orElse(null);
            }
        }
        return null;
    }

    /** Whether two readings have nothing to do with each other, because counting began anew. */
    private boolean isRestart(StatementsSnapshot before, StatementsSnapshot now) {
        Optional<Instant> resetBefore = before.origin().resetAt();
        Optional<Instant> resetNow = now.origin().resetAt();
        if (resetBefore.isPresent() && resetNow.isPresent()) {
            // A clean restart of the server keeps the counters and this moment with them.
            return !resetBefore.equals(resetNow);
        }
        return resetBefore.isPresent() != resetNow.isPresent()
                || !before.origin().startedAt().equals(now.origin().startedAt())
                || mostBeganAnew(now);
    }

    /** Before extension 1.9 a reset shows only in that most statements are gone or began anew. */
    private boolean mostBeganAnew(StatementsSnapshot now) {
        long expected =
                known.values().stream().filter(row -> now.cut().reads(row.counters())).count();
        long wentOn =
                now.rows().stream()
                        .filter(row -> {
                            Row before = known.get(row.key());
                            return before != null && before.counters().growsInto(row.counters());
                        })
                        .count();
        return wentOn * 2 < expected;
    }

    /** Drops readings that lie closer together than their age asks for, and those too old. */
    private void thin(Instant now) {
        for (int i = points.size() - 2; i > 0; i--) {
            Duration age = Duration.between(points.get(i).takenAt(), now);
            Duration gap =
                    Duration.between(points.get(i - 1).takenAt(), points.get(i + 1).takenAt());
            boolean crowded = gap.compareTo(CLOSE) < 0 || gap.compareTo(age.dividedBy(SPACING)) < 0;
            if (crowded || age.compareTo(REMEMBERED) > 0) {
                drop(i);
            }
        }
        while (points.size() > 2 && keptRows() > MAX_KEPT_ROWS) {
            drop(points.size() / 2);
        }
    }

    int keptRows() {
        return points.stream().mapToInt(point -> point.changed().size()).sum();
    }

    /** What only this reading knew goes over to the next one. */
    private void drop(int index) {
        Map<StatementKey, Optional<Row>> next = points.get(index + 1).changed();
        points.remove(index).changed().forEach(next::putIfAbsent);
    }
}
