package dev.howdah.pg.roles.drop;

import java.util.List;

/**
 * What would stand in the way of dropping a role.
 *
 * @param hasItsRights whether we have the role's rights, as DROP OWNED wants it
 * @param databases only those in which there is something, by name
 * @param ownedShared databases and tablespaces that it owns, 0 or more
 * @param grantedShared rights on databases and the like, 0 or more
 */
public record RoleDependenciesSnapshot(
        String role,
        boolean exists,
        boolean hasItsRights,
        List<InDatabase> databases,
        long ownedShared,
        long grantedShared) {
    public RoleDependenciesSnapshot {
        databases = List.copyOf(databases);
    }

    /**
     * One database.
     *
     * @param owned objects that belong to the role, 0 or more
     * @param granted rights that it was given, and default privileges, 0 or more
     * @param reachable whether we can log in to it
     * @param createsSchemas whether we may create schemas there, without which none can be given to
     *     another owner. Source: ALTER SCHEMA
     */
    public record InDatabase(
            String database, long owned, long granted, boolean reachable, boolean createsSchemas) {}

    /** Objects that belong to the role in all databases together, and databases themselves. */
    public long owned() {
        return ownedShared + databases.stream().mapToLong(InDatabase::owned).sum();
    }

    public boolean isEmpty() {
        return databases.isEmpty() && ownedShared + grantedShared == 0;
    }

    /** How many objects it owns in this database; 0 when there is nothing. */
    public long ownedIn(String database) {
        return databases.stream()
                .filter(each -> each.database().equals(database))
                .mapToLong(InDatabase::owned)
                .sum();
    }
}
