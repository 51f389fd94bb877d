package dev.howdah.ui.backups.cells;

import dev.howdah.ui.notice.Notice.Level;

/**
 * A value with a judgement of it.
 *
 * @param level how good it is; INFO when nothing is known to be judged
 * @param value short, with its unit; empty when there is nothing to show
 * @param more what it rests on, in full sentences; may be empty
 */
public record Judged(Level level, String value, String more) {
    /** Nothing to show. */
    public static final Judged NOTHING = new Judged(Level.INFO, "", "");

    /** Not known yet. */
    public static final Judged WAITING = new Judged(Level.INFO, "…", "");
}
