package dev.howdah.ui.table;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * One row of a table that is read again and again: the row stays, its content changes. So the table
 * keeps its selection and scroll position and paints only what is new.
 *
 * @param <T> an immutable record
 */
public final class LiveRow<T> {
    private final ReadOnlyObjectWrapper<T> value;

    LiveRow(T value) {
        this.value = new ReadOnlyObjectWrapper<>(value);
    }

    public T get() {
        return value.get();
    }

    /** Changes when a later reading says something else about the same thing. */
    public ReadOnlyObjectProperty<T> valueProperty() {
        return value.getReadOnlyProperty();
    }

    void set(T newer) {
        value.set(newer);
    }
}
