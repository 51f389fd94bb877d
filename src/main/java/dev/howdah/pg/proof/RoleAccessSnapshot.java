package dev.howdah.pg.proof;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What roles can do in one database, as the catalog says.
 *
 * @param takenAt by the desktop's clock
 * @param roles those that were asked for and exist, by name
 */
public record RoleAccessSnapshot(String database, Instant takenAt, List<RoleAccess> roles) {
    public RoleAccessSnapshot {
        roles = List.copyOf(roles);
    }

    /** Empty when there is no such role. */
    public Optional<RoleAccess> of(String role) {
        return roles.stream().filter(access -> access.role().equals(role)).findFirst();
    }

    /**
     * One role.
     *
     * @param gaps what differs from its kind, in the order of {@link Gap.Kind}, then by schema
     * @param largeObjectsUnread there are too many large objects to look at each
     * @param gapsUnread more gaps than are ever read; the ones that are there are still true
     */
    public record RoleAccess(
            String role,
            AccessKind kind,
            Counts counts,
            List<Gap> gaps,
            boolean largeObjectsUnread,
            boolean gapsUnread) {
        public RoleAccess {
            gaps = List.copyOf(gaps);
        }
    }

    /**
     * How many of what; extensions' own objects are not counted as tables to be read.
     *
     * @param tables tables, partitioned tables, views, materialized views and foreign tables
     * @param readable those with SELECT, and USAGE on their schema
     * @param writable those with INSERT, UPDATE, DELETE or TRUNCATE on the table or on a column,
     *     extensions' included; also where USAGE on the schema is missing
     * @param makers pairs of an owner and a schema in which that owner makes, or may make, tables
     * @param laterReadable the pairs whose later tables will be readable by their grants
     */
    public record Counts(
            long tables,
            long readable,
            long writable,
            long sequences,
            long sequencesReadable,
            long makers,
            long laterReadable) {}
}
