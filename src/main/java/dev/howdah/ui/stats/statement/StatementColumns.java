package dev.howdah.ui.stats.statement;

import dev.howdah.core.Texts;
import dev.howdah.pg.statements.StatementCounter;
import dev.howdah.ui.table.TableExport.Column;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;

/** The columns of statements in a file and on the clipboard: plain numbers, units in the head. */
public final class StatementColumns {
    private static final Texts TEXTS = Texts.of(StatementColumns.class);

    public static final List<Column<StatementLine>> ALL =
            List.of(
                    maybe("share", StatementLine::sharePct),
                    counter("total", StatementCounter.TOTAL_MS),
                    maybe("mean", line -> line.row().meanMs()),
                    maybe("mean_change", line -> line.row().meanChangePct()),
                    counter("calls", StatementCounter.CALLS),
                    counter("rows", StatementCounter.ROWS),
                    maybe("rows_per_call", line -> line.row().rowsPerCall()),
                    maybe("cache_hit", line -> line.row().cacheHitPct()),
                    counter("read", StatementCounter.SHARED_READ),
                    counter("temp", StatementCounter.TEMP_WRITTEN),
                    counter("wal", StatementCounter.WAL_BYTES),
                    column("user", line -> line.row().user()),
                    column("database", line -> line.row().database()),
                    column("query_id", line -> Long.toString(line.row().key().queryId())),
                    column("query", StatementLine::text));

    private StatementColumns() {}

    private static Column<StatementLine> column(String key, Function<StatementLine, Object> value) {
        return new Column<>(key, TEXTS.text("statements.export." + key), value);
    }

    private static Column<StatementLine> counter(String key, StatementCounter counter) {
        return column(key, line -> line.row().added(counter));
    }

    private static Column<StatementLine> maybe(
            String key, Function<StatementLine, OptionalDouble> value) {
        return column(
                key,
                line -> {
                    OptionalDouble number = value.apply(line);
                    return number.isPresent() ? number.getAsDouble() : "";
                });
    }
}
