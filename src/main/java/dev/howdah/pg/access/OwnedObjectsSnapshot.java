package dev.howdah.pg.access;

import java.util.List;

/**
 * What keeps a role from being dropped, as the server counts it.
 *
 * @param recorded false for PostgreSQL's own roles and its first superuser: of what they own the
 *     server keeps no account, so that nothing listed means unknown
 * @param databases those where the role owns something or has rights, the one we are connected to
 *     first; at most {@link OwnedObjectsQuery#DATABASE_LIMIT}
 * @param databasesNotRead 0 or more
 * @param here what it owns in the database we are connected to, and of what all databases share; at
 *     most {@link OwnedObjectsQuery#LIMIT}
 * @param hereNotRead 0 or more
 */
public record OwnedObjectsSnapshot(
        boolean recorded,
        List<DatabaseRow> databases,
        long databasesNotRead,
        List<ObjectRow> here,
        long hereNotRead) {
    public OwnedObjectsSnapshot {
        databases = List.copyOf(databases);
        here = List.copyOf(here);
    }

    /** Whether DROP ROLE would succeed as far as objects and rights go. */
    public boolean isFree() {
        return recorded && databases.isEmpty();
    }

    /**
     * One database, or what all databases share.
     *
     * @param name empty for what all share: databases and tablespaces
     * @param owned objects that it owns there
     * @param granted objects whose ACL, and default privileges that, name it
     * @param policies row security policies that name it
     */
    public record DatabaseRow(
            long oid, String name, boolean current, long owned, long granted, long policies) {}

    /**
     * One object.
     *
     * @param type in the server's words, like "table" or "function"
     * @param identity as it can stand in SQL, qualified and quoted
     */
    public record ObjectRow(String type, String identity) {}
}
