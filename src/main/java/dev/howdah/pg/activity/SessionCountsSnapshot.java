package dev.howdah.pg.activity;

import java.util.List;

/**
 * How many sessions there are and how many there can be.
 *
 * @param pids of all sessions that programs have, and of our own, in no order
 * @param maxConnections the server's limit for them
 * @param reserved of these, kept free for superusers and, from 16 on, for members of
 *     pg_use_reserved_connections
 */
public record SessionCountsSnapshot(List<Integer> pids, int maxConnections, int reserved) {
    public SessionCountsSnapshot {
        pids = List.copyOf(pids);
    }

    /** Sessions of programs. */
    public int sessions() {
        return pids.size();
    }
}
