package dev.howdah.pg.roles;

import java.util.List;

/**
 * The databases of a server in which somebody can work, without templates.
 *
 * @param databases by name; at most {@link DatabasesQuery#LIMIT}
 */
public record DatabasesSnapshot(List<DatabaseRow> databases) {
    public DatabasesSnapshot {
        databases = List.copyOf(databases);
    }

    /**
     * One database.
     *
     * @param reachable whether we can log in to it, and so grant something there
     */
    public record DatabaseRow(String name, String owner, boolean reachable) {}
}
