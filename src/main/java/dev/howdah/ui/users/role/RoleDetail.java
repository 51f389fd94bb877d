package dev.howdah.ui.users.role;

import dev.howdah.pg.roles.RolesSnapshot.Setting;
import dev.howdah.ui.Fact;
import dev.howdah.ui.notice.Notice;
import java.util.List;
import java.util.stream.Stream;

/**
 * All that is shown about one role.
 *
 * @param kind in words, like "Group"
 * @param sentence what the role is
 * @param memberOf how many roles it is a direct member of, in words
 * @param members how many roles are direct members of it, in words
 */
public record RoleDetail(
        long oid,
        String name,
        String kind,
        String sentence,
        List<Notice> notices,
        List<Ability> abilities,
        List<Fact> facts,
        String memberOf,
        String members,
        Memberships memberships,
        List<Setting> settings) {

    /** The same with one more fact, told by somebody else than the server. */
    public RoleDetail with(Fact fact) {
        return new RoleDetail(
                oid,
                name,
                kind,
                sentence,
                notices,
                abilities,
                Stream.concat(facts.stream(), Stream.of(fact)).toList(),
                memberOf,
                members,
                memberships,
                settings);
    }

    /** An attribute of CREATE ROLE, and whether the role has it. */
    public record Ability(String name, boolean has) {}
}
