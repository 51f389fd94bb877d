package dev.howdah.pg.server.sizes;

import java.util.List;

/**
 * The largest tables of the database we are connected to, by the planner's estimate.
 *
 * @param tables largest first; at most 50
 */
public record LargestTablesSnapshot(List<TableRow> tables) {

    public LargestTablesSnapshot {
        tables = List.copyOf(tables);
    }

    /**
     * One table, partition or materialized view.
     *
     * @param rows estimated
     * @param heapBytes the rows, {@code indexBytes} all indexes, {@code toastBytes} long values and
     *     their index
     */
    public record TableRow(
            long oid,
            String schema,
            String name,
            String owner,
            long rows,
            long heapBytes,
            long indexBytes,
            long toastBytes) {

        public long totalBytes() {
            return heapBytes + indexBytes + toastBytes;
        }
    }
}
