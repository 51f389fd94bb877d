package dev.howdah.ui.stats.session;

import dev.howdah.ui.table.LiveRow;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javafx.collections.ObservableList;

/**
 * Which rows the person has chosen, by what they are. A table keeps a selection by position, so
 * when a chosen session ends its neighbour can become chosen without anybody's doing; here it just
 * leaves. Rows that a filter hides leave, too: nobody acts on what they don't see.
 *
 * @param <K> identity of a row
 * @param <T> content of a row
 */
public final class KeptSelection<K, T> {
    private final ObservableList<LiveRow<T>> shown;
    private final Function<? super T, ? extends K> key;
    private final Set<K> chosen = new LinkedHashSet<>();
    private boolean updating;
    private Runnable restore = () -> {};
    private Runnable changed = () -> {};

    public KeptSelection(ObservableList<LiveRow<T>> shown, Function<? super T, ? extends K> key) {
        this.shown = shown;
        this.key = key;
    }

    /** Called when the table has to be made to show this selection. */
    void onRestore(Runnable action) {
        restore = action;
    }

    /** Called when other rows are chosen, or what is chosen may have other content. */
    public void onChange(Runnable action) {
        changed = action;
    }

    /** Changes rows, and does not take what the table makes of that for a choice. */
    public void whileUpdating(Runnable update) {
        boolean outermost = !updating;
        updating = true;
        try {
            update.run();
        } finally {
            if (outermost) {
                Set<K> present = new HashSet<>();
                shown.forEach(row -> present.add(key.apply(row.get())));
                chosen.retainAll(present);
                restore.run();
                updating = false;
            }
        }
        if (outermost) {
            changed.run();
        }
    }

    /** The person has chosen exactly these; ignored while rows are being changed. */
    public void choose(Collection<LiveRow<T>> rows) {
        if (updating) {
            return;
        }
        chosen.clear();
        rows.forEach(row -> chosen.add(key.apply(row.get())));
        changed.run();
    }

    boolean isChosen(LiveRow<T> row) {
        return chosen.contains(key.apply(row.get()));
    }

    /** What is chosen, in the order of the table. */
    public List<T> chosen() {
        return shown.stream().filter(this::isChosen).map(LiveRow::get).toList();
    }
}
