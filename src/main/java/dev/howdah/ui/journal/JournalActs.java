package dev.howdah.ui.journal;

import dev.howdah.journal.JournaledChange;
import java.util.List;

/** What the window does for the journal, which belongs to no server. */
public interface JournalActs {

    /** The names of the servers in the rail. */
    List<String> servers();

    /**
     * Opens the server if need be, and shows the change that takes this one back, to be confirmed.
     */
    void undo(JournaledChange change);

    /** Asks the server what became of a change whose end nobody has seen. */
    void findOut(JournaledChange change);

    /** Back to where the person came from. */
    void leave();
}
