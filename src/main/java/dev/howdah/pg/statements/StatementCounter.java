package dev.howdah.pg.statements;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A number that pg_stat_statements keeps for every statement. The extension's version decides which
 * there are and what their columns are called; source: its upgrade scripts 1.3 to 1.12.
 */
public enum StatementCounter {
    CALLS(Group.RUNS, Unit.COUNT, "calls"),
    ROWS(Group.RUNS, Unit.COUNT, "rows"),
    TOTAL_MS(Group.RUNS, Unit.MILLIS, "total_exec_time", "total_time"),
    MIN_MS(Group.RUNS, Unit.MILLIS, "min_exec_time", "min_time"),
    MAX_MS(Group.RUNS, Unit.MILLIS, "max_exec_time", "max_time"),
    DEVIATION_MS(Group.RUNS, Unit.MILLIS, "stddev_exec_time", "stddev_time"),

    PLANS(Group.PLANNING, Unit.COUNT, "plans"),
    PLAN_MS(Group.PLANNING, Unit.MILLIS, "total_plan_time"),
    PLAN_MIN_MS(Group.PLANNING, Unit.MILLIS, "min_plan_time"),
    PLAN_MAX_MS(Group.PLANNING, Unit.MILLIS, "max_plan_time"),

    SHARED_HIT(Group.SHARED_BLOCKS, Unit.BLOCKS, "shared_blks_hit"),
    SHARED_READ(Group.SHARED_BLOCKS, Unit.BLOCKS, "shared_blks_read"),
    SHARED_DIRTIED(Group.SHARED_BLOCKS, Unit.BLOCKS, "shared_blks_dirtied"),
    SHARED_WRITTEN(Group.SHARED_BLOCKS, Unit.BLOCKS, "shared_blks_written"),
    SHARED_READ_MS(Group.SHARED_BLOCKS, Unit.IO_MILLIS, "shared_blk_read_time", "blk_read_time"),
    SHARED_WRITE_MS(Group.SHARED_BLOCKS, Unit.IO_MILLIS, "shared_blk_write_time", "blk_write_time"),

    LOCAL_HIT(Group.LOCAL_BLOCKS, Unit.BLOCKS, "local_blks_hit"),
    LOCAL_READ(Group.LOCAL_BLOCKS, Unit.BLOCKS, "local_blks_read"),
    LOCAL_DIRTIED(Group.LOCAL_BLOCKS, Unit.BLOCKS, "local_blks_dirtied"),
    LOCAL_WRITTEN(Group.LOCAL_BLOCKS, Unit.BLOCKS, "local_blks_written"),
    LOCAL_READ_MS(Group.LOCAL_BLOCKS, Unit.IO_MILLIS, "local_blk_read_time"),
    LOCAL_WRITE_MS(Group.LOCAL_BLOCKS, Unit.IO_MILLIS, "local_blk_write_time"),

    TEMP_READ(Group.TEMP_FILES, Unit.BLOCKS, "temp_blks_read"),
    TEMP_WRITTEN(Group.TEMP_FILES, Unit.BLOCKS, "temp_blks_written"),
    TEMP_READ_MS(Group.TEMP_FILES, Unit.IO_MILLIS, "temp_blk_read_time"),
    TEMP_WRITE_MS(Group.TEMP_FILES, Unit.IO_MILLIS, "temp_blk_write_time"),

    WAL_BYTES(Group.WAL, Unit.BYTES, "wal_bytes"),
    WAL_RECORDS(Group.WAL, Unit.COUNT, "wal_records"),
    WAL_PAGE_IMAGES(Group.WAL, Unit.COUNT, "wal_fpi"),
    WAL_BUFFERS_FULL(Group.WAL, Unit.COUNT, "wal_buffers_full"),

    JIT_FUNCTIONS(Group.JIT, Unit.COUNT, "jit_functions"),
    JIT_GENERATION_MS(Group.JIT, Unit.MILLIS, "jit_generation_time"),
    JIT_INLINING_MS(Group.JIT, Unit.MILLIS, "jit_inlining_time"),
    JIT_OPTIMIZATION_MS(Group.JIT, Unit.MILLIS, "jit_optimization_time"),
    JIT_EMISSION_MS(Group.JIT, Unit.MILLIS, "jit_emission_time"),
    JIT_DEFORM_MS(Group.JIT, Unit.MILLIS, "jit_deform_time"),

    WORKERS_PLANNED(Group.PARALLEL_WORKERS, Unit.COUNT, "parallel_workers_to_launch"),
    WORKERS_LAUNCHED(Group.PARALLEL_WORKERS, Unit.COUNT, "parallel_workers_launched");

    private static final Set<StatementCounter> EXTREMES =
            EnumSet.of(MIN_MS, MAX_MS, DEVIATION_MS, PLAN_MIN_MS, PLAN_MAX_MS);

    private final Group group;
    private final Unit unit;
    private final String column;
    private final String formerColumn;

    /** What belongs together on the screen. */
    public enum Group {
        RUNS,
        PLANNING,
        SHARED_BLOCKS,
        LOCAL_BLOCKS,
        TEMP_FILES,
        WAL,
        JIT,
        PARALLEL_WORKERS
    }

    /** What a number counts. */
    public enum Unit {
        COUNT,
        MILLIS,
        /** Milliseconds that are measured only while track_io_timing is on. */
        IO_MILLIS,
        /** Blocks of the server's block_size. */
        BLOCKS,
        BYTES
    }

    StatementCounter(Group group, Unit unit, String column) {
        this(group, unit, column, column);
    }

    StatementCounter(Group group, Unit unit, String column, String formerColumn) {
        this.group = group;
        this.unit = unit;
        this.column = column;
        this.formerColumn = formerColumn;
    }

    public Group group() {
        return group;
    }

    public Unit unit() {
        return unit;
    }

    /** Whether it only grows, so that the difference of two readings says something. */
    public boolean accumulates() {
        return !EXTREMES.contains(this);
    }

    /** Its column among those that the extension has; empty when this version does not count it. */
    Optional<String> columnAmong(Set<String> present) {
        return Stream.of(column, formerColumn).filter(present::contains).findFirst();
    }
}
