package dev.howdah.pg.access.effect;

import dev.howdah.pg.access.AccessObject;
import dev.howdah.pg.access.AccessRole;
import dev.howdah.pg.access.Acl;
import dev.howdah.pg.access.Privileges;
import java.util.IdentityHashMap;

/**
 * The rights of one role, by the server's own rules (aclmask() in acl.c): a superuser has all, the
 * others what the ACL gives to them, to PUBLIC or to a role whose rights they have. An owner has
 * what the ACL gives it, too, and may always grant.
 */
final class RoleRights {
    private final int major;
    private final PredefinedRights predefined;
    private final Reach inherited;
    private final Reach afterSetRole;
    private final boolean superuser;
    private final boolean superuserAfterSetRole;

    /** ACLs are interned, and thousands of objects share one. */
    private final IdentityHashMap<Acl, Granted> known = new IdentityHashMap<>();

    /** What an ACL gives. */
    private record Granted(Privileges now, Privileges grantable, Privileges afterSetRole) {}

    RoleRights(AccessRole role, RoleGraph graph, PredefinedRights predefined, int major) {
        this.major = major;
        this.predefined = predefined;
        this.superuser = role.superuser();
        this.inherited = graph.inherited(role.oid());
        this.afterSetRole = graph.afterSetRole(role.oid());
        this.superuserAfterSetRole =
                Reach.from(role.oid(), graph::setSteps).roles().stream()
                        .anyMatch(r -> graph.role(r).filter(AccessRole::superuser).isPresent());
    }

    Reach inherited() {
        return inherited;
    }

    /**
     * @param reachable whether the role may use the schema
     */
    Held on(AccessObject object, boolean reachable) {
        Privileges all = object.kind().privileges(major);
        if (superuser) {
            return new Held(all, all, Privileges.NONE, Privileges.NONE, true, Privileges.NONE);
        }
        Privileges possible = object.grantableByAcl(major);
        Granted granted = object.acl().map(this::granted).orElse(null);
        Privileges now = predefined.of(inherited, object.kind());
        Privileges later = superuserAfterSetRole ? all : predefined.of(afterSetRole, object.kind());
        Privileges grantable = Privileges.NONE;
        if (granted != null) {
            now = now.and(granted.now);
            later = later.and(granted.afterSetRole);
            grantable = granted.grantable.within(all);
        }
        now = now.within(possible);
        return new Held(
                now,
                inherited.contains(object.owner()) ? all : grantable,
                onColumns(object).within(possible).without(now),
                later.within(superuserAfterSetRole ? all : possible).without(now),
                reachable,
                granted == null ? possible.without(now) : Privileges.NONE);
    }

    private Privileges onColumns(AccessObject object) {
        Privileges sum = Privileges.NONE;
        for (AccessObject.ColumnAcl column : object.columns()) {
            sum = sum.and(granted(column.acl()).now);
        }
        return sum;
    }

    private Granted granted(Acl acl) {
        return known.computeIfAbsent(acl, this::compute);
    }

    private Granted compute(Acl acl) {
        Privileges now = Privileges.NONE;
        Privileges grantable = Privileges.NONE;
        Privileges later = Privileges.NONE;
        for (Acl.Grant grant : acl.grants()) {
            if (grant.grantee() == Acl.PUBLIC || inherited.contains(grant.grantee())) {
                now = now.and(grant.privileges());
                grantable = grantable.and(grant.grantable());
            } else if (afterSetRole.contains(grant.grantee())) {
                later = later.and(grant.privileges());
            }
        }
        return new Granted(now, grantable, later);
    }
}
