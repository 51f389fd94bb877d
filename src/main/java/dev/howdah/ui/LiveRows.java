package dev.howdah.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.Observable;
import javafx.collections.FXCollections;
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
    private final ObservableList<LiveRow<T>> rows =
            FXCollections.observableArrayList(row -> new Observable[] {row.valueProperty()});
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

    /** Takes over the newest content; of several with one key the last counts. */
    public void show(List<? extends T> newest) {
        Map<K, LiveRow<T>> present = new HashMap<>();
        List<LiveRow<T>> added = new ArrayList<>();
        for (T value : newest) {
            K id = key.apply(value);
            LiveRow<T> row = byKey.get(id);
            if (row == null) {
                row = new LiveRow<>(value);
                byKey.put(id, row);
                added.add(row);
            } else if (!row.get().equals(value)) {
                row.set(value);
            }
            present.put(id, row);
        }
        if (byKey.size() > present.size()) {
            byKey.keySet().retainAll(present.keySet());
            rows.removeIf(row -> byKey.get(key.apply(row.get())) != row);
        }
        if (!added.isEmpty()) {
            rows.addAll(added);
        }
    }
}
