package dev.howdah.pg.server.objects;

import java.util.List;
import java.util.Optional;

/**
 * The indexes for similarity search, in the database we are connected to.
 *
 * @param extensionVersion of pgvector; empty when it is not installed here
 * @param indexes largest first; at most 100
 */
public record VectorIndexesSnapshot(Optional<String> extensionVersion, List<IndexRow> indexes) {

    public VectorIndexesSnapshot {
        indexes = List.copyOf(indexes);
    }

    /**
     * One index.
     *
     * @param method ivfflat or hnsw
     * @param operatorClass of its first column, like vector_cosine_ops
     * @param options as they were given, like "m=16, ef_construction=64"; empty without any
     * @param estimatedBytes by the planner's page count
     * @param estimatedRows in the index
     */
    public record IndexRow(
            String schema,
            String table,
            String name,
            String method,
            String operatorClass,
            String options,
            boolean valid,
            long estimatedBytes,
            long estimatedRows) {}
}
