package dev.howdah.pg.proof;

/** What a role is meant for, which decides what counts as a gap. */
public enum AccessKind {
    /** Reads every table and changes nothing. */
    READ_ONLY,
    /** Reads and changes the rows of every table. */
    READ_WRITE
}
