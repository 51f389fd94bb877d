package dev.howdah.provider.service;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One measure of a service or node, now.
 *
 * @param node the {@link ServiceNode#id}; empty for the whole service
 * @param current in the {@link Kind#unit}
 * @param highest since the last restart, or as the provider counts; empty when not told
 * @param limit what the plan gives; empty when not told or without limit
 */
public record Metric(
        Kind kind,
        Optional<String> node,
        double current,
        OptionalDouble highest,
        OptionalDouble limit) {

    /** What is left of the limit, 0 or more. */
    public OptionalDouble free() {
        return limit.isPresent()
                ? OptionalDouble.of(Math.max(0, limit.getAsDouble() - current))
                : OptionalDouble.empty();
    }

    /** What is measured. */
    public enum Kind {
        CPU(Unit.PERCENT),
        LOAD(Unit.COUNT),
        MEMORY(Unit.BYTES),
        SWAP(Unit.BYTES),
        /** Physical space taken. */
        DISK(Unit.BYTES),
        DISK_READS(Unit.PER_SECOND),
        DISK_WRITES(Unit.PER_SECOND),
        /** Logical size by the database's own account. */
        DATA_SIZE(Unit.BYTES),
        CONNECTIONS(Unit.COUNT),
        NETWORK_IN(Unit.BYTES_PER_SECOND),
        NETWORK_OUT(Unit.BYTES_PER_SECOND);

        private final Unit unit;

        Kind(Unit unit) {
            this.unit = unit;
        }

        public Unit unit() {
            return unit;
        }
    }

    /** In what it is measured. */
    public enum Unit {
        /** 0 to 100 for one core, more for several. */
        PERCENT,
        BYTES,
        COUNT,
        PER_SECOND,
        BYTES_PER_SECOND
    }
}
