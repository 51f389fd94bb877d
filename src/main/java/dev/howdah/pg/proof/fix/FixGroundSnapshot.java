package dev.howdah.pg.proof.fix;

import dev.howdah.pg.proof.Gap;
import java.util.List;

/**
 * What closing a gap takes, and from whom.
 *
 * @param holds one for each object and each role that has a say; empty when there is nothing left
 *     to be closed
 */
public record FixGroundSnapshot(List<Hold> holds) {
    public FixGroundSnapshot {
        holds = List.copyOf(holds);
    }

    /** How we may act. */
    public enum Way {
        /** With our own rights. */
        OURS,
        /** After SET ROLE to who gave the right: nobody else's REVOKE takes it back. */
        AS_GRANTOR,
        /** Not at all. */
        FOREIGN
    }

    /**
     * Somebody's say over one object.
     *
     * @param object as in {@link Gap#objects()}; empty for gaps that name none
     * @param who its owner, or who gave the right; empty for any superuser
     */
    public record Hold(String object, String who, Way way) {}
}
