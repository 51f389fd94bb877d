package dev.howdah.health.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the rules want to know about the sessions of a server. Our own sessions are left out.
 *
 * @param hidden sessions whose state our role may not see (needs pg_read_all_stats)
 * @param idleInTransaction aborted transactions included; longest idle first
 * @param running statements that run or wait now, longest first; background workers and WAL senders
 *     left out
 * @param inTransaction all that have a transaction open, oldest transaction first
 * @param blocked those who wait for a lock, longest wait first
 */
public record SessionFacts(
        int hidden,
        List<OpenSession> idleInTransaction,
        List<OpenSession> running,
        List<OpenSession> inTransaction,
        List<BlockedSession> blocked) {

    public SessionFacts {
        idleInTransaction = List.copyOf(idleInTransaction);
        running = List.copyOf(running);
        inTransaction = List.copyOf(inTransaction);
        blocked = List.copyOf(blocked);
    }

    /**
     * One session.
     *
     * @param application its application_name; may be empty
     * @param duration how long it has been idle, running, or in its transaction
     */
    public record OpenSession(int pid, String user, String application, Duration duration) {

        /** By what a DBA knows it: its application, else its user. */
        public String who() {
            return application.isBlank() ? user : application;
        }
    }

    /**
     * One session that waits for a lock.
     *
     * @param session how long it waits; from 14 on by pg_locks.waitstart, before by the state's
     *     start
     * @param relation schema and name of the table; empty when it waits for a row's transaction or
     *     for something else
     * @param blockers pids that stand in its way; may be empty when they just went
     */
    public record BlockedSession(
            OpenSession session, Optional<String> relation, List<Integer> blockers) {

        public BlockedSession {
            blockers = List.copyOf(blockers);
        }
    }
}
