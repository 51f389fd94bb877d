package dev.howdah.ui.backups.restores;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.pg.restore.RestoredTablesSnapshot.TableRow;
import dev.howdah.pg.restore.RowCounts;
import dev.howdah.pg.restore.TableDifference;
import dev.howdah.pg.restore.TableName;
import dev.howdah.ui.backups.cells.Judged;
import dev.howdah.ui.notice.Notice.Level;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * One table of the original and its restored copy.
 *
 * @param here rows in the original, estimated or counted; empty when there is no such table
 * @param there rows in the copy
 */
record TableLine(TableName table, String here, String there, Judged verdict, boolean inCopy) {
    private static final Texts TEXTS = Texts.of(TableLine.class);

    static TableLine of(TableDifference difference) {
        return new TableLine(
                difference.table(),
                rows(difference.original()),
                rows(difference.restored()),
                new Judged(level(difference), verdict(difference), ""),
                difference.restored().isPresent());
    }

    /** The same with what was counted, which is exact. */
    TableLine counted(RowCounts counts) {
        return new TableLine(
                table, rows(counts.original()), rows(counts.restored()), verdict, inCopy);
    }

    private static String rows(OptionalLong counted) {
        return counted.isPresent()
                ? Quantities.count(counted.getAsLong())
                : TEXTS.text("tables.none");
    }

    private static String rows(Optional<TableRow> row) {
        return row.map(table ->
                        table.estimatedRows() < 0
                                ? TEXTS.text("tables.notEstimated")
                                : TEXTS.text(
                                        "tables.estimated",
                                        Quantities.shortCount((double) table.estimatedRows())))
                .orElse(TEXTS.text("tables.none"));
    }

    private static Level level(TableDifference difference) {
        return difference.isSame()
                ? Level.GOOD
                : difference.restored().isEmpty() ? Level.DANGER : Level.WARNING;
    }

    private static String verdict(TableDifference difference) {
        if (difference.isSame()) {
            return TEXTS.text("tables.same");
        }
        if (difference.original().isEmpty()) {
            return TEXTS.text("tables.onlyInCopy");
        }
        if (difference.restored().isEmpty()) {
            return TEXTS.text("tables.missing");
        }
        return difference.differs().stream()
                .sorted()
                .map(part -> TEXTS.text("tables.part." + part))
                .collect(Collectors.joining(", ", TEXTS.text("tables.differs") + " ", ""));
    }
}
