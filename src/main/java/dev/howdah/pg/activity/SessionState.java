package dev.howdah.pg.activity;

import org.jspecify.annotations.Nullable;

/** What a session is doing, as pg_stat_activity.state says it. */
public enum SessionState {
    ACTIVE,
    IDLE_IN_TRANSACTION,
    /** As before, but a statement failed: only ROLLBACK helps. */
    IDLE_IN_TRANSACTION_ABORTED,
    FASTPATH_CALL,
    IDLE,
    /** The session has track_activities switched off. */
    NOT_TRACKED,
    /** Our role may not see it. */
    HIDDEN,
    /** A later server's word that we don't know. */
    OTHER;

    static SessionState of(@Nullable String state) {
        return switch (state) {
            case "active" -> ACTIVE;
            case "idle in transaction" -> IDLE_IN_TRANSACTION;
            case "idle in transaction (aborted)" -> IDLE_IN_TRANSACTION_ABORTED;
            case "fastpath function call" -> FASTPATH_CALL;
            case "idle" -> IDLE;
            case "disabled" -> NOT_TRACKED;
            case null -> HIDDEN;
            default -> OTHER;
        };
    }

    /** Waiting for its client with a transaction open, good or failed. */
    public boolean isIdleInTransaction() {
        return this == IDLE_IN_TRANSACTION || this == IDLE_IN_TRANSACTION_ABORTED;
    }
}
