package dev.howdah.ui.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ModifiableObservableListBase;
import javafx.collections.ObservableList;

/**
 * The rows of a table, updated in place: what is the same by its key keeps its row, what is equal
 * is not touched at all. Sort and filter it through SortedList and FilteredList, which notice rows
 * that change.
 *
 * @param <K> identity of a row, with equals
 * @param <T> content of a row, an immutable record
 */
public final class LiveRows<K, T> {
    private final Function<? super T, ? extends K> key;
    private final Map<K, LiveRow<T>> byKey = new HashMap<>();
    private final Rows<T> rows = new Rows<>();
    private final ObservableList<LiveRow<T>> unmodifiable =
            FXCollections.unmodifiableObservableList(rows);

    public LiveRows(Function<? super T, ? extends K> key) {
        this.key = key;
    }

    /** In the order in which they were first seen. */
    public ObservableList<LiveRow<T>> rows() {
        return unmodifiable;
    }

    public Optional<LiveRow<T>> row(K wanted) {
        return Optional.ofNullable(byKey.get(wanted));
    }

    /**
     * Takes over the newest content; of several with one key the last counts. All changes of
     * content are announced together, because a sorted list sorts once for each announcement.
     */
    public void show(List<? extends T> newest) {
        Map<K, T> values = new LinkedHashMap<>();
        newest.forEach(value -> values.put(key.apply(value), value));
        Set<LiveRow<T>> gone = new HashSet<>();
        int first = -1;
        int last = -1;
        for (int i = 0; i < rows.size(); i++) {
            LiveRow<T> row = rows.get(i);
            T value = values.remove(key.apply(row.get()));
            if (value == null) {
                byKey.remove(key.apply(row.get()));
                gone.add(row);
            } else if (!row.get().equals(value)) {
                row.set(value);
                first = first < 0 ? i : first;
                last = i;
            }
        }
        rows.announceUpdate(first, last);
        if (!gone.isEmpty()) {
            // Not removeIf(), which announces every row that goes by itself.
            rows.removeAll(gone);
        }
        if (!values.isEmpty()) {
            List<LiveRow<T>> added = new ArrayList<>();
            values.values().forEach(value -> added.add(new LiveRow<>(value)));
            added.forEach(row -> byKey.put(key.apply(row.get()), row));
            rows.addAll(added);
        }
    }

    /** A list that can say itself that the content of its elements has changed. */
    private static final class Rows<T> extends ModifiableObservableListBase<LiveRow<T>> {
        private final List<LiveRow<T>> list = new ArrayList<>();

        /**
         * One event for everything in between, changed or not; none if {@code first} is below 0.
         */
        void announceUpdate(int first, int last) {
            if (first < 0) {
                return;
            }
            beginChange();
            for (int i = first; i <= last; i++) {
                nextUpdate(i);
            }
            endChange();
        }

        @Override
        public LiveRow<T> get(int index) {
            return list.get(index);
        }

        @Override
        public int size() {
            return list.size();
        }

        @Override
        protected void doAdd(int index, LiveRow<T> row) {
            list.add(index, row);
        }

        @Override
        protected LiveRow<T> doSet(int index, LiveRow<T> row) {
            return list.set(index, row);
        }

        @Override
        protected LiveRow<T> doRemove(int index) {
            return list.remove(index);
        }
    }
}
