package dev.howdah.pg.access.effect;

import dev.howdah.pg.access.AccessRole;
import dev.howdah.pg.access.AccessRolesSnapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Who is a member of whom, with the membership that the owner of a database has by itself. */
public final class RoleGraph {
    private static final String DATABASE_OWNER = "pg_database_owner";

    private final Map<Long, AccessRole> roles = new HashMap<>();
    private final Map<String, AccessRole> byName = new HashMap<>();
    private final int major;

    public RoleGraph(AccessRolesSnapshot snapshot) {
        major = snapshot.major();
        for (AccessRole role : snapshot.roles()) {
            roles.put(role.oid(), role);
            byName.put(role.name(), role);
        }
        AccessRole owner = roles.get(snapshot.databaseOwner());
        AccessRole group = byName.get(DATABASE_OWNER);
        if (owner != null && group != null) {
            AccessRole member = withGroup(owner, group.oid());
            roles.put(owner.oid(), member);
            byName.put(owner.name(), member);
        }
    }

    /** Before 16 even this membership is none when the owner has NOINHERIT. */
    private AccessRole withGroup(AccessRole owner, long group) {
        List<AccessRole.Membership> memberOf = new ArrayList<>(owner.memberOf());
        memberOf.add(new AccessRole.Membership(group, false, major >= 16 || owner.inherit(), true));
        return new AccessRole(
                owner.oid(),
                owner.name(),
                owner.login(),
                owner.superuser(),
                owner.inherit(),
                memberOf);
    }

    Optional<AccessRole> role(long oid) {
        return Optional.ofNullable(roles.get(oid));
    }

    Optional<AccessRole> role(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Those whose rights this role has at once, and itself. */
    Reach inherited(long role) {
        return Reach.from(role, this::inheritedSteps);
    }

    /** Those whose rights this role has at once or after SET ROLE, and itself. */
    public Reach afterSetRole(long role) {
        return Reach.from(role, this::setSteps).andThen(this::inheritedSteps);
    }

    private List<Long> inheritedSteps(long role) {
        return role(role).stream()
                .flatMap(r -> r.memberOf().stream())
                .filter(AccessRole.Membership::inherits)
                .map(AccessRole.Membership::group)
                .toList();
    }

    /** Whom this role may become at once. */
    List<Long> setSteps(long role) {
        return role(role).stream()
                .flatMap(r -> r.memberOf().stream())
                .filter(AccessRole.Membership::sets)
                .map(AccessRole.Membership::group)
                .toList();
    }
}
