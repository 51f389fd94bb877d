package dev.howdah.pg.statements.interval;

import dev.howdah.pg.statements.StatementCounter;

/** What "costs most" means: the measure that statements are ranked by. */
public enum StatementsRank {
    TOTAL_TIME(StatementCounter.TOTAL_MS),
    MEAN_TIME(StatementCounter.TOTAL_MS),
    CALLS(StatementCounter.CALLS),
    ROWS(StatementCounter.ROWS),
    DISK_READS(StatementCounter.SHARED_READ),
    TEMP_FILES(StatementCounter.TEMP_WRITTEN),
    WAL(StatementCounter.WAL_BYTES);

    private final StatementCounter limit;

    StatementsRank(StatementCounter limit) {
        this.limit = limit;
    }

    /**
     * The counter that no measure of a statement can exceed. For the mean it is the total: whatever
     * ran at all ran at least once, so the mean over an interval is at most what the interval added
     * to the total.
     */
    public StatementCounter limit() {
        return limit;
    }

    /** Whether the measures of several statements can be added up. */
    boolean isSum() {
        return this != MEAN_TIME;
    }
}
