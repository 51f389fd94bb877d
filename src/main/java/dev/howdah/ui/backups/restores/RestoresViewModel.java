package dev.howdah.ui.backups.restores;

import dev.howdah.core.Problem;
import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.pg.restore.RestoreProof;
import dev.howdah.pg.restore.RowCounts;
import dev.howdah.pg.restore.TableDifference;
import dev.howdah.pg.restore.TableName;
import dev.howdah.ui.backups.asking.Progress;
import dev.howdah.ui.backups.copies.RestoredCopy;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.panel.PanelState;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.LiveRows;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A restored copy beside the original: what differs, and what was proven. JavaFX thread. */
final class RestoresViewModel {
    private static final Texts TEXTS = Texts.of(RestoresViewModel.class);
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);

    private final Clock clock;
    private final ZoneId zone;
    private final ObservableList<RestoredCopy> copies = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<RestoredCopy>> chosen =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final LiveRows<TableName, TableLine> tables = new LiveRows<>(TableLine::table);
    private final ReadOnlyObjectWrapper<PanelState> state =
            new ReadOnlyObjectWrapper<>(PanelState.always());
    private final ReadOnlyObjectWrapper<List<Notice>> proof =
            new ReadOnlyObjectWrapper<>(List.of());
    private final Progress progress = new Progress();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final StringProperty assertions = new SimpleStringProperty("");
    private final StringProperty newTable = new SimpleStringProperty("");

    RestoresViewModel(Clock clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** The chosen one stays chosen as long as it is there. */
    void showCopies(List<RestoredCopy> now) {
        if (now.equals(copies)) {
            return;
        }
        Optional<RestoredCopy> before = chosen.get();
        copies.setAll(now);
        choose(before.filter(now::contains).or(() -> now.stream().findFirst()));
    }

    /** What was compared with another copy says nothing of this one. */
    void choose(Optional<RestoredCopy> copy) {
        if (copy.equals(chosen.get())) {
            return;
        }
        chosen.set(copy);
        tables.show(List.of());
        summary.set("");
        state.set(PanelState.always());
    }

    void showDifferences(List<TableDifference> differences) {
        tables.show(
                differences.stream()
                        .map(TableLine::of)
                        .sorted(
                                Comparator.comparing((TableLine line) -> line.verdict().level())
                                        .reversed()
                                        .thenComparing(line -> line.table().toString()))
                        .toList());
        long same = differences.stream().filter(TableDifference::isSame).count();
        summary.set(TEXTS.text("tables.summary", same, differences.size()));
        state.set(
                PanelState.of(
                        new Reading.Fresh<>(differences, clock.instant()), differences.isEmpty()));
    }

    /** What was counted takes the place of what was estimated, or not even that. */
    void showCounted(List<RowCounts> counted) {
        Map<TableName, RowCounts> byTable =
                counted.stream().collect(Collectors.toMap(RowCounts::table, each -> each));
        tables.show(
                tables.rows().stream()
                        .map(LiveRow::get)
                        .map(line ->
                                Optional.ofNullable(byTable.get(line.table()))
                                        .map(line::counted)
                                        .orElse(line))
                        .toList());
    }

    void showProblem(Problem problem) {
        state.set(
                PanelState.of(
                        tables.rows().isEmpty()
                                ? new Reading.Unavailable<>(problem)
                                : new Reading.Stale<>(tables.rows(), clock.instant(), problem),
                        false));
    }

    void showProofs(List<RestoreProof> newestFirst) {
        Instant now = clock.instant();
        proof.set(
                newestFirst.stream()
                        .findFirst()
                        .map(p -> ProofLine.of(p, now, zone))
                        .orElse(List.of()));
    }

    /** Proposes a name that says what the new table is. */
    void select(Optional<TableName> table) {
        newTable.set(
                table.map(each ->
                                each.schema()
                                        + "."
                                        + each.name()
                                        + "_restored_"
                                        + DAY.format(LocalDate.ofInstant(clock.instant(), zone)))
                        .orElse(""));
    }

    /** What was typed as schema.name; empty when it isn't that. */
    Optional<TableName> newTableName() {
        String text = newTable.get().strip();
        int dot = text.indexOf('.');
        return dot > 0 && dot < text.length() - 1
                ? Optional.of(new TableName(text.substring(0, dot), text.substring(dot + 1)))
                : Optional.empty();
    }

    /** One a line; empty when none was typed. */
    List<String> assertionList() {
        return assertions
                .get()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(20)
                .toList();
    }

    /** The one that is compared and proven; empty while there is none. */
    ReadOnlyObjectProperty<Optional<RestoredCopy>> chosen() {
        return chosen.getReadOnlyProperty();
    }

    ObservableList<RestoredCopy> copies() {
        return copies;
    }

    ObservableList<LiveRow<TableLine>> tables() {
        return tables.rows();
    }

    ReadOnlyObjectProperty<PanelState> state() {
        return state.getReadOnlyProperty();
    }

    /** The newest proof; empty when there is none. */
    ReadOnlyObjectProperty<List<Notice>> proof() {
        return proof.getReadOnlyProperty();
    }

    Progress progress() {
        return progress;
    }

    ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    /** A SELECT a line. */
    StringProperty assertions() {
        return assertions;
    }

    /** Schema and name of the table to make. */
    StringProperty newTable() {
        return newTable;
    }
}
