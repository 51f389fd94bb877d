package dev.howdah.ui.backups;

import dev.howdah.pg.PgVisits;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A server that holds, or may hold, a restored copy of another one.
 *
 * @param name as the person knows it
 * @param visits how to get in
 * @param restoredTo the moment to which it was restored; empty when only the person knows
 * @param took how long the restore lasted; empty when nobody measured
 */
public record RestoredCopy(
        String name, PgVisits visits, Optional<Instant> restoredTo, Optional<Duration> took) {}
