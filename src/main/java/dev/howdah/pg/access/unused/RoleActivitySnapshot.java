package dev.howdah.pg.access.unused;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which roles have worked since the statement statistics began. A statement counts for the role it
 * ran as: after SET ROLE for that one, in a SECURITY DEFINER function for its owner.
 *
 * @param since when the statistics were reset; empty when the extension is too old to tell (before
 *     1.9)
 * @param evictions entries thrown out since then for want of room: from 1 on, a role without
 *     statements may have had some; empty when the extension is too old to tell
 * @param roles those that had a statement or have a session, busiest first; at most {@link
 *     RoleActivityQuery#LIMIT}
 */
public record RoleActivitySnapshot(
        Optional<Instant> since, Optional<Long> evictions, List<RoleRow> roles, long notRead) {
    public RoleActivitySnapshot {
        roles = List.copyOf(roles);
    }

    /** Whether a role that is not listed has really had no statement in the period. */
    public boolean isComplete() {
        return notRead == 0 && evictions.isPresent() && evictions.get() == 0;
    }

    /**
     * One role's work, in all databases.
     *
     * @param statements different ones
     * @param calls of all of them
     * @param sessions at this moment
     */
    public record RoleRow(long role, long statements, long calls, int sessions) {}
}
