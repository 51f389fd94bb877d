package dev.howdah.pg.statements.interval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.pg.statements.Counters;
import dev.howdah.pg.statements.SomeStatements;
import dev.howdah.pg.statements.StatementCounter;
import dev.howdah.pg.statements.StatementKey;
import dev.howdah.pg.statements.StatementsCut;
import dev.howdah.pg.statements.StatementsSnapshot;
import dev.howdah.pg.statements.interval.StatementsInterval.Certainty;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The cut is exact: whoever reads only the heavy statements sees the same list as somebody who
 * reads them all, and is told where that would not be so.
 */
class StatementsCutTest {
    private static final int POLLS = 42;
    private static final int PAUSE_SECONDS = 30;

    @ParameterizedTest
    @EnumSource(StatementsRank.class)
    void showsTheSameTopAsAFullReadByEveryRank(StatementsRank rank) {
        new Run(0, rank, 1_000, false, 40).go();
    }

    @ParameterizedTest
    @EnumSource(StatementsRank.class)
    @Tag("long")
    void showsTheSameTopOnManyServers(StatementsRank rank) {
        for (int seed = 1; seed < 20; seed++) {
            new Run(seed, rank, 1_000, seed % 2 == 0, 40).go();
        }
    }

    @Test
    void staysTrueWhileTheServerEvictsStatements() {
        new Run(1, StatementsRank.TOTAL_TIME, 1_000, true, 40).go();
    }

    @Test
    void readsFewRowsOnceItKnowsTheServer() {
        Run run =
                new Run(
                        1,
                        StatementsRank.TOTAL_TIME,
                        5_000,
                        false,
                        2,
                        StatementsRange.LAST_15_MINUTES);

        run.go();

        assertTrue(3 * run.rowsRead < run.rowsThere, run.rowsRead + " of " + run.rowsThere);
        assertTrue(run.readings < 1.25 * POLLS, run.readings + " readings");
    }

    /** A server that works, and a console that reads it with a cut. */
    private static final class Run {
        private final Random random;
        private final StatementsRank rank;
        private final boolean evicting;
        private final int strays;
        private final Map<StatementKey, StatementsSnapshot.Row> server = new HashMap<>();
        private final Map<Instant, Map<StatementKey, StatementsSnapshot.Row>> past =
                new HashMap<>();
        private final StatementsHistory history = new StatementsHistory();
        private final StatementsCutChoice choice = new StatementsCutChoice();
        private final StatementsRange[] ranges;
        private StatementsCut cut = StatementsCut.NONE;
        private long evictions;
        private long nextId;
        private int second;
        private long rowsRead;
        private long rowsThere;
        private int readings;

        Run(
                int seed,
                StatementsRank rank,
                int statements,
                boolean evicting,
                int strays,
                StatementsRange... ranges) {
            this.random = new Random(seed * 31L + rank.name().hashCode());
            this.rank = rank;
            this.evicting = evicting;
            this.strays = strays;
            this.ranges = ranges.length == 0 ? StatementsRange.values() : ranges;
            for (int i = 0; i < statements; i++) {
                add();
                // Totals of months: from microseconds to hours.
                work(SomeStatements.key(nextId - 1), Math.exp(random.nextDouble() * 16 - 2));
            }
        }

        void go() {
            for (int poll = 0; poll < POLLS; poll++) {
                read();
                StatementsRange shown = ranges[poll / 7 % ranges.length];
                boolean chosenAnew = poll % 7 == 0;
                if (chosenAnew) {
                    choice.reconsider();
                }
                boolean askedAgain = askAgain(shown);
                if (chosenAnew && askedAgain && poll > 0) {
                    assertTrue(isComplete(shown), shown + " at " + poll);
                }
                for (StatementsRange range : ranges) {
                    history.interval(range).ifPresent(this::compareWithTheTruth);
                }
                second += PAUSE_SECONDS;
                busy();
            }
        }

        private boolean askAgain(StatementsRange shown) {
            Optional<StatementsCut> better =
                    history.interval(shown).flatMap(i -> choice.next(cut, history, i, rank, now()));
            better.ifPresent(found -> {
                cut = found;
                second++;
                read();
            });
            return better.isPresent();
        }

        private boolean isComplete(StatementsRange range) {
            return history.interval(range).orElseThrow().isComplete(rank);
        }

        private Instant now() {
            return SomeStatements.OPENING.plusSeconds(second);
        }

        private void read() {
            StatementsSnapshot snapshot =
                    SomeStatements.cut(
                            cut,
                            second,
                            OptionalLong.of(evictions),
                            new ArrayList<>(server.values()));
            past.put(snapshot.takenAt(), new HashMap<>(server));
            assertFalse(history.add(snapshot));
            rowsRead += snapshot.rows().size();
            rowsThere += server.size();
            readings++;
        }

        private void compareWithTheTruth(StatementsInterval interval) {
            List<StatementsInterval.Row> truth = truth(interval);
            Map<StatementKey, StatementsInterval.Row> told = new HashMap<>();
            interval.rows().forEach(row -> told.put(row.key(), row));
            double missing = interval.missingUpTo(rank);
            for (StatementsInterval.Row fact : truth) {
                StatementsInterval.Row row = told.get(fact.key());
                if (row == null) {
                    assertTrue(
                            fact.measure(rank) <= missing + 1e-6,
                            "missing " + fact + " although it is complete down to " + missing);
                    continue;
                }
                check(fact, row);
            }
            boolean exact =
                    interval.rows().stream()
                            .filter(row -> row.measure(rank) >= missing)
                            .allMatch(row -> row.certainty() == Certainty.EXACT);
            if (exact) {
                double from = Math.max(missing, interval.needed(rank));
                assertEquals(
                        keys(truth.stream().filter(row -> isBounded(told.get(row.key()))), from),
                        keys(interval.rows().stream().filter(this::isBounded), from));
            }
        }

        /** The mean of numbers that are not exact is no bound, and says so. */
        private boolean isBounded(StatementsInterval.@Nullable Row row) {
            return rank != StatementsRank.MEAN_TIME
                    || row == null
                    || row.certainty() == Certainty.EXACT;
        }

        private void check(StatementsInterval.Row fact, StatementsInterval.Row row) {
            for (StatementCounter counter : StatementsCut.LIMITING) {
                double difference = row.added(counter) - fact.added(counter);
                switch (row.certainty()) {
                    case EXACT -> assertEquals(0, difference, 1e-6, row + " " + counter);
                    case AT_MOST -> assertTrue(difference >= -1e-6, row + " " + counter);
                    case AT_LEAST -> assertTrue(difference <= 1e-6, row + " " + counter);
                }
            }
        }

        private List<StatementKey> keys(Stream<StatementsInterval.Row> rows, double from) {
            return rows.filter(row -> row.measure(rank) > from)
                    .sorted(
                            Comparator.comparingDouble(
                                            (StatementsInterval.Row row) -> -row.measure(rank))
                                    .thenComparing(row -> row.key().queryId()))
                    .limit(StatementsInterval.HEAD)
                    .map(StatementsInterval.Row::key)
                    .toList();
        }

        /** What somebody would have seen who read everything at the same two moments. */
        private List<StatementsInterval.Row> truth(StatementsInterval interval) {
            Map<StatementKey, StatementsSnapshot.Row> then =
                    interval.from().map(past::get).orElse(Map.of());
            return past.getOrDefault(interval.to(), Map.of()).values().stream()
                    .map(row -> {
                        StatementsSnapshot.Row first = then.get(row.key());
                        boolean goesOn = first != null && first.since().equals(row.since());
                        return new StatementsInterval.Row(
                                row.key(),
                                row.user(),
                                row.database(),
                                row.since(),
                                row.counters(),
                                goesOn && first != null ? first.counters() : Counters.ZERO,
                                Certainty.EXACT,
                                java.util.OptionalDouble.empty(),
                                !goesOn);
                    })
                    .filter(row -> row.added(StatementCounter.CALLS) > 0)
                    .toList();
        }

        /** A few statements run all the time, some now and then, most never again. */
        private void busy() {
            int size = (int) nextId;
            for (int i = 0; i < 30; i++) {
                runIfThere(i * 7 % size, random.nextDouble() * 2_000);
            }
            for (int i = 0; i < strays; i++) {
                runIfThere(random.nextInt(size), Math.exp(random.nextDouble() * 9 - 3));
            }
            if (random.nextInt(3) == 0) {
                add();
                work(SomeStatements.key(nextId - 1), random.nextDouble() * 500);
            }
            if (random.nextInt(12) == 0) {
                runIfThere(random.nextInt(size), 60_000);
            }
            if (evicting && random.nextInt(10) == 0) {
                evict();
            }
        }

        private void runIfThere(long id, double ms) {
            if (server.containsKey(SomeStatements.key(id))) {
                work(SomeStatements.key(id), ms);
            } else if (evicting) {
                server.put(
                        SomeStatements.key(id),
                        SomeStatements.since(now(), SomeStatements.row(id, Counters.ZERO)));
                work(SomeStatements.key(id), ms);
            }
        }

        private void evict() {
            evictions++;
            List<StatementsSnapshot.Row> rare =
                    server.values().stream()
                            .sorted(
                                    Comparator.comparing(
                                            row -> row.counters().get(StatementCounter.CALLS)))
                            .limit(50)
                            .toList();
            rare.forEach(row -> server.remove(row.key()));
        }

        private void add() {
            long id = nextId++;
            server.put(
                    SomeStatements.key(id),
                    SomeStatements.since(now(), SomeStatements.row(id, Counters.ZERO)));
        }

        private void work(StatementKey key, double ms) {
            StatementsSnapshot.Row before = server.get(key);
            assertTrue(before != null);
            double calls = 1 + random.nextInt(ms > 1_000 ? 50 : 500);
            Counters was = before.counters();
            Counters now =
                    Counters.of(
                            Map.of(
                                    StatementCounter.TOTAL_MS,
                                    was.get(StatementCounter.TOTAL_MS) + ms,
                                    StatementCounter.CALLS,
                                    was.get(StatementCounter.CALLS) + calls,
                                    StatementCounter.ROWS,
                                    was.get(StatementCounter.ROWS) + random.nextInt(1_000),
                                    StatementCounter.SHARED_READ,
                                    was.get(StatementCounter.SHARED_READ)
                                            + (random.nextInt(4) == 0 ? random.nextInt(500) : 0),
                                    StatementCounter.TEMP_WRITTEN,
                                    was.get(StatementCounter.TEMP_WRITTEN)
                                            + (random.nextInt(40) == 0 ? random.nextInt(9) : 0),
                                    StatementCounter.WAL_BYTES,
                                    was.get(StatementCounter.WAL_BYTES)
                                            + (random.nextInt(3) == 0
                                                    ? random.nextInt(9_000)
                                                    : 0)));
            server.put(
                    key,
                    new StatementsSnapshot.Row(
                            key, before.user(), before.database(), before.since(), now));
        }
    }
}
