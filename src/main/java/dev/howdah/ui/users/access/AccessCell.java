package dev.howdah.ui.users.access;

/**
 * One privilege on the objects of a line, ready to be shown.
 *
 * @param text what stands in the cell, like "412" or "3 of 5"; may be empty
 * @param meaning the same as a sentence, for the tooltip
 */
record AccessCell(Mark mark, String text, String meaning) {
    /** What the cell says at a glance; never by colour alone. */
    enum Mark {
        /** On all of them. */
        ALL,
        /** On some of them. */
        SOME,
        /** On some columns only. */
        COLUMNS,
        NONE,
        /** Held, and of no use without USAGE of the schema. */
        UNREACHABLE,
        /** Not held, but there after SET ROLE. */
        AFTER_SET_ROLE,
        /** On all that is there today, and not on what comes. */
        GAP,
        /** Nobody looked. */
        UNKNOWN
    }
}
