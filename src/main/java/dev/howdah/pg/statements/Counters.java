package dev.howdah.pg.statements;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The counters of one statement at one moment, packed: a server keeps thousands of statements and
 * the console remembers them for an hour.
 */
@SuppressWarnings("EnumOrdinal") // Indexes into an array that lives no longer than the program.
public final class Counters {
    /** Nothing counted yet: what a statement starts from. */
    public static final Counters ZERO = new Counters(new double[StatementCounter.values().length]);

    private final double[] values;

    private Counters(double[] values) {
        this.values = values;
    }

    /** One value for each of the counters, in their order; all others are 0. */
    static Counters of(List<StatementCounter> counters, double[] values) {
        double[] all = new double[StatementCounter.values().length];
        for (int i = 0; i < values.length; i++) {
            all[counters.get(i).ordinal()] = values[i];
        }
        return new Counters(all);
    }

    /** The named values; all others are 0. */
    public static Counters of(Map<StatementCounter, Double> values) {
        double[] all = new double[StatementCounter.values().length];
        values.forEach((counter, value) -> all[counter.ordinal()] = value);
        return new Counters(all);
    }

    /** In the counter's unit, 0 or more; 0 also for what this version of the extension lacks. */
    public double get(StatementCounter counter) {
        return values[counter.ordinal()];
    }

    /**
     * Whether these come before {@code later} in the life of one entry: nothing that only grows has
     * become less. False means that the entry was thrown away in between and began anew.
     */
    public boolean growsInto(Counters later) {
        return later.get(StatementCounter.CALLS) >= get(StatementCounter.CALLS)
                && later.get(StatementCounter.PLANS) >= get(StatementCounter.PLANS)
                && later.get(StatementCounter.TOTAL_MS) >= get(StatementCounter.TOTAL_MS)
                && later.get(StatementCounter.ROWS) >= get(StatementCounter.ROWS);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Counters counters && Arrays.equals(values, counters.values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "calls=" + get(StatementCounter.CALLS) + ", ms=" + get(StatementCounter.TOTAL_MS);
    }
}
