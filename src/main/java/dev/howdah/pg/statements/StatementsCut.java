package dev.howdah.pg.statements;

import dev.howdah.pg.statements.interval.StatementsRank;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which statements are worth reading: those that reach a least value in at least one counter. What
 * is not read is below all of them, and because no statement can add more in an interval than it
 * has in all, the cut also limits what an interval can miss.
 *
 * @param least by counter, above 0; empty when every statement is read. A counter that is missing
 *     in a non-empty map limits nothing.
 */
public record StatementsCut(Map<StatementCounter, Double> least) {
    /** Every statement. */
    public static final StatementsCut NONE = new StatementsCut(Map.of());

    /** The counters that {@link StatementsRank} ranks by. */
    public static final List<StatementCounter> LIMITING =
            List.of(
                    StatementCounter.TOTAL_MS,
                    StatementCounter.CALLS,
                    StatementCounter.ROWS,
                    StatementCounter.SHARED_READ,
                    StatementCounter.TEMP_WRITTEN,
                    StatementCounter.WAL_BYTES);

    public StatementsCut {
        least = Map.copyOf(least);
    }

    /** The cut that the largest {@code keep} by each counter reach, and few others. */
    public static StatementsCut keeping(int keep, Collection<Counters> all) {
        Map<StatementCounter, Double> least = new EnumMap<>(StatementCounter.class);
        for (StatementCounter counter : LIMITING) {
            least.put(counter, Math.max(reachedBy(keep, counter, all), smallest(counter)));
        }
        return new StatementsCut(least);
    }

    /**
     * The least value that about {@code keep} statements reach. Where thousands have the same one,
     * like a single call, it lies just above that.
     */
    public static double reachedBy(int keep, StatementCounter counter, Collection<Counters> all) {
        double[] sorted = all.stream().mapToDouble(each -> each.get(counter)).sorted().toArray();
        if (sorted.length < keep) {
            return 0;
        }
        double least = sorted[sorted.length - keep];
        long reach = Arrays.stream(sorted).filter(value -> value >= least).count();
        return reach <= 2L * keep ? least : Math.nextUp(least);
    }

    /** As this, but with everything that reaches {@code value} in this counter. */
    public StatementsCut lowered(StatementCounter counter, double value) {
        if (least.isEmpty() || value < smallest(counter)) {
            return NONE;
        }
        Map<StatementCounter, Double> lower = new EnumMap<>(least);
        lower.merge(counter, value, Math::min);
        return new StatementsCut(lower);
    }

    /** What a statement that was not read stays below in this counter; 0 when all were read. */
    public double limit(StatementCounter counter) {
        return least.isEmpty() ? 0 : least.getOrDefault(counter, Double.POSITIVE_INFINITY);
    }

    /** Whether a statement with these counters is read. */
    public boolean reads(Counters counters) {
        return least.isEmpty()
                || least.entrySet().stream()
                        .anyMatch(entry -> counters.get(entry.getKey()) >= entry.getValue());
    }

    /** A statement that ran has at least this much; less would read those that did not, too. */
    private static double smallest(StatementCounter counter) {
        return counter.unit() == StatementCounter.Unit.MILLIS ? 0.001 : 1;
    }

    /** Sorted by counter, for stable statements. */
    List<StatementCounter> counters() {
        StatementCounter[] sorted = least.keySet().toArray(StatementCounter[]::new);
        Arrays.sort(sorted);
        return List.of(sorted);
    }
}
