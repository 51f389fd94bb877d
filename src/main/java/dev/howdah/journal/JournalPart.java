package dev.howdah.journal;

import dev.howdah.core.change.ChangeLog.Entry;
import java.util.List;

/**
 * The newest lines of the journal.
 *
 * @param newest of them, newest first
 * @param damaged lines among them that nobody can read: torn by a crash, edited, or of a newer
 *     console
 * @param hasOlder whether there are more before these
 */
public record JournalPart(List<Entry> newest, int damaged, boolean hasOlder) {
    public JournalPart {
        newest = List.copyOf(newest);
    }
}
