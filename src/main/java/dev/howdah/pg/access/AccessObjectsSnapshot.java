package dev.howdah.pg.access;

import java.util.List;

/**
 * The objects of the database we are connected to, with their ACLs, and the server's databases.
 *
 * @param objects by kind, schema and name; at most {@link AccessObjectsQuery#LIMIT} with the
 *     columns that have an ACL
 * @param notRead objects and columns beyond the limit, 0 or more: whoever shows a sum says so
 */
public record AccessObjectsSnapshot(List<AccessObject> objects, long notRead) {
    public AccessObjectsSnapshot {
        objects = List.copyOf(objects);
    }
}
