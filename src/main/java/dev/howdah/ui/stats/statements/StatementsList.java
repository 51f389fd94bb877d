package dev.howdah.ui.stats.statements;

import dev.howdah.pg.statements.StatementKey;
import dev.howdah.pg.statements.interval.StatementsCutChoice;
import dev.howdah.pg.statements.interval.StatementsInterval;
import dev.howdah.pg.statements.interval.StatementsInterval.Row;
import dev.howdah.pg.statements.interval.StatementsRank;
import dev.howdah.ui.stats.statement.StatementLine;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.LiveRows;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import org.jspecify.annotations.Nullable;

/** The statements of an interval as lines: the first of a rank, filtered and sorted. */
final class StatementsList {
    private final KnownTexts texts;
    private final LiveRows<StatementKey, StatementLine> rows =
            new LiveRows<>(line -> line.row().key());
    private final SortedList<LiveRow<StatementLine>> sorted = new SortedList<>(rows.rows());
    private final ObjectProperty<StatementsRank> rank =
            new SimpleObjectProperty<>(StatementsRank.TOTAL_TIME);
    private final StringProperty filter = new SimpleStringProperty("");
    private final BooleanProperty showsOurs = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Comparator<LiveRow<StatementLine>>> order =
            new SimpleObjectProperty<>();

    /**
     * @param texts what is known of the statements' texts
     */
    StatementsList(KnownTexts texts) {
        this.texts = texts;
        rank.subscribe(_ -> sort());
        order.subscribe(_ -> sort());
    }

    private void sort() {
        Comparator<LiveRow<StatementLine>> byRank =
                Comparator.comparingDouble(line -> -line.get().row().measure(rank.get()));
        Comparator<LiveRow<StatementLine>> chosen = order.get();
        sorted.setComparator(chosen == null ? byRank : chosen.thenComparing(byRank));
    }

    /** Lists what ran in an interval, nothing when there is none, and tells the lines. */
    List<StatementLine> show(Optional<StatementsInterval> interval) {
        List<StatementLine> lines = interval.map(this::linesOf).orElse(List.of());
        rows.show(lines);
        return lines;
    }

    private List<StatementLine> linesOf(StatementsInterval interval) {
        double all =
                interval.all()
                        .totalMs()
                        .orElseGet(() ->
                                interval.rows().stream()
                                        .mapToDouble(row -> row.measure(StatementsRank.TOTAL_TIME))
                                        .sum());
        return interval.top(rank.get(), StatementsCutChoice.KEPT, wanted()).stream()
                .map(row -> texts.line(row, sharePct(row, all)))
                .toList();
    }

    private static OptionalDouble sharePct(Row row, double allMs) {
        return allMs > 0
                ? OptionalDouble.of(
                        Math.min(100, 100 * row.measure(StatementsRank.TOTAL_TIME) / allMs))
                : OptionalDouble.empty();
    }

    private Predicate<Row> wanted() {
        Predicate<Row> notOurs = row -> showsOurs.get() || !texts.isOurs(row.key());
        String wanted = filter.get().strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return notOurs;
        }
        Set<StatementKey> byText = texts.containing(wanted);
        return notOurs.and(row ->
                byText.contains(row.key())
                        || row.user().toLowerCase(Locale.ROOT).contains(wanted)
                        || row.database().toLowerCase(Locale.ROOT).contains(wanted));
    }

    /** How many of our own statements are left out. */
    int oursLeftOut(StatementsInterval interval) {
        return showsOurs.get()
                ? 0
                : (int) interval.rows().stream().filter(row -> texts.isOurs(row.key())).count();
    }

    boolean isFiltered() {
        return !filter.get().isBlank();
    }

    ObservableList<LiveRow<StatementLine>> lines() {
        return sorted;
    }

    ObjectProperty<StatementsRank> rank() {
        return rank;
    }

    StringProperty filter() {
        return filter;
    }

    /** Whether the console's own statements are in the list. */
    BooleanProperty showsOurs() {
        return showsOurs;
    }

    /** The order that the table's head asks for; null for the rank's. */
    ObjectProperty<@Nullable Comparator<LiveRow<StatementLine>>> order() {
        return order;
    }
}
