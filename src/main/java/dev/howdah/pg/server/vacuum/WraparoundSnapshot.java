package dev.howdah.pg.server.vacuum;

import java.util.List;

/**
 * How far each database is from the wraparound of its transaction ids.
 *
 * @param freezeMaxAge autovacuum_freeze_max_age: from this age on autovacuum freezes by force
 * @param multixactFreezeMaxAge autovacuum_multixact_freeze_max_age
 * @param databases oldest first; at most 500
 */
public record WraparoundSnapshot(
        long freezeMaxAge, long multixactFreezeMaxAge, List<DatabaseAgeRow> databases) {

    /** Ids compare modulo 2^32, so half of them lie in the past: the age that must not be met. */
    public static final long LIMIT = 1L << 31;

    public WraparoundSnapshot {
        databases = List.copyOf(databases);
    }

    /**
     * One database.
     *
     * @param xidAge transactions since its oldest unfrozen row. Source: age(datfrozenxid)
     * @param multixactAge likewise for row locks shared by several. Source: mxid_age(datminmxid)
     */
    public record DatabaseAgeRow(String name, long xidAge, long multixactAge) {}
}
