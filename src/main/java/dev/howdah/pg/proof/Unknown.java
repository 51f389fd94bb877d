package dev.howdah.pg.proof;

/**
 * Something a proof could not find out, and so can't vouch for.
 *
 * @param subject the table, schema, owner or probe; may be empty
 * @param detail SQLSTATE and the server's words, or our sentence; may be empty
 */
public record Unknown(Reason reason, String subject, String detail) {
    /** Why it is not known. */
    public enum Reason {
        /** The database could not be visited with our own login. */
        DATABASE,
        /** The role, or its throw-away member, could not log in to the database. */
        LOGIN,
        /** The session broke while trials were under way; the rest was not tried. */
        SESSION,
        /** A trial ended neither well nor with a refusal: a lock, a time limit, another error. */
        TRIAL,
        /** The trials took longer than they may. */
        TIME_UP,
        /** Trial and catalog contradict each other. */
        CONTRADICTION,
        /** There are too many large objects to look at each. */
        LARGE_OBJECTS,
        /** There are more gaps than are read. */
        TOO_MANY_GAPS
    }
}
