package dev.howdah.ui.journal;

import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.journal.JournalSnapshot;
import dev.howdah.journal.JournaledChange;
import dev.howdah.ui.notice.Notice;
import dev.howdah.ui.panel.PanelState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import org.jspecify.annotations.Nullable;

/** The newest part of the journal, searched and filtered, and the change that is looked at. */
final class JournalViewModel {
    private static final Texts TEXTS = Texts.of(JournalViewModel.class);

    private final ObservableList<JournalLine> all = FXCollections.observableArrayList();
    private final FilteredList<JournalLine> filtered = new FilteredList<>(all);
    private final SortedList<JournalLine> lines = new SortedList<>(filtered);
    private final JournalFilter filter;
    private final ObservableList<String> servers = FXCollections.observableArrayList("");
    private final ReadOnlyObjectWrapper<PanelState> state =
            new ReadOnlyObjectWrapper<>(PanelState.waiting());
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<Notice>> notices =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper hasOlder = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Optional<JournaledChange>> detail =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<UUID> looked = Optional.empty();
    private boolean taking;

    JournalViewModel(Clock clock) {
        filter = new JournalFilter(clock, this::narrow);
    }

    void show(Reading<JournalSnapshot> reading) {
        reading.content().ifPresent(this::take);
        state.set(PanelState.of(reading, all.isEmpty()));
    }

    private void take(JournalSnapshot read) {
        taking = true;
        all.setAll(read.changes().stream().map(JournalLine::of).toList());
        taking = false;
        showServers();
        List<Notice> remarks = new ArrayList<>();
        if (read.damaged() > 0) {
            remarks.add(
                    new Notice(
                            Notice.Level.WARNING,
                            TEXTS.text("journal.damaged", read.damaged()),
                            TEXTS.text("journal.damaged.advice")));
        }
        notices.set(remarks);
        hasOlder.set(read.hasOlder());
        summarize();
        showDetail();
    }

    /** One by one: a box whose items are all replaced forgets what was chosen. */
    private void showServers() {
        TreeSet<String> names = new TreeSet<>();
        all.forEach(line -> names.add(line.change().entry().server()));
        names.add("");
        names.add(filter.server().get());
        servers.removeIf(name -> !names.contains(name));
        int position = 0;
        for (String name : names) {
            if (position == servers.size() || !servers.get(position).equals(name)) {
                servers.add(position, name);
            }
            position++;
        }
    }

    private void narrow() {
        filtered.setPredicate(filter::matches);
        summarize();
    }

    private void summarize() {
        summary.set(
                lines.size() == all.size()
                        ? TEXTS.text(hasOlder.get() ? "journal.newest" : "journal.all", all.size())
                        : TEXTS.text("journal.some", lines.size(), all.size()));
    }

    /** Looks at this line; none leaves the one that is looked at. */
    void look(@Nullable JournalLine line) {
        if (line != null && !taking) {
            looked = Optional.of(line.change().id());
            showDetail();
        }
    }

    /** Looks at this change as soon as it is there. */
    void look(UUID change) {
        looked = Optional.of(change);
        showDetail();
    }

    private void showDetail() {
        detail.set(lookedAt().map(JournalLine::change));
    }

    /** The line that is looked at, where it is among all. */
    Optional<JournalLine> lookedAt() {
        return looked.flatMap(
                id -> all.stream().filter(line -> line.change().id().equals(id)).findFirst());
    }

    /** The change that this one takes back; empty when it is not among those read. */
    Optional<JournaledChange> undoneBy(JournaledChange change) {
        return change.notes()
                .undoes()
                .flatMap(id ->
                        all.stream()
                                .map(JournalLine::change)
                                .filter(each -> each.id().equals(id))
                                .findFirst());
    }

    ReadOnlyObjectProperty<PanelState> state() {
        return state.getReadOnlyProperty();
    }

    /** Newest first, unless {@link #order} says otherwise. */
    ObservableList<JournalLine> lines() {
        return lines;
    }

    ObjectProperty<@Nullable Comparator<? super JournalLine>> order() {
        return lines.comparatorProperty();
    }

    JournalFilter filter() {
        return filter;
    }

    /** To choose from; the first one is empty and means all. */
    ObservableList<String> servers() {
        return servers;
    }

    ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Notice>> notices() {
        return notices.getReadOnlyProperty();
    }

    /** Whether there are older changes than those shown. */
    ReadOnlyBooleanProperty hasOlder() {
        return hasOlder.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<JournaledChange>> detail() {
        return detail.getReadOnlyProperty();
    }
}
