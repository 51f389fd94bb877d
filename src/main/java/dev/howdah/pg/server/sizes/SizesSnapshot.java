package dev.howdah.pg.server.sizes;

import java.util.List;
import java.util.OptionalLong;

/**
 * How large the databases of a server are.
 *
 * @param databases largest first, those we may not measure last; at most 500
 */
public record SizesSnapshot(List<DatabaseSizeRow> databases) {

    public SizesSnapshot {
        databases = List.copyOf(databases);
    }

    /**
     * One database.
     *
     * @param bytes on disk; empty when our role may neither connect to it nor read all statistics
     */
    public record DatabaseSizeRow(long oid, String name, OptionalLong bytes) {}

    /** Of those that could be measured. */
    public long totalBytes() {
        return databases.stream().mapToLong(database -> database.bytes().orElse(0)).sum();
    }

    /** How many could not be measured, so that the total is too small. */
    public long unmeasured() {
        return databases.stream().filter(database -> database.bytes().isEmpty()).count();
    }
}
