package dev.howdah.pg.roles.drop;

import dev.howdah.pg.roles.RolesSnapshot;
import dev.howdah.pg.roles.drop.OwnedObjectsQuery.Owned;
import dev.howdah.pg.roles.drop.RoleGrantsQuery.Kept;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What dropping a role would meet, for a person to decide about. Made by {@link DroppedRoles}.
 *
 * @param found counts for every database and the server
 * @param objects the owned objects by name for each database that could be visited; at most {@link
 *     OwnedObjectsQuery#LIMIT} for each, with the databases it owns
 * @param kept what others granted it, so that a DROP OWNED of ours leaves it, for each database in
 *     which there is such
 */
public record DropRolePlan(
        RolesSnapshot.Role role,
        RoleDependenciesSnapshot found,
        Map<String, List<Owned>> objects,
        Map<String, List<Kept>> kept) {
    public DropRolePlan {
        objects = Map.copyOf(objects);
        kept = Map.copyOf(kept);
    }

    /**
     * Databases for which a {@link Disposal} has to be chosen. Home is among them, by its name,
     * when the role owns databases, which can only be reassigned.
     */
    public List<String> toDecide(String home) {
        List<String> owning =
                found.databases().stream()
                        .filter(each -> each.owned() > 0)
                        .map(RoleDependenciesSnapshot.InDatabase::database)
                        .toList();
        return found.ownedShared() == 0 || owning.contains(home)
                ? owning
                : Stream.concat(Stream.of(home), owning.stream()).toList();
    }

    /** Databases in which there is something and that we can't log in to; then nothing works. */
    public List<String> unreachable() {
        return found.databases().stream()
                .filter(each -> !each.reachable())
                .map(RoleDependenciesSnapshot.InDatabase::database)
                .toList();
    }
}
