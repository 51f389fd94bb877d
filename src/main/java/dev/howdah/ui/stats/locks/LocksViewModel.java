package dev.howdah.ui.stats.locks;

import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.pg.activity.locks.LockTree;
import dev.howdah.pg.activity.locks.LocksQuery;
import dev.howdah.pg.activity.locks.LocksSnapshot;
import dev.howdah.ui.panel.PanelState;
import dev.howdah.ui.stats.session.KeptSelection;
import dev.howdah.ui.stats.session.SessionWords;
import dev.howdah.ui.table.LiveRow;
import dev.howdah.ui.table.LiveRows;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;

/** The queues for locks, line by line. */
final class LocksViewModel {
    private static final Texts TEXTS = Texts.of(LocksViewModel.class);

    private final LiveRows<Integer, LockLine> rows = new LiveRows<>(LockLine::pid);
    private final SortedList<LiveRow<LockLine>> lines =
            new SortedList<>(rows.rows(), Comparator.comparingInt(line -> line.get().position()));
    private final KeptSelection<Integer, LockLine> selection =
            new KeptSelection<>(lines, LockLine::pid);
    private final ReadOnlyObjectWrapper<PanelState> state =
            new ReadOnlyObjectWrapper<>(PanelState.waiting());
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");

    void show(Reading<LocksSnapshot> reading) {
        List<LockTree> trees = reading.content().map(LockTree::of).orElse(List.of());
        selection.whileUpdating(() -> {
            rows.show(LockLine.of(trees));
            state.set(PanelState.of(reading, trees.isEmpty()));
        });
        summary.set(reading.content().map(locks -> summary(locks, trees)).orElse(""));
    }

    private String summary(LocksSnapshot locks, List<LockTree> trees) {
        if (trees.isEmpty()) {
            return "";
        }
        Optional<Duration> longest =
                rows.rows().stream()
                        .map(LiveRow::get)
                        .filter(line -> line.row().waits())
                        .flatMap(line -> line.age().stream())
                        .max(Comparator.naturalOrder());
        String words =
                longest.isPresent()
                        ? TEXTS.text(
                                "locks.summary",
                                locks.waiting(),
                                trees.size(),
                                SessionWords.shortly(longest.get()))
                        : TEXTS.text("locks.summary.noAge", locks.waiting(), trees.size());
        return locks.waiting() > LocksQuery.MAX_WAITERS
                ? words + " " + TEXTS.text("locks.summary.more", LocksQuery.MAX_WAITERS)
                : words;
    }

    ReadOnlyObjectProperty<PanelState> state() {
        return state.getReadOnlyProperty();
    }

    /** From top to bottom; a waiter stands below the one it waits for. */
    ObservableList<LiveRow<LockLine>> lines() {
        return lines;
    }

    KeptSelection<Integer, LockLine> selection() {
        return selection;
    }

    /** The chosen lines that are sessions. */
    List<SessionRow> chosenSessions() {
        return selection.chosen().stream().flatMap(line -> line.session().stream()).toList();
    }

    List<SessionRow> sessions() {
        return rows.rows().stream().flatMap(row -> row.get().session().stream()).toList();
    }

    /** How many wait, in how many queues, and how long; empty when nobody waits. */
    ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }
}
