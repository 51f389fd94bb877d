package dev.howdah.pg.statements.interval;

import dev.howdah.pg.statements.Counters;
import dev.howdah.pg.statements.StatementCounter;
import dev.howdah.pg.statements.StatementsCut;
import dev.howdah.pg.statements.StatementsSnapshot;
import dev.howdah.pg.statements.StatementsSnapshot.Row;
import dev.howdah.pg.statements.interval.StatementsInterval.Certainty;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Makes an interval of two readings, statement by statement. */
final class StatementsComparison {
    private final StatementsSnapshot then;
    private final StatementsSnapshot now;
    private final @Nullable StatementsSnapshot before;
    private final List<StatementsInterval.Row> rows = new ArrayList<>();
    private double seenMs;
    private double seenCalls;
    private boolean lostSome;

    /**
     * @param before the reading where the stretch begins that means are compared with; null for all
     *     the time before
     */
    StatementsComparison(
            StatementsSnapshot then, StatementsSnapshot now, @Nullable StatementsSnapshot before) {
        this.then = then;
        this.now = now;
        this.before = before;
    }

    /** Everything since counting began, as of one reading. */
    static StatementsInterval totals(StatementsSnapshot now, Collection<Row> known) {
        StatementsComparison all = new StatementsComparison(now, now, null);
        for (Row row : known) {
            all.count(total(row));
        }
        return all.interval(
                Optional.empty(),
                Optional.empty(),
                now.origin().evictions(),
                now.all().complete(),
                now.all().totalMs(),
                now.all().calls());
    }

    /** One statement since its counters began. */
    static StatementsInterval.Row total(Row row) {
        return row(row, Counters.ZERO, Certainty.EXACT, OptionalDouble.empty(), false);
    }

    /**
     * Adds one statement that changed.
     *
     * @param last as it is now; null when it is gone
     * @param first as it was known at the beginning; null when it was not there or never read
     * @param earlier as it was known where the stretch before begins; null likewise
     */
    void add(@Nullable Row last, @Nullable Row first, @Nullable Row earlier) {
        if (last == null) {
            lostSome = true;
            return;
        }
        Row start = first != null && isSame(first, last) ? first : null;
        boolean anew = first != null && start == null;
        lostSome |= anew;
        Certainty certainty = certainty(first, last, anew);
        count(
                row(
                        last,
                        start == null ? Counters.ZERO : start.counters(),
                        certainty,
                        start == null ? OptionalDouble.empty() : meanBefore(earlier, start),
                        first == null && certainty == Certainty.EXACT));
    }

    private static StatementsInterval.Row row(
            Row last, Counters from, Certainty certainty, OptionalDouble mean, boolean isNew) {
        return new StatementsInterval.Row(
                last.key(),
                last.user(),
                last.database(),
                last.since(),
                last.counters(),
                from,
                certainty,
                mean,
                isNew);
    }

    /** What was not read this time is older than it looks: it counts among those not seen. */
    private void count(StatementsInterval.Row row) {
        boolean ran =
                row.added(StatementCounter.CALLS) > 0 || row.added(StatementCounter.PLANS) > 0;
        if (ran && now.cut().reads(row.now())) {
            rows.add(row);
            seenMs += surely(row, StatementCounter.TOTAL_MS);
            seenCalls += surely(row, StatementCounter.CALLS);
        }
    }

    /** What a statement added in any case, even if it was just below the cut at the beginning. */
    private double surely(StatementsInterval.Row row, StatementCounter counter) {
        if (row.certainty() != Certainty.AT_MOST) {
            return row.added(counter);
        }
        double most = Math.max(then.cut().limit(counter), row.then().get(counter));
        return Math.max(0, row.now().get(counter) - most);
    }

    private static boolean isSame(Row first, Row last) {
        return first.since().equals(last.since()) && first.counters().growsInto(last.counters());
    }

    private Certainty certainty(@Nullable Row first, Row last, boolean anew) {
        boolean knownThen =
                beganAfter(last)
                        || (first == null
                                ? then.cut().equals(StatementsCut.NONE)
                                : then.cut().reads(first.counters()));
        if (!knownThen) {
            return Certainty.AT_MOST;
        }
        return anew ? Certainty.AT_LEAST : Certainty.EXACT;
    }

    private boolean beganAfter(Row last) {
        return last.since().filter(then.origin().serverTime()::isBefore).isPresent();
    }

    private OptionalDouble meanBefore(@Nullable Row earlier, Row start) {
        boolean goesOn = earlier != null && isSame(earlier, start);
        Counters from = earlier != null && goesOn ? earlier.counters() : Counters.ZERO;
        Counters to = start.counters();
        double calls = to.get(StatementCounter.CALLS) - from.get(StatementCounter.CALLS);
        double ms = to.get(StatementCounter.TOTAL_MS) - from.get(StatementCounter.TOTAL_MS);
        return calls > 0 ? OptionalDouble.of(ms / calls) : OptionalDouble.empty();
    }

    StatementsInterval result() {
        OptionalLong from = then.origin().evictions();
        OptionalLong to = now.origin().evictions();
        OptionalLong evictions =
                from.isPresent() && to.isPresent()
                        ? OptionalLong.of(Math.max(0, to.getAsLong() - from.getAsLong()))
                        : OptionalLong.empty();
        // What was evicted takes its numbers out of the sums: their difference then says nothing.
        boolean sumsGoOn =
                !lostSome
                        && evictions.equals(OptionalLong.of(0))
                        && then.all().complete()
                        && now.all().complete();
        return interval(
                Optional.of(then.takenAt()),
                before == null
                        ? Optional.empty()
                        : Optional.of(Duration.between(before.takenAt(), then.takenAt())),
                evictions,
                sumsGoOn,
                Math.max(0, now.all().totalMs() - then.all().totalMs()),
                Math.max(0, now.all().calls() - then.all().calls()));
    }

    private StatementsInterval interval(
            Optional<Instant> from,
            Optional<Duration> meansBefore,
            OptionalLong evictions,
            boolean sumsKnown,
            double ms,
            double calls) {
        return new StatementsInterval(
                from,
                now.takenAt(),
                meansBefore,
                new StatementsInterval.All(
                        now.all().statements(),
                        now.all().hidden(),
                        now.origin().resetAt(),
                        evictions,
                        sumsKnown ? OptionalDouble.of(ms) : OptionalDouble.empty(),
                        rest(sumsKnown, ms, seenMs),
                        rest(sumsKnown, calls, seenCalls)),
                now.cut(),
                now.counted(),
                rows);
    }

    /** Sums are rounded: a rest that is less than a billionth of the whole is nothing. */
    private static OptionalDouble rest(boolean known, double whole, double seen) {
        double rest = whole - seen;
        double rounding = 1e-9 * Math.max(whole, seen);
        return !known || rest < -1_000 * rounding
                ? OptionalDouble.empty()
                : OptionalDouble.of(rest <= rounding ? 0 : rest);
    }
}
