package dev.howdah.health.plan;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a server has needed lately, to be held against the limits of a plan. What nobody measured is
 * empty and never taken for little.
 *
 * @param connections sessions of clients
 * @param reservedConnections slots that ordinary roles don't get
 * @param disk bytes taken on one node
 * @param diskIsDataOnly whether WAL, temporary files and logs are missing in that
 * @param memory bytes taken on one node
 */
public record PlanLoad(
        Optional<Peak> connections,
        OptionalInt reservedConnections,
        Optional<Peak> disk,
        boolean diskIsDataOnly,
        Optional<Peak> memory) {

    /** Nothing was measured. */
    public static final PlanLoad UNKNOWN =
            new PlanLoad(
                    Optional.empty(),
                    OptionalInt.empty(),
                    Optional.empty(),
                    false,
                    Optional.empty());

    /**
     * One quantity.
     *
     * @param highest at least {@code now}
     * @param since from when on the highest was looked for; empty when that isn't known
     */
    public record Peak(long now, long highest, Optional<Instant> since) {}
}
