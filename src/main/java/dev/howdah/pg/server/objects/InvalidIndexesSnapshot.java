package dev.howdah.pg.server.objects;

import java.util.List;

/**
 * Indexes that cost writes and serve no reads, because building them failed.
 *
 * @param indexes by schema and name; at most 50; those being built now are left out
 */
public record InvalidIndexesSnapshot(List<IndexRow> indexes) {

    public InvalidIndexesSnapshot {
        indexes = List.copyOf(indexes);
    }

    /**
     * One index.
     *
     * @param estimatedBytes by the planner's page count; 0 when it was never counted
     */
    public record IndexRow(String schema, String table, String name, long estimatedBytes) {}
}
