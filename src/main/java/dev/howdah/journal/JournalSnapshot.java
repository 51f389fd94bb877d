package dev.howdah.journal;

import java.util.List;

/**
 * The newest part of the journal.
 *
 * @param changes newest first
 * @param damaged lines among them that nobody can read
 * @param hasOlder whether there are more before these
 */
public record JournalSnapshot(List<JournaledChange> changes, int damaged, boolean hasOlder) {
    public JournalSnapshot {
        changes = List.copyOf(changes);
    }
}
