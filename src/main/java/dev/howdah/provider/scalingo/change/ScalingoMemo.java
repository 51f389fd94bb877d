package dev.howdah.provider.scalingo.change;

import dev.howdah.core.change.Operation;

/** What an operation remembers, by key. */
final class ScalingoMemo {
    /** Scalingo's own id of the operation, when it told one. */
    static final String REMOTE = "remote";

    /** What was before and what is wanted, in the words of the act. */
    static final String FROM = Operation.BEFORE;

    static final String TO = Operation.AFTER;

    /** Scalingo's id of the plan that was before. */
    static final String FROM_ID = "fromId";

    /** Ids of the backups that were there before, separated by spaces. */
    static final String KNOWN = "known";

    /** Where the recovery window began before; missing where it had no beginning. */
    static final String EARLIEST = "earliest";

    /** There when the database was seen to be changing. */
    static final String CHANGING = "changing";

    private ScalingoMemo() {}
}
