package dev.howdah.pg.statements;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * pg_stat_statements at one moment, without texts: the statements that reach the cut, and the sum
 * over all.
 *
 * @param takenAt by this desktop's clock
 * @param cut every statement that is not in {@code rows} stays below it
 * @param counted the counters that this version of the extension keeps
 * @param rows most total time first
 */
public record StatementsSnapshot(
        Instant takenAt,
        Origin origin,
        All all,
        StatementsCut cut,
        Set<StatementCounter> counted,
        List<Row> rows) {

    public StatementsSnapshot {
        counted = Set.copyOf(counted);
        rows = List.copyOf(rows);
    }

    /**
     * What the counters belong to.
     *
     * @param serverTime the moment of reading by the server's clock
     * @param startedAt of the server
     * @param resetAt when the counters of all statements began; empty before extension 1.9
     * @param evictions how many times the server made room by dropping rarely used statements;
     *     empty before extension 1.9
     */
    public record Origin(
            Instant serverTime,
            Instant startedAt,
            Optional<Instant> resetAt,
            OptionalLong evictions) {}

    /**
     * All statements together, read or not.
     *
     * @param hidden how many belong to others and come without their id, because our role may not
     *     see them
     * @param complete false when there were more than we take: the sums lack the rest
     */
    public record All(int statements, int hidden, double totalMs, double calls, boolean complete) {}

    /**
     * One statement.
     *
     * @param since when its counters began, by the server's clock; empty before extension 1.11
     */
    public record Row(
            StatementKey key,
            String user,
            String database,
            Optional<Instant> since,
            Counters counters) {}
}
