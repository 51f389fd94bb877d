package dev.howdah.pg.access;

import java.util.List;

/**
 * The roles of a server and who is a member of whom.
 *
 * @param major of the server: the rules differ by it
 * @param databaseOwner OID of the role that owns the database we are connected to
 * @param roles by name; at most {@link AccessRolesQuery#LIMIT}
 * @param total how many roles there are, with those that were not read
 * @param membershipsNotRead memberships beyond {@link AccessRolesQuery#MEMBERSHIP_LIMIT}, 0 or more
 */
public record AccessRolesSnapshot(
        int major,
        long databaseOwner,
        List<AccessRole> roles,
        long total,
        long membershipsNotRead) {
    public AccessRolesSnapshot {
        roles = List.copyOf(roles);
    }

    /** Roles beyond the limit, 0 or more. */
    public long notRead() {
        return total - roles.size();
    }
}
