package dev.howdah.ui.users.role;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.pg.roles.RolesSnapshot;
import dev.howdah.pg.roles.RolesSnapshot.Membership;
import dev.howdah.pg.roles.RolesSnapshot.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who is a member of what, in both directions.
 *
 * @param groups by a member's oid
 * @param members by a group's oid
 */
public record Memberships(Map<Long, List<Link>> groups, Map<Long, List<Link>> members) {

    /** The role at the other end of a membership, and the membership's options. */
    public record Link(long oid, String name, boolean admin, boolean inherits, boolean sets) {
        private static final Texts TEXTS = Texts.of(Link.class);

        /** No role has it. */
        private static final long NOBODY = 0;

        /** Stands for this many further roles. */
        static Link more(int count) {
            return new Link(
                    NOBODY, TEXTS.text("detail.more", Quantities.count(count)), false, true, true);
        }
    }

    public static Memberships of(RolesSnapshot snapshot) {
        Map<Long, List<Link>> groups = new HashMap<>();
        Map<Long, List<Link>> members = new HashMap<>();
        for (Role role : snapshot.roles()) {
            for (Membership to : role.memberOf()) {
                add(groups, role.oid(), link(to.groupOid(), to.group(), to));
                add(members, to.groupOid(), link(role.oid(), role.name(), to));
            }
        }
        return new Memberships(groups, members);
    }

    /** The roles it is a direct member of. */
    public List<Link> groupsOf(long oid) {
        return groups.getOrDefault(oid, List.of());
    }

    /** The roles that are direct members of it. */
    public List<Link> membersOf(long oid) {
        return members.getOrDefault(oid, List.of());
    }

    private static Link link(long oid, String name, Membership membership) {
        return new Link(oid, name, membership.admin(), membership.inherits(), membership.sets());
    }

    private static void add(Map<Long, List<Link>> to, long oid, Link link) {
        to.computeIfAbsent(oid, _ -> new ArrayList<>()).add(link);
    }
}
