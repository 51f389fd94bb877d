package dev.howdah.pg.restore;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tables of one database, by schema and name.
 *
 * @param more whether there are more than were read
 */
public record RestoredTablesSnapshot(List<TableRow> tables, boolean more) {

    public RestoredTablesSnapshot {
        tables = List.copyOf(tables);
    }

    /**
     * One table.
     *
     * @param estimatedRows by the last ANALYZE; below 0 when there was none
     * @param bytes of the table alone, by the last ANALYZE or VACUUM
     * @param columns names, types and NOT NULL, by name
     * @param indexes the valid ones, a definition a line
     * @param constraints names and definitions, one a line
     */
    public record TableRow(
            TableName table,
            long estimatedRows,
            long bytes,
            String columns,
            String indexes,
            String constraints) {}

    Map<TableName, TableRow> byName() {
        Map<TableName, TableRow> byName = new LinkedHashMap<>();
        tables.forEach(table -> byName.put(table.table(), table));
        return byName;
    }
}
