package dev.howdah.pg.activity;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * The sessions of a server that a query asked for, at one moment.
 *
 * @param sessions blocked ones first, then the oldest transactions, then those longest in their
 *     state; at most {@link ActivityQuery#MAX_ROWS}
 * @param matching how many there were, before the limit
 * @param hidden how many more there are of which our role sees neither state nor text, because it
 *     lacks pg_read_all_stats
 * @param tracked false when track_activities is off, so that the server itself does not know
 */
public record ActivitySnapshot(
        List<SessionRow> sessions, int matching, int hidden, boolean tracked) {

    public ActivitySnapshot {
        sessions = List.copyOf(sessions);
    }

    /** How many sessions matched beyond those that were read. */
    public int more() {
        return Math.max(0, matching - sessions.size());
    }

    /**
     * One backend.
     *
     * @param backendType as the server says it: "client backend", "autovacuum worker"
     * @param leader the session that a parallel worker works for
     * @param waitsOn empty while it computes
     * @param blockedBy who holds or is queued for the lock it waits for, at most {@link
     *     ActivityQuery#MAX_BLOCKERS}; 0 is a prepared transaction. Empty unless it waits for a
     *     lock
     * @param hasXid whether its transaction has written something
     */
    public record SessionRow(
            SessionKey key,
            String backendType,
            OptionalInt leader,
            Client client,
            SessionState state,
            Optional<Wait> waitsOn,
            List<Integer> blockedBy,
            Ages ages,
            boolean hasXid,
            Statement statement) {

        public SessionRow {
            blockedBy = List.copyOf(blockedBy);
        }

        public int pid() {
            return key.pid();
        }

        /** A session of a program, not one of the server's own processes. */
        public boolean isClient() {
            return backendType.equals("client backend");
        }

        /** Waits for a heavyweight lock, that is for another session. */
        public boolean isBlocked() {
            return waitsOn.isPresent() && waitsOn.get().type().equals("Lock");
        }

        /**
         * How long it has been in its state: an active session since its statement began, every
         * other since it became what it is. Empty when our role may not see it.
         */
        public Optional<Duration> age() {
            return state == SessionState.ACTIVE || state == SessionState.FASTPATH_CALL
                    ? ages.statement()
                    : ages.state();
        }
    }

    /**
     * Who is at the other end. Every text may be empty.
     *
     * @param application as the program calls itself
     * @param address IP address; empty for a local socket
     * @param ours a session of a Howdah, this one or another
     */
    public record Client(
            String database, String user, String application, String address, boolean ours) {}

    /** What it waits for, in the server's words: type "Lock", event "tuple". */
    public record Wait(String type, String event) {}

    /**
     * Measured by the server's clock, never negative; each is empty when it does not apply or our
     * role may not see it.
     *
     * @param session since the backend started
     * @param transaction since the open transaction began
     * @param statement since the current or last statement began
     * @param state since the state last changed
     */
    public record Ages(
            Optional<Duration> session,
            Optional<Duration> transaction,
            Optional<Duration> statement,
            Optional<Duration> state) {}

    /**
     * The current statement, or the last one of a session that is idle.
     *
     * @param startedAt by the server's clock, exact to the microsecond
     * @param stateSince when the state last changed, likewise
     * @param queryId links to pg_stat_statements; from 14 on, if the server computes it
     */
    public record Statement(
            Optional<Instant> startedAt,
            Optional<Instant> stateSince,
            OptionalLong queryId,
            StatementText text) {}
}
