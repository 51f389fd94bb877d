package dev.howdah.pg.statements;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Readings of a made-up pg_stat_statements. */
public final class SomeStatements {
    public static final Instant OPENING = Instant.parse("2026-11-12T09:00:00Z");
    public static final Instant RESET = Instant.parse("2026-11-12T03:00:00Z");
    private static final Instant STARTED = Instant.parse("2026-10-01T00:00:00Z");

    private SomeStatements() {}

    public static StatementKey key(long queryId) {
        return new StatementKey(10, 5, true, queryId);
    }

    /** A statement of the role app in the database shop. */
    public static StatementsSnapshot.Row row(long queryId, double calls, double totalMs) {
        return row(
                queryId,
                Counters.of(
                        Map.of(
                                StatementCounter.CALLS, calls,
                                StatementCounter.TOTAL_MS, totalMs,
                                StatementCounter.ROWS, calls)));
    }

    public static StatementsSnapshot.Row row(long queryId, Counters counters) {
        return new StatementsSnapshot.Row(key(queryId), "app", "shop", Optional.empty(), counters);
    }

    public static StatementsSnapshot.Row since(Instant since, StatementsSnapshot.Row row) {
        return new StatementsSnapshot.Row(
                row.key(), row.user(), row.database(), Optional.of(since), row.counters());
    }

    /** A reading of all there is, so many seconds after the opening. */
    public static StatementsSnapshot at(int second, StatementsSnapshot.Row... rows) {
        return cut(StatementsCut.NONE, second, OptionalLong.of(0), List.of(rows));
    }

    /** What a server that has these statements answers when it is read with a cut. */
    public static StatementsSnapshot cut(
            StatementsCut cut,
            int second,
            OptionalLong evictions,
            List<StatementsSnapshot.Row> there) {
        List<StatementsSnapshot.Row> read = new ArrayList<>();
        double totalMs = 0;
        double calls = 0;
        for (StatementsSnapshot.Row row : there) {
            totalMs += row.counters().get(StatementCounter.TOTAL_MS);
            calls += row.counters().get(StatementCounter.CALLS);
            if (cut.reads(row.counters())) {
                read.add(row);
            }
        }
        read.sort(Comparator.comparing(row -> -row.counters().get(StatementCounter.TOTAL_MS)));
        return new StatementsSnapshot(
                OPENING.plusSeconds(second),
                new StatementsSnapshot.Origin(
                        OPENING.plusSeconds(second), STARTED, Optional.of(RESET), evictions),
                new StatementsSnapshot.All(there.size(), 0, totalMs, calls, true),
                cut,
                EnumSet.allOf(StatementCounter.class),
                read);
    }

    public static StatementsSnapshot with(
            StatementsSnapshot.Origin origin, StatementsSnapshot snapshot) {
        return new StatementsSnapshot(
                snapshot.takenAt(),
                origin,
                snapshot.all(),
                snapshot.cut(),
                snapshot.counted(),
                snapshot.rows());
    }
}
