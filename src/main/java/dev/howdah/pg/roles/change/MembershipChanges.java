package dev.howdah.pg.roles.change;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.pg.NamedObjects;
import dev.howdah.pg.SqlNames;
import dev.howdah.pg.roles.Membership;
import dev.howdah.pg.roles.RoleAct;
import dev.howdah.pg.roles.RoleRights;
import dev.howdah.pg.roles.RolesSnapshot.Asker;
import dev.howdah.pg.roles.RolesSnapshot.Role;
import dev.howdah.pg.roles.step.DatabaseSteps;
import dev.howdah.pg.roles.step.Reach;
import dev.howdah.pg.roles.step.StepChanges;
import java.util.List;
import java.util.Optional;

/** Describes who becomes, or stops being, a member of which role. */
public final class MembershipChanges {
    private static final Texts TEXTS = Texts.of(MembershipChanges.class);

    private final Reach reach;
    private final StepChanges changes;
    private final Asker asker;

    public MembershipChanges(Reach reach, ChangeTarget target, Asker asker) {
        this.reach = reach;
        this.changes = new StepChanges(reach, target, TEXTS);
        this.asker = asker;
    }

    /** Does not block. */
    public Change grant(Role group, String member, Membership how) throws ProblemException {
        RoleRights.of(asker, group).require(RoleAct.MEMBERS);
        StepChanges both = changes.naming(new NamedObjects().role(group.name()).role(member));
        return grant(both, group.name(), member, how);
    }

    /**
     * @param both whose ways back are for these two roles
     */
    private Change grant(StepChanges both, String group, String member, Membership how) {
        return both.of(
                "member.grant",
                changes.atHome(granting(group, member, how)),
                how.admin() ? List.of(TEXTS.text("member.grant.admin", shown(member))) : List.of(),
                () -> revoke(both, group, member, List.of(""), how),
                shown(member),
                shown(group));
    }

    private String granting(String group, String member, Membership how) {
        String grant = "GRANT %s TO %s".formatted(SqlNames.quoted(group), SqlNames.quoted(member));
        return asker.major() >= 16
                ? grant
                        + " WITH ADMIN %s, INHERIT %s, SET %s"
                                .formatted(
                                        word(how.admin()), word(how.inherits()), word(how.sets()))
                : grant + (how.admin() ? " WITH ADMIN OPTION" : "");
    }

    private static String word(boolean option) {
        return option ? "TRUE" : "FALSE";
    }

    /**
     * Takes the membership whoever gave it: from 16 on each grantor's is one of its own, and a
     * plain REVOKE would leave the others' without a word. Blocks for one round trip.
     */
    public Change revoke(Role group, String member) throws ProblemException {
        RoleRights.of(asker, group).require(RoleAct.MEMBERS);
        List<GrantorsQuery.Given> given =
                reach.reader().ask(new GrantorsQuery(group.name(), member));
        if (given.isEmpty()) {
            throw new ProblemException(
                    Problem.of(
                            Problem.Kind.BAD_INPUT,
                            TEXTS.text("member.none", shown(member), shown(group.name())),
                            TEXTS.text("role.nothingSent")));
        }
        Optional<GrantorsQuery.Given> theirs =
                given.stream().filter(each -> asker.major() >= 16 && !each.ours()).findFirst();
        if (theirs.isPresent()) {
            throw new ProblemException(
                    Problem.of(
                            Problem.Kind.NOT_PERMITTED,
                            TEXTS.text(
                                    "member.theirs",
                                    shown(member),
                                    shown(group.name()),
                                    shown(theirs.get().grantor()),
                                    shown(asker.name())),
                            TEXTS.text("role.nothingSent")));
        }
        GrantorsQuery.Given first = given.getFirst();
        return revoke(
                changes.about(group.name(), first.groupOid()).about(member, first.memberOid()),
                group.name(),
                member,
                given.stream().map(GrantorsQuery.Given::grantor).distinct().toList(),
                first.how());
    }

    private Change revoke(
            StepChanges both,
            String group,
            String member,
            List<String> grantors,
            Membership before) {
        String revoke =
                "REVOKE %s FROM %s".formatted(SqlNames.quoted(group), SqlNames.quoted(member));
        String[] statements =
                asker.major() >= 16
                        ? grantors.stream()
                                .map(grantor ->
                                        grantor.isEmpty()
                                                ? revoke
                                                : revoke
                                                        + " GRANTED BY "
                                                        + SqlNames.quoted(grantor))
                                .toArray(String[]::new)
                        : new String[] {revoke};
        return both.of(
                "member.revoke",
                changes.atHome(statements),
                List.of(),
                () -> grant(both, group, member, before),
                shown(member),
                shown(group));
    }

    private static String shown(String name) {
        return DatabaseSteps.oneLine(name);
    }
}
