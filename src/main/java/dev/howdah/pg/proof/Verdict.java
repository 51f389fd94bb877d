package dev.howdah.pg.proof;

/** What a certificate says in one word. */
public enum Verdict {
    /** Everything was looked at, and nothing differs from what the role is meant for. */
    PROVEN,
    /** The role lacks something or is more open than it need be, and changes no data. */
    GAPS,
    /** A role that is meant to read could change or keep something. */
    NOT_READ_ONLY,
    /** Something could not be found out, so nothing is promised. */
    UNPROVEN
}
