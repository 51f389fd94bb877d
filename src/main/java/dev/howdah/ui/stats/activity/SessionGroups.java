package dev.howdah.ui.stats.activity;

import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.ui.stats.session.KeptSelection;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.LiveRows;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import org.jspecify.annotations.Nullable;

/** What sessions are put together by, the groups that come of it, and those that are chosen. */
final class SessionGroups implements Predicate<SessionRow> {
    private final LiveRows<String, SessionGroup> rows = new LiveRows<>(SessionGroup::name);
    private final SortedList<LiveRow<SessionGroup>> sorted = new SortedList<>(rows.rows());
    private final KeptSelection<String, SessionGroup> selection =
            new KeptSelection<>(sorted, SessionGroup::name);
    private final ObjectProperty<@Nullable Comparator<LiveRow<SessionGroup>>> order =
            new SimpleObjectProperty<>();
    private final ObjectProperty<Grouping> by = new SimpleObjectProperty<>(Grouping.NONE);
    private final Runnable choiceChanged;
    private Set<String> wanted = Set.of();

    /**
     * @param choiceChanged called when other sessions satisfy this predicate
     */
    SessionGroups(Runnable choiceChanged) {
        this.choiceChanged = choiceChanged;
        selection.onChange(this::takeChoice);
        order.subscribe(
                column -> selection.whileUpdating(() -> sorted.setComparator(comparator(column))));
    }

    private static Comparator<LiveRow<SessionGroup>> comparator(
            @Nullable Comparator<LiveRow<SessionGroup>> byColumn) {
        Comparator<LiveRow<SessionGroup>> byNeed =
                Comparator.comparing(LiveRow::get, SessionGroup.BY_NEED);
        return byColumn == null ? byNeed : byColumn.thenComparing(byNeed);
    }

    private void takeChoice() {
        Set<String> chosen =
                selection.chosen().stream().map(SessionGroup::name).collect(Collectors.toSet());
        if (!chosen.equals(wanted)) {
            wanted = chosen;
            choiceChanged.run();
        }
    }

    /** Puts these sessions together. */
    void show(List<SessionRow> sessions) {
        Grouping now = by.get();
        selection.whileUpdating(
                () -> rows.show(now == Grouping.NONE ? List.of() : SessionGroup.of(sessions, now)));
    }

    /** Whether a session is in a chosen group; without a choice all are. */
    @Override
    public boolean test(SessionRow row) {
        return wanted.isEmpty() || wanted.contains(by.get().groupOf(row));
    }

    ObjectProperty<Grouping> by() {
        return by;
    }

    /** Empty without a grouping. */
    ObservableList<LiveRow<SessionGroup>> shown() {
        return sorted;
    }

    KeptSelection<String, SessionGroup> selection() {
        return selection;
    }

    /** Of the table's columns; null for our own order. */
    ObjectProperty<@Nullable Comparator<LiveRow<SessionGroup>>> order() {
        return order;
    }
}
