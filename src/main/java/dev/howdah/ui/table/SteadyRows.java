package dev.howdah.ui.table;

import java.util.List;
import java.util.stream.IntStream;
import javafx.collections.ListChangeListener.Change;
import javafx.collections.ObservableList;
import javafx.collections.transformation.TransformationList;

/**
 * Rows for a table, which is told when rows come, go or change places. When only their content
 * changes the cells hear it from the row itself; a table that is told of it, too, builds all that
 * is visible anew.
 *
 * @param <T> content of a row
 */
public final class SteadyRows<T> extends TransformationList<LiveRow<T>, LiveRow<T>> {
    /** The same rows in the same order as the source. */
    public SteadyRows(ObservableList<LiveRow<T>> source) {
        super(source);
    }

    @Override
    protected void sourceChanged(Change<? extends LiveRow<T>> change) {
        boolean anyMoved = false;
        while (change.next()) {
            anyMoved |= movesRows(change);
        }
        if (anyMoved) {
            change.reset();
            fireChange(new Same<>(this, change));
        }
    }

    /** A sorted list that was told of new content announces an order even if it is the old one. */
    private static boolean movesRows(Change<?> change) {
        if (change.wasPermutated()) {
            return IntStream.range(change.getFrom(), change.getTo())
                    .anyMatch(i -> change.getPermutation(i) != i);
        }
        return !change.wasUpdated();
    }

    @Override
    public int getSourceIndex(int index) {
        return index;
    }

    @Override
    public int getViewIndex(int index) {
        return index;
    }

    @Override
    public LiveRow<T> get(int index) {
        return getSource().get(index);
    }

    @Override
    public int size() {
        return getSource().size();
    }

    /** What happened to the source, said of this list. */
    private static final class Same<R> extends Change<R> {
        private final Change<? extends R> change;

        Same(ObservableList<R> list, Change<? extends R> change) {
            super(list);
            this.change = change;
        }

        @Override
        public boolean next() {
            return change.next();
        }

        @Override
        public void reset() {
            change.reset();
        }

        @Override
        public int getFrom() {
            return change.getFrom();
        }

        @Override
        public int getTo() {
            return change.getTo();
        }

        @Override
        @SuppressWarnings("unchecked") // as a list of R that is only read
        public List<R> getRemoved() {
            return (List<R>) change.getRemoved();
        }

        @Override
        public boolean wasPermutated() {
            return change.wasPermutated();
        }

        @Override
        public boolean wasUpdated() {
            return change.wasUpdated();
        }

        @Override
        protected int[] getPermutation() {
            return change.wasPermutated()
                    ? IntStream.range(change.getFrom(), change.getTo())
                            .map(change::getPermutation)
                            .toArray()
                    : new int[0];
        }
    }
}
