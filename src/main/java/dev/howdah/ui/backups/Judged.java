package dev.howdah.ui.backups;

import dev.howdah.ui.Notice;

/**
 * One of the numbers at the head of the panel.
 *
 * @param level how good it is; INFO when nothing is known to be judged
 * @param value short, with its unit
 * @param more what it rests on, a full sentence; may be empty
 */
record Judged(Notice.Level level, String value, String more) {}
