package dev.howdah.pg.statements.interval;

import dev.howdah.pg.statements.Counters;
import dev.howdah.pg.statements.StatementCounter;
import dev.howdah.pg.statements.StatementKey;
import dev.howdah.pg.statements.StatementsCut;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What statements did between two readings, or since their counters began. Never negative: whatever
 * began anew in between counts from zero.
 *
 * @param from the earlier reading by this desktop's clock; empty for totals
 * @param to the newest reading
 * @param meansBefore length of the stretch just before the interval that means are compared with;
 *     empty when it is all the time before, back to the reset
 * @param all all statements together
 * @param cut what a statement that is missing here stays below, by its total
 * @param counted the counters that the extension's version keeps
 * @param rows those that ran, in no order
 */
public record StatementsInterval(
        Optional<Instant> from,
        Instant to,
        Optional<Duration> meansBefore,
        All all,
        StatementsCut cut,
        Set<StatementCounter> counted,
        List<Row> rows) {

    /** So many at the head of a list must be right. */
    static final int HEAD = 20;

    /** In a list with fewer than that, what is below this share of all may be missing. */
    private static final double NEGLIGIBLE = 0.005;

    public StatementsInterval {
        counted = Set.copyOf(counted);
        rows = List.copyOf(rows);
    }

    /**
     * All statements of the server together.
     *
     * @param statements entries at the end of the interval
     * @param hidden entries whose ids our role may not see
     * @param resetAt since when the server counts; empty when it does not say
     * @param evictions how many times entries were dropped to make room, within the interval; empty
     *     when the server does not say
     * @param totalMs added in the interval; empty when evictions or resets falsify the sums
     * @param unseenMs the part of it that no row here accounts for
     * @param unseenCalls as unseenMs
     */
    public record All(
            int statements,
            int hidden,
            Optional<Instant> resetAt,
            OptionalLong evictions,
            OptionalDouble totalMs,
            OptionalDouble unseenMs,
            OptionalDouble unseenCalls) {}

    /** How well a row's numbers are known. */
    public enum Certainty {
        EXACT,
        /** It was below the cut when the interval began: a part may be from before. */
        AT_MOST,
        /** It was evicted or reset meanwhile: what it did before that is missing. */
        AT_LEAST
    }

    /**
     * One statement.
     *
     * @param now its counters at the end
     * @param then its counters at the beginning; zero for a statement that was not there
     * @param meanBeforeMs mean time in the stretch before; empty when it did not run then
     * @param isNew first seen in this interval
     */
    public record Row(
            StatementKey key,
            String user,
            String database,
            Optional<Instant> since,
            Counters now,
            Counters then,
            Certainty certainty,
            OptionalDouble meanBeforeMs,
            boolean isNew) {

        /** What the interval added, 0 or more. */
        public double added(StatementCounter counter) {
            return Math.max(0, now.get(counter) - then.get(counter));
        }

        /**
         * Mean time of a call in this interval; empty when there was none. Where the numbers are
         * not exact this is no bound: it is the mean of what they count.
         */
        public OptionalDouble meanMs() {
            return ratio(added(StatementCounter.TOTAL_MS), added(StatementCounter.CALLS));
        }

        public OptionalDouble rowsPerCall() {
            return ratio(added(StatementCounter.ROWS), added(StatementCounter.CALLS));
        }

        /** Share of shared blocks found in the cache, 0 to 100; empty when it touched none. */
        public OptionalDouble cacheHitPct() {
            double hit = added(StatementCounter.SHARED_HIT);
            return ratio(100 * hit, hit + added(StatementCounter.SHARED_READ));
        }

        /** How the mean changed against before, in per cent; empty when either is unknown. */
        public OptionalDouble meanChangePct() {
            OptionalDouble mean = meanMs();
            boolean known = meanBeforeMs.orElse(0) > 0 && certainty != Certainty.AT_MOST;
            if (mean.isEmpty() || !known) {
                return OptionalDouble.empty();
            }
            double old = meanBeforeMs.orElseThrow();
            return OptionalDouble.of(100 * (mean.getAsDouble() - old) / old);
        }

        /** The measure that this rank sorts by; 0 when the statement has none. */
        public double measure(StatementsRank rank) {
            return rank == StatementsRank.MEAN_TIME ? meanMs().orElse(0) : added(rank.limit());
        }

        private static OptionalDouble ratio(double part, double whole) {
            return whole > 0 ? OptionalDouble.of(part / whole) : OptionalDouble.empty();
        }
    }

    /** The largest by this rank among those wanted, the largest first. */
    public List<Row> top(StatementsRank rank, int limit, Predicate<Row> wanted) {
        return rows.stream()
                .filter(wanted)
                .sorted(
                        Comparator.comparingDouble((Row row) -> row.measure(rank))
                                .reversed()
                                .thenComparing(row -> row.key().queryId()))
                .limit(limit)
                .toList();
    }

    /** One statement; empty when it did not run. */
    public Optional<Row> row(StatementKey key) {
        return rows.stream().filter(row -> row.key().equals(key)).findFirst();
    }

    /**
     * No statement that is missing here has a larger measure than this; 0 when none is missing.
     * Nothing can have added more than it has in all (the cut), nor more than what remains when all
     * rows are taken off the sum over all.
     */
    public double missingUpTo(StatementsRank rank) {
        return missingUpTo(rank, cut);
    }

    /** As {@link #missingUpTo(StatementsRank)}, if only what this cut reads were here. */
    double missingUpTo(StatementsRank rank, StatementsCut higher) {
        if (higher.equals(StatementsCut.NONE)) {
            return 0;
        }
        double calls = unseen(all.unseenCalls(), StatementCounter.CALLS, higher);
        if (calls < 0.5) {
            return 0;
        }
        double most =
                switch (rank.limit()) {
                    case CALLS -> calls;
                    case TOTAL_MS -> unseen(all.unseenMs(), StatementCounter.TOTAL_MS, higher);
                    default -> Double.POSITIVE_INFINITY;
                };
        return Math.min(most, higher.limit(rank.limit()));
    }

    private double unseen(OptionalDouble now, StatementCounter counter, StatementsCut higher) {
        double more =
                rows.stream()
                        .filter(row -> !higher.reads(row.now()))
                        .mapToDouble(row -> row.added(counter))
                        .sum();
        return now.orElse(Double.POSITIVE_INFINITY) + more;
    }

    /**
     * The least measure that counts: what stays below is not among the first 20, or is negligible.
     */
    double needed(StatementsRank rank) {
        double[] sorted =
                rows.stream()
                        .filter(row -> row.certainty() == Certainty.EXACT)
                        .mapToDouble(row -> row.measure(rank))
                        .sorted()
                        .toArray();
        double last = sorted.length < HEAD ? 0 : sorted[sorted.length - HEAD];
        double sum = 0;
        for (double measure : sorted) {
            sum += measure;
        }
        return rank.isSum() ? Math.max(last, NEGLIGIBLE * sum) : last;
    }

    /** Whether the head of a list that is ranked like this lacks nothing that belongs there. */
    public boolean isComplete(StatementsRank rank) {
        return missingUpTo(rank) <= needed(rank);
    }
}
