package dev.howdah.pg.access;

import java.util.List;

/**
 * Who owns the large objects of the database we are connected to.
 *
 * @param owners most first; at most {@link LargeObjectsQuery#OWNER_LIMIT}
 * @param atLeast whether there are more than were counted
 */
public record LargeObjectsSnapshot(List<OwnerRow> owners, boolean atLeast) {
    public LargeObjectsSnapshot {
        owners = List.copyOf(owners);
    }

    /** How many of those counted a role owns. */
    public record OwnerRow(long owner, String name, long objects) {}
}
