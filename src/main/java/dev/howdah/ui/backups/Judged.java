package dev.howdah.ui.backups;

import dev.howdah.ui.Notice.Level;

/**
 * A value with a judgement of it.
 *
 * @param level how good it is; INFO when nothing is known to be judged
 * @param value short, with its unit; empty when there is nothing to show
 * @param more what it rests on, in full sentences; may be empty
 */
record Judged(Level level, String value, String more) {
    /** Nothing to show. */
    static final Judged NOTHING = new Judged(Level.INFO, "", "");

    /** Not known yet. */
    static final Judged WAITING = new Judged(Level.INFO, "…", "");
}
