package dev.howdah.ui.backups.asking;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Whether a page has something under way, and what. JavaFX thread. */
public final class Progress {
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper doing = new ReadOnlyStringWrapper("");

    /** Something begins, or what is under way comes to its next step. */
    public void begin(String what) {
        busy.set(true);
        doing.set(what);
    }

    public void end() {
        busy.set(false);
        doing.set("");
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** What is under way; empty when nothing is. */
    public ReadOnlyStringProperty doing() {
        return doing.getReadOnlyProperty();
    }
}
