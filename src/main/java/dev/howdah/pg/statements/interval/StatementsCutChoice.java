package dev.howdah.pg.statements.interval;

import dev.howdah.pg.statements.Counters;
import dev.howdah.pg.statements.StatementsCut;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Decides which cut to read with next: high enough that few rows travel, low enough that the list
 * on the screen lacks nothing. Small servers are read whole.
 */
public final class StatementsCutChoice {
    /** So many by each counter, about 100 kB; also the longest list that is shown. */
    public static final int KEPT = 100;

    private static final int WHOLE_UP_TO = 3 * KEPT;
    private static final int TOO_MANY = 6 * KEPT;

    /** About 600 kB; a list that would need more says how far it is complete. */
    private static final int MOST = 20 * KEPT;

    /** A new cut is read with at once; more often than this would be a burst. */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    /** After it had to be lowered, a cut is not tried higher for a while. */
    private static final Duration CALM = Duration.ofMinutes(10);

    private Instant changedAt = Instant.MIN;
    private Instant loweredAt = Instant.MIN;

    /** The person wants to see something else: it may be read at once. */
    public void reconsider() {
        changedAt = Instant.MIN;
        loweredAt = Instant.MIN;
    }

    /**
     * The cut to read with from now on.
     *
     * @param current the cut that is read with
     * @param shown the interval on the screen
     * @return empty when the current one is right
     */
    public Optional<StatementsCut> next(
            StatementsCut current,
            StatementsHistory history,
            StatementsInterval shown,
            StatementsRank rank,
            Instant now) {
        if (now.isBefore(changedAt.equals(Instant.MIN) ? now : changedAt.plus(PATIENCE))) {
            return Optional.empty();
        }
        Optional<StatementsCut> better = better(current, history, shown, rank, now);
        if (better.isPresent()) {
            changedAt = now;
        }
        return better;
    }

    private Optional<StatementsCut> better(
            StatementsCut current,
            StatementsHistory history,
            StatementsInterval shown,
            StatementsRank rank,
            Instant now) {
        boolean whole = current.equals(StatementsCut.NONE);
        if (shown.all().statements() <= WHOLE_UP_TO) {
            return whole ? Optional.empty() : Optional.of(StatementsCut.NONE);
        }
        if (!whole && !shown.isComplete(rank)) {
            loweredAt = now;
            StatementsCut lower = lower(current, history.newest(), shown, rank);
            return Optional.of(lower).filter(cut -> !cut.equals(current));
        }
        boolean calm = loweredAt.equals(Instant.MIN) || !now.isBefore(loweredAt.plus(CALM));
        return calm ? higher(current, history.newest(), shown, rank) : Optional.empty();
    }

    /** Half of what is needed, so that the next readings need no new cut; but not without limit. */
    private static StatementsCut lower(
            StatementsCut current,
            List<Counters> newest,
            StatementsInterval shown,
            StatementsRank rank) {
        double bearable = StatementsCut.reachedBy(MOST, rank.limit(), newest);
        return current.lowered(rank.limit(), Math.max(shown.needed(rank) / 2, bearable));
    }

    private static Optional<StatementsCut> higher(
            StatementsCut current,
            List<Counters> newest,
            StatementsInterval shown,
            StatementsRank rank) {
        long read = newest.stream().filter(current::reads).count();
        if (read <= TOO_MANY && !current.equals(StatementsCut.NONE)) {
            return Optional.empty();
        }
        StatementsCut few = StatementsCut.keeping(KEPT, newest);
        double needed = shown.needed(rank);
        StatementsCut higher =
                shown.missingUpTo(rank, few) <= needed
                        ? few
                        : few.lowered(rank.limit(), needed / 2);
        long kept = newest.stream().filter(higher::reads).count();
        return kept < read / 2 ? Optional.of(higher) : Optional.empty();
    }
}
