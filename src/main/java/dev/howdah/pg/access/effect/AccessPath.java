package dev.howdah.pg.access.effect;

import dev.howdah.pg.access.AccessRole;
import java.util.List;
import java.util.Optional;

/**
 * One way by which a role comes to a privilege on an object.
 *
 * @param chain the groups on the way, from the role's own membership to the one that holds the
 *     privilege; empty when the role holds it itself
 * @param grantor who granted it; empty for a superuser and for predefined rights
 * @param grantable whether it may be granted on
 * @param column the column it is limited to; empty for the whole object
 * @param afterSetRole whether it is not held but there after SET ROLE to a group of the chain
 */
public record AccessPath(
        Kind kind,
        List<AccessRole> chain,
        Optional<AccessRole> grantor,
        boolean grantable,
        String column,
        boolean afterSetRole) {
    public AccessPath {
        chain = List.copyOf(chain);
    }

    /** Where a privilege comes from in the end. */
    public enum Kind {
        /** The role, or the last of the chain after SET ROLE, is a superuser. */
        SUPERUSER,
        /** The role, or the last of the chain, owns the object and has not given it up. */
        OWNER,
        /** Granted to the role itself. */
        DIRECT,
        /** Granted to the last role of the chain. */
        MEMBERSHIP,
        /** Granted to everybody. */
        PUBLIC,
        /** The last of the chain is a role like pg_read_all_data, which needs no ACL. */
        PREDEFINED
    }
}
