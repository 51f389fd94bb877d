package dev.howdah.pg.activity.locks;

import dev.howdah.pg.activity.ActivityQuery;
import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who waits for a lock and who is in the way, at one moment.
 *
 * @param rows those who wait, and those who block them without waiting
 * @param waiting how many wait, of which at most {@link LocksQuery#MAX_WAITERS} were read: those
 *     who have waited longest
 */
public record LocksSnapshot(List<LockRow> rows, int waiting) {

    /** The process id that pg_blocking_pids() gives to prepared transactions. */
    public static final int PREPARED = 0;

    public LocksSnapshot {
        rows = List.copyOf(rows);
    }

    /** Those who wait, directly or behind another, for one of these sessions. */
    public Set<Integer> waitersBehind(Set<Integer> pids) {
        Set<Integer> behind = new TreeSet<>();
        Deque<Integer> open = new ArrayDeque<>(pids);
        while (!open.isEmpty()) {
            Integer blocker = open.pop();
            for (LockRow row : rows) {
                if (row.blockedBy().contains(blocker) && behind.add(row.pid())) {
                    open.push(row.pid());
                }
            }
        }
        behind.removeAll(pids);
        return behind;
    }

    /**
     * One session, or all prepared transactions together.
     *
     * @param pid {@link #PREPARED} for prepared transactions
     * @param session empty for prepared transactions, and when it ended meanwhile
     * @param wanted empty when it doesn't wait
     * @param blockedBy in the order in which they came to the lock, so that those who hold it are
     *     first; at most {@link ActivityQuery#MAX_BLOCKERS}
     * @param prepared names of the prepared transactions that are in the way, oldest first, at most
     *     five; empty for a session
     */
    public record LockRow(
            int pid,
            Optional<SessionRow> session,
            Optional<WantedLock> wanted,
            List<Integer> blockedBy,
            List<String> prepared) {
        public LockRow {
            blockedBy = List.copyOf(blockedBy);
            prepared = List.copyOf(prepared);
        }

        public boolean waits() {
            return wanted.isPresent();
        }
    }

    /**
     * The lock that a session waits for.
     *
     * @param mode as pg_locks says it: "ExclusiveLock"
     * @param kind as pg_locks.locktype says it: "tuple", "relation", "transactionid", "advisory"
     * @param relation schema and name of the table or index; empty when there is none or it belongs
     *     to another database
     * @param where what else identifies it: "page 0, tuple 3", "transaction 745"; may be empty
     * @param database that the object is in; empty for ours and for what all databases share
     * @param waiting by the server's clock; empty on 13, which does not note it
     */
    public record WantedLock(
            String mode,
            String kind,
            String relation,
            String where,
            String database,
            Optional<Duration> waiting) {}
}
