package dev.howdah.ui.backups.timeline;

import java.time.Instant;

/**
 * A moment on the line of time at which something happened.
 *
 * @param words what it was, on one line
 */
record TimeMark(Kind kind, Instant at, String words) {

    /** What it is, in the order in which they are drawn: the last lies on top. */
    enum Kind {
        EVENT,
        CHANGE,
        FAILED_BACKUP,
        BACKUP,
        PEAK
    }
}
