package dev.howdah.pg.access.unused;

import dev.howdah.pg.access.AccessObject;
import dev.howdah.pg.access.AccessObjectsSnapshot;
import dev.howdah.pg.access.AccessRole;
import dev.howdah.pg.access.AccessRolesSnapshot;
import dev.howdah.pg.access.Acl;
import dev.howdah.pg.access.ObjectKind;
import dev.howdah.pg.access.Privileges;
import dev.howdah.pg.access.effect.EffectiveAccess;
import dev.howdah.pg.access.effect.RoleGraph;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.Collectors;

/**
 * Finds roles that nobody has worked as since the statement statistics began, and the grants that
 * only they have. Which table a statement read is not recorded anywhere, so a grant can be called
 * unused only because its whole role is; the period is {@link RoleActivitySnapshot#since()}, and
 * only {@link RoleActivitySnapshot#isComplete()} makes it certain.
 */
public final class UnusedRoles {
    private UnusedRoles() {}

    /**
     * A role that was idle, as were all its members.
     *
     * @param tableGrants tables, views and sequences of this database that are granted to it
     * @param otherGrants other objects that are granted to it, databases among them
     * @param owned objects of this database that it owns
     */
    public record Unused(AccessRole role, int tableGrants, int otherGrants, int owned) {}

    /**
     * What was granted to one role on one object.
     *
     * @param column empty for the whole object
     */
    public record Grant(
            AccessRole role, AccessObject object, String column, Privileges privileges) {}

    /** Those that were idle, as were all their members; without PostgreSQL's own roles. */
    public static Set<Long> oids(AccessRolesSnapshot roles, RoleActivitySnapshot activity) {
        RoleGraph graph = new RoleGraph(roles);
        Set<Long> used = used(activity, role -> graph.afterSetRole(role).roles());
        return roles.roles().stream()
                .filter(role -> !role.isPredefined() && !used.contains(role.oid()))
                .map(AccessRole::oid)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What was granted to these roles, by role and then as the objects were read. */
    public static List<Grant> grants(
            AccessRolesSnapshot roles, AccessObjectsSnapshot objects, Set<Long> unused) {
        Map<Long, List<Grant>> byRole = new HashMap<>();
        Map<Long, AccessRole> known =
                roles.roles().stream()
                        .filter(role -> unused.contains(role.oid()))
                        .collect(Collectors.toMap(AccessRole::oid, role -> role));
        for (AccessObject object : objects.objects()) {
            object.acl().ifPresent(acl -> collect(byRole, known, object, "", acl));
            object.columns()
                    .forEach(each -> collect(byRole, known, object, each.column(), each.acl()));
        }
        return roles.roles().stream()
                .flatMap(role -> byRole.getOrDefault(role.oid(), List.of()).stream())
                .toList();
    }

    private static void collect(
            Map<Long, List<Grant>> byRole,
            Map<Long, AccessRole> known,
            AccessObject object,
            String column,
            Acl acl) {
        Set<Long> grantees = new HashSet<>();
        addGrantees(grantees, acl);
        grantees.remove(object.owner());
        for (long grantee : grantees) {
            AccessRole role = known.get(grantee);
            if (role != null) {
                byRole.computeIfAbsent(grantee, _ -> new ArrayList<>())
                        .add(new Grant(role, object, column, acl.of(grantee).privileges()));
            }
        }
    }

    private static Set<Long> used(RoleActivitySnapshot activity, LongFunction<Set<Long>> mayActAs) {
        Set<Long> used = new HashSet<>();
        for (RoleActivitySnapshot.RoleRow row : activity.roles()) {
            used.addAll(mayActAs.apply(row.role()));
        }
        return used;
    }

    /** By name; without PostgreSQL's own roles. */
    public static List<Unused> of(EffectiveAccess access, RoleActivitySnapshot activity) {
        Set<Long> used = used(activity, access::mayActAs);
        Map<Long, Count> counts = new HashMap<>();
        for (AccessObject object : access.objects().objects()) {
            count(counts, object);
        }
        return access.roles().roles().stream()
                .filter(role -> !role.isPredefined() && !used.contains(role.oid()))
                .map(role -> counts.getOrDefault(role.oid(), new Count()).of(role))
                .toList();
    }

    private static void count(Map<Long, Count> counts, AccessObject object) {
        counts.computeIfAbsent(object.owner(), _ -> new Count()).owned++;
        Set<Long> grantees = new HashSet<>();
        object.acl().ifPresent(acl -> addGrantees(grantees, acl));
        object.columns().forEach(column -> addGrantees(grantees, column.acl()));
        grantees.remove(object.owner());
        for (long grantee : grantees) {
            Count count = counts.computeIfAbsent(grantee, _ -> new Count());
            if (object.kind().isRelation() || object.kind() == ObjectKind.SEQUENCE) {
                count.tables++;
            } else {
                count.others++;
            }
        }
    }

    private static void addGrantees(Set<Long> grantees, Acl acl) {
        acl.grants().forEach(grant -> grantees.add(grant.grantee()));
    }

    private static final class Count {
        private int tables;
        private int others;
        private int owned;

        Unused of(AccessRole role) {
            return new Unused(role, tables, others, owned);
        }
    }
}
