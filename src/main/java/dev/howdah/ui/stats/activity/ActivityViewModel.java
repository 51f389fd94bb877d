package dev.howdah.ui.stats.activity;

import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.pg.SqlNames;
import dev.howdah.pg.activity.ActivitySnapshot;
import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.pg.activity.SessionCountsSnapshot;
import dev.howdah.pg.activity.SessionKey;
import dev.howdah.ui.panel.PanelState;
import dev.howdah.ui.stats.session.Concern;
import dev.howdah.ui.stats.session.KeptSelection;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.LiveRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import org.jspecify.annotations.Nullable;

/**
 * The sessions of a server as the person wants to see them: which, in what order, put together by
 * what, and how many there are besides.
 */
final class ActivityViewModel {
    private static final Texts TEXTS = Texts.of(ActivityViewModel.class);

    /** What needs the eye comes first: concern, then who is blocked, then who works longest. */
    static final Comparator<SessionRow> BY_NEED =
            Comparator.comparing(Concern::about)
                    .reversed()
                    .thenComparing(row -> !row.isClient())
                    .thenComparing(row -> !row.isBlocked())
                    .thenComparing(SessionRow::state)
                    .thenComparing(ActivityViewModel::longestFirst)
                    .thenComparing(SessionRow::pid);

    private final LiveRows<SessionKey, SessionRow> rows = new LiveRows<>(SessionRow::key);
    private final FilteredList<LiveRow<SessionRow>> matching = new FilteredList<>(rows.rows());
    private final SortedList<LiveRow<SessionRow>> shown = new SortedList<>(matching);
    private final SessionGroups groups = new SessionGroups(this::filterRows);
    private final ObjectProperty<@Nullable Comparator<LiveRow<SessionRow>>> order =
            new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<PanelState> state =
            new ReadOnlyObjectWrapper<>(PanelState.waiting());
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final StringProperty filter = new SimpleStringProperty("");
    private final BooleanProperty idleToo = new SimpleBooleanProperty();
    private final BooleanProperty oursToo = new SimpleBooleanProperty();
    private final KeptSelection<SessionKey, SessionRow> selection =
            new KeptSelection<>(shown, SessionRow::key);
    private final ReadOnlyStringWrapper nothing = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper nothingHint = new ReadOnlyStringWrapper("");
    private final String user;
    private final Supplier<Set<Integer>> ownPids;

    private Reading<ActivitySnapshot> sessions = Reading.waiting();
    private List<SessionRow> failed = List.of();
    private Optional<SessionCountsSnapshot> counts = Optional.empty();

    /**
     * @param user whom we are logged in as, named in remedies
     * @param ownPids of this console's sessions on the server
     */
    ActivityViewModel(String user, Supplier<Set<Integer>> ownPids) {
        this.user = user;
        this.ownPids = ownPids;
        order.subscribe(() -> selection.whileUpdating(this::sort));
        filter.subscribe(this::filterRows);
        oursToo.subscribe(this::update);
        groups.by().subscribe(this::filterRows);
        sort();
    }

    private static long longestFirst(SessionRow row) {
        return -row.age().map(age -> age.toMillis()).orElse(0L);
    }

    /**
     * @param ofAll whether this is the answer that has the idle ones, too; the answer to what is
     *     not wanted any more is ignored
     */
    void show(boolean ofAll, Reading<ActivitySnapshot> reading) {
        boolean isNews = !(reading instanceof Reading.Waiting) || sessions.content().isEmpty();
        if (ofAll == idleToo.get() && isNews) {
            sessions = reading;
            update();
        }
    }

    /** Sessions whose transaction failed; read more rarely than the rest. */
    void showFailed(Reading<ActivitySnapshot> reading) {
        failed = reading.content().map(ActivitySnapshot::sessions).orElse(List.of());
        update();
    }

    void showCounts(Reading<SessionCountsSnapshot> reading) {
        counts = reading.content();
        update();
    }

    private void update() {
        selection.whileUpdating(() -> {
            rows.show(
                    read().stream().filter(row -> oursToo.get() || !row.client().ours()).toList());
            state.set(PanelState.of(sessions, rows.rows().isEmpty()));
        });
        describe();
    }

    /** What was read, each session once. */
    private List<SessionRow> read() {
        Map<SessionKey, SessionRow> byKey = new LinkedHashMap<>();
        if (!idleToo.get()) {
            failed.stream()
                    .filter(row -> counts.isEmpty() || counts.get().pids().contains(row.pid()))
                    .forEach(row -> byKey.put(row.key(), row));
        }
        sessions.content()
                .ifPresent(
                        snapshot -> snapshot.sessions().forEach(row -> byKey.put(row.key(), row)));
        return new ArrayList<>(byKey.values());
    }

    private void filterRows() {
        SessionFilter byText = new SessionFilter(filter.get());
        selection.whileUpdating(() ->
                matching.setPredicate(row -> byText.test(row.get()) && groups.test(row.get())));
        describe();
    }

    private void describe() {
        groups.show(all().stream().filter(new SessionFilter(filter.get())).toList());
        summary.set(sessions.content().map(this::summaryOf).orElse(""));
        sessions.content().ifPresent(this::sayWhyNothing);
    }

    /** An empty table is good news only when everything was seen. */
    private void sayWhyNothing(ActivitySnapshot snapshot) {
        if (!snapshot.tracked()) {
            nothing.set(TEXTS.text("activity.none.untracked"));
            nothingHint.set(TEXTS.text("activity.none.untracked.hint"));
        } else if (snapshot.hidden() > 0) {
            nothing.set(TEXTS.text("activity.none.hidden", snapshot.hidden()));
            nothingHint.set(TEXTS.text("activity.none.hidden.hint", SqlNames.quoted(user)));
        } else {
            nothing.set(TEXTS.text(idleToo.get() ? "activity.none.atAll" : "activity.none"));
            nothingHint.set(idleToo.get() ? "" : TEXTS.text("activity.none.hint"));
        }
    }

    private String summaryOf(ActivitySnapshot snapshot) {
        return ActivitySummary.of(
                shown.size(), rows.rows().size(), read(), snapshot, counts, ownPids.get());
    }

    private void sort() {
        Comparator<LiveRow<SessionRow>> byNeed = Comparator.comparing(LiveRow::get, BY_NEED);
        Comparator<LiveRow<SessionRow>> byColumn = order.get();
        shown.setComparator(byColumn == null ? byNeed : byColumn.thenComparing(byNeed));
    }

    /** Says something in place of the summary until the next answer. */
    void say(String sentence) {
        summary.set(sentence);
    }

    ReadOnlyObjectProperty<PanelState> state() {
        return state.getReadOnlyProperty();
    }

    /** What is to be seen, in its order; its rows stay the same while their content changes. */
    ObservableList<LiveRow<SessionRow>> shown() {
        return shown;
    }

    /** All that were read and are not ours, whatever the filter says. */
    List<SessionRow> all() {
        return rows.rows().stream().map(LiveRow::get).toList();
    }

    KeptSelection<SessionKey, SessionRow> selection() {
        return selection;
    }

    SessionGroups groups() {
        return groups;
    }

    /** Of the table's columns; null for our own order. */
    ObjectProperty<@Nullable Comparator<LiveRow<SessionRow>>> order() {
        return order;
    }

    /** How many of how many, and why the others are not shown. */
    ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    /** What an empty table means, and what to do about it. */
    ReadOnlyStringProperty nothing() {
        return nothing.getReadOnlyProperty();
    }

    ReadOnlyStringProperty nothingHint() {
        return nothingHint.getReadOnlyProperty();
    }

    StringProperty filter() {
        return filter;
    }

    BooleanProperty idleToo() {
        return idleToo;
    }

    /** Whether the console's own sessions are shown. */
    BooleanProperty oursToo() {
        return oursToo;
    }
}
