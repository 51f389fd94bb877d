package dev.howdah.pg.server.sizes;

import java.util.List;

/**
 * The schemas of the database we are connected to, without the system's own.
 *
 * @param measured whether sizes were measured file by file; else they are the planner's estimate of
 *     the last VACUUM or ANALYZE, which costs nothing and waits for nobody
 * @param schemas largest first; at most 500
 */
public record SchemasSnapshot(boolean measured, List<SchemaRow> schemas) {

    public SchemasSnapshot {
        schemas = List.copyOf(schemas);
    }

    /**
     * One schema.
     *
     * @param tables tables, partitions and materialized views
     * @param rows estimated, of the tables that were analyzed
     * @param bytes tables, indexes and TOAST together
     * @param unknownTables without an estimate (never analyzed), or, when measured, locked at that
     *     moment: the sums leave them out
     */
    public record SchemaRow(
            long oid,
            String name,
            String owner,
            long tables,
            long rows,
            long bytes,
            long unknownTables) {}
}
