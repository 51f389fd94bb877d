package dev.howdah.pg.server.vacuum;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The tables with the most dead rows, in the database we are connected to.
 *
 * @param tables most dead rows first; at most 50
 */
public record DeadRowsSnapshot(List<TableRow> tables) {

    public DeadRowsSnapshot {
        tables = List.copyOf(tables);
    }

    /**
     * One table.
     *
     * @param vacuumThreshold dead rows at which autovacuum comes, by the server's settings and the
     *     table's own
     * @param autovacuumOff whether the table opted out of autovacuum
     * @param lastVacuum by hand or by autovacuum; empty when never since the counters were reset
     */
    public record TableRow(
            String schema,
            String name,
            long liveRows,
            long deadRows,
            long vacuumThreshold,
            boolean autovacuumOff,
            Optional<Instant> lastVacuum,
            Optional<Instant> lastAnalyze) {

        /** Dead of all rows, from 0 to 100. */
        public double deadPct() {
            long all = liveRows + deadRows;
            return all == 0 ? 0 : 100.0 * deadRows / all;
        }
    }
}
