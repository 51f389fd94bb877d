package dev.howdah.ui.journal;

import java.time.Clock;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** What the person looks for in the journal. */
final class JournalFilter {
    private final Clock clock;
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty server = new SimpleStringProperty("");
    private final ObjectProperty<Asked.Outcome> outcome =
            new SimpleObjectProperty<>(Asked.Outcome.ANY);
    private final ObjectProperty<Asked.Kind> kind = new SimpleObjectProperty<>(Asked.Kind.ANY);
    private final ObjectProperty<Asked.Time> time = new SimpleObjectProperty<>(Asked.Time.ANY);

    /**
     * @param anew called when something else is looked for
     */
    JournalFilter(Clock clock, Runnable anew) {
        this.clock = clock;
        text.subscribe(anew);
        server.subscribe(anew);
        outcome.subscribe(anew);
        kind.subscribe(anew);
        time.subscribe(anew);
    }

    /** Every word has to stand somewhere; a change on several servers is one of each. */
    boolean matches(JournalLine line) {
        if (!isOn(line.change().entry().server(), server.get())
                || !outcome.get().takes(line.change())
                || !kind.get().takes(line.change())
                || !time.get().takes(line.change(), clock.instant())) {
            return false;
        }
        for (String word : text.get().strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            if (!line.sought().contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOn(String servers, String wanted) {
        return wanted.isEmpty()
                || servers.equals(wanted)
                || (", " + servers + ", ").contains(", " + wanted + ", ");
    }

    void clear() {
        text.set("");
        server.set("");
        outcome.set(Asked.Outcome.ANY);
        kind.set(Asked.Kind.ANY);
        time.set(Asked.Time.ANY);
    }

    /** Words of what was done, where, by whom, and of the SQL or request. */
    StringProperty text() {
        return text;
    }

    /** Empty for every server. */
    StringProperty server() {
        return server;
    }

    ObjectProperty<Asked.Outcome> outcome() {
        return outcome;
    }

    ObjectProperty<Asked.Kind> kind() {
        return kind;
    }

    ObjectProperty<Asked.Time> time() {
        return time;
    }
}
