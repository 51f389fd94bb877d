package dev.howdah.ui.users.form;

import dev.howdah.core.Texts;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** A whole number that somebody types, or leaves away for "no limit". */
public final class TypedNumber {
    private static final Texts TEXTS = Texts.of(TypedNumber.class);

    private final int least;
    private final int most;
    private final StringProperty text;
    private final ReadOnlyStringWrapper complaint = new ReadOnlyStringWrapper("");

    /**
     * @param usual what stands there at first
     */
    public TypedNumber(int least, int most, OptionalInt usual) {
        this.least = least;
        this.most = most;
        this.text = new SimpleStringProperty(textOf(usual));
        text.subscribe(this::judge);
    }

    public StringProperty text() {
        return text;
    }

    /** Why it can't be used, as a sentence; empty when it can. */
    ReadOnlyStringProperty complaint() {
        return complaint.getReadOnlyProperty();
    }

    public boolean isGood() {
        return complaint.get().isEmpty();
    }

    /** Empty when nothing usable was typed. */
    public OptionalInt value() {
        String typed = text.get().strip();
        return typed.isEmpty() || !isGood()
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(typed));
    }

    public void set(OptionalInt value) {
        text.set(textOf(value));
    }

    private void judge() {
        String typed = text.get().strip();
        boolean good = typed.isEmpty() || isWithin(typed);
        complaint.set(good ? "" : TEXTS.text("number.range", least, most));
    }

    private boolean isWithin(String typed) {
        if (!typed.matches("\\d{1,9}")) {
            return false;
        }
        int number = Integer.parseInt(typed);
        return number >= least && number <= most;
    }

    private static String textOf(OptionalInt value) {
        return value.isPresent() ? Integer.toString(value.getAsInt()) : "";
    }
}
