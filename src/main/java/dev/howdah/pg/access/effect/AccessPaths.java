package dev.howdah.pg.access.effect;

import dev.howdah.pg.Privilege;
import dev.howdah.pg.access.AccessObject;
import dev.howdah.pg.access.AccessRole;
import dev.howdah.pg.access.Acl;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds every way by which one role comes to a privilege on an object. */
final class AccessPaths {
    private final RoleGraph graph;
    private final PredefinedRights predefined;
    private final AccessRole role;
    private final Reach inherited;
    private final Reach afterSetRole;

    AccessPaths(AccessRole role, RoleGraph graph, PredefinedRights predefined) {
        this.graph = graph;
        this.predefined = predefined;
        this.role = role;
        this.inherited = graph.inherited(role.oid());
        this.afterSetRole = graph.afterSetRole(role.oid());
    }

    /** Those that hold first, then those after SET ROLE; one for each grant. */
    List<AccessPath> to(AccessObject object, Privilege privilege, int major) {
        if (!object.kind().privileges(major).contains(privilege)) {
            return List.of();
        }
        List<AccessPath> paths = new ArrayList<>();
        superusers(paths);
        if (!object.grantableByAcl(major).contains(privilege)) {
            return paths;
        }
        object.acl().ifPresent(acl -> granted(paths, acl, object.owner(), privilege, ""));
        for (AccessObject.ColumnAcl column : object.columns()) {
            granted(paths, column.acl(), object.owner(), privilege, column.column());
        }
        for (long giver : predefined.giving(privilege, object.kind())) {
            add(paths, AccessPath.Kind.PREDEFINED, giver, Optional.empty(), false, "");
        }
        return paths.stream()
                .sorted(
                        Comparator.comparing(AccessPath::afterSetRole)
                                .thenComparing(path -> !path.column().isEmpty()))
                .toList();
    }

    private void superusers(List<AccessPath> paths) {
        if (role.superuser()) {
            paths.add(
                    path(AccessPath.Kind.SUPERUSER, List.of(), Optional.empty(), true, "", false));
            return;
        }
        Reach settable = Reach.from(role.oid(), graph::setSteps);
        for (long group : settable.roles()) {
            if (graph.role(group).filter(AccessRole::superuser).isPresent()) {
                List<AccessRole> chain = known(settable.chainTo(group));
                paths.add(path(AccessPath.Kind.SUPERUSER, chain, Optional.empty(), true, "", true));
            }
        }
    }

    private void granted(
            List<AccessPath> paths, Acl acl, long owner, Privilege privilege, String column) {
        for (Acl.Grant grant : acl.grants()) {
            if (!grant.privileges().contains(privilege)) {
                continue;
            }
            long to = grant.grantee();
            boolean grantable = grant.grantable().contains(privilege) || to == owner;
            Optional<AccessRole> grantor = Optional.of(known(grant.grantor()));
            if (to == Acl.PUBLIC) {
                paths.add(
                        path(AccessPath.Kind.PUBLIC, List.of(), grantor, grantable, column, false));
            } else {
                add(paths, kind(to, owner), to, grantor, grantable, column);
            }
        }
    }

    private AccessPath.Kind kind(long grantee, long owner) {
        if (grantee == owner) {
            return AccessPath.Kind.OWNER;
        }
        return grantee == role.oid() ? AccessPath.Kind.DIRECT : AccessPath.Kind.MEMBERSHIP;
    }

    private void add(
            List<AccessPath> paths,
            AccessPath.Kind kind,
            long holder,
            Optional<AccessRole> grantor,
            boolean grantable,
            String column) {
        if (inherited.contains(holder)) {
            List<AccessRole> chain = known(inherited.chainTo(holder));
            paths.add(path(kind, chain, grantor, grantable, column, false));
        } else if (afterSetRole.contains(holder)) {
            List<AccessRole> chain = known(afterSetRole.chainTo(holder));
            paths.add(path(kind, chain, grantor, grantable, column, true));
        }
    }

    private static AccessPath path(
            AccessPath.Kind kind,
            List<AccessRole> chain,
            Optional<AccessRole> grantor,
            boolean grantable,
            String column,
            boolean afterSetRole) {
        return new AccessPath(kind, chain, grantor, grantable, column, afterSetRole);
    }

    private List<AccessRole> known(List<Long> oids) {
        return oids.stream().map(this::known).toList();
    }

    /** A role that was dropped or not read has its number for a name. */
    private AccessRole known(long oid) {
        return graph.role(oid)
                .orElseGet(() ->
                        new AccessRole(oid, Long.toString(oid), false, false, false, List.of()));
    }
}
