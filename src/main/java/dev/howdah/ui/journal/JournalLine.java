package dev.howdah.ui.journal;

import dev.howdah.core.change.ChangeTarget.Login;
import dev.howdah.journal.JournaledChange;
import dev.howdah.ui.Lines;
import java.util.Locale;

/**
 * A change as a line of the table.
 *
 * @param sought what the search looks through, in lower case
 */
record JournalLine(JournaledChange change, String sought) {
    /** Of a long statement only so many characters are searched. */
    private static final int SEARCHED = 4_000;

    static JournalLine of(JournaledChange change) {
        var entry = change.entry();
        String sought =
                String.join(
                        "\n",
                        entry.server(),
                        entry.title(),
                        change.sentence(),
                        entry.particulars().login().map(Login::user).orElse(""),
                        entry.particulars().login().map(Login::address).orElse(""),
                        head(entry.preview()));
        return new JournalLine(change, sought.toLowerCase(Locale.ROOT));
    }

    private static String head(String text) {
        return text.length() <= SEARCHED ? text : text.substring(0, SEARCHED);
    }

    /** On one line, whatever the names in it hold. */
    String title() {
        return Lines.one(change.entry().title(), 300);
    }
}
