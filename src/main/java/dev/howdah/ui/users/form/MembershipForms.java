package dev.howdah.ui.users.form;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.pg.roles.Membership;
import dev.howdah.pg.roles.RolesSnapshot;
import dev.howdah.pg.roles.RolesSnapshot.Role;
import dev.howdah.pg.roles.change.MembershipChanges;
import dev.howdah.pg.roles.step.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The small forms in which roles become members of roles, for one snapshot of the roles. */
public final class MembershipForms {
    private static final Texts TEXTS = Texts.of(MembershipForms.class);

    private final ChangeTarget target;
    private final RolesSnapshot snapshot;
    private final MembershipChanges memberships;

    public MembershipForms(Reach reach, ChangeTarget target, RolesSnapshot snapshot) {
        this.target = target;
        this.snapshot = snapshot;
        memberships = new MembershipChanges(reach, target, snapshot.asker());
    }

    /** The role becomes a member of another one. */
    public RoleForm join(Role role) {
        List<String> groups =
                names(each ->
                        !each.name().equals(role.name())
                                && role.memberOf().stream()
                                        .noneMatch(to -> to.group().equals(each.name())));
        return grant(
                "join",
                role,
                RoleForms.label("group"),
                groups,
                (chosen, how) -> memberships.grant(find(chosen), role.name(), how));
    }

    /** Another role becomes a member of this one. */
    public RoleForm addMember(Role role) {
        List<String> members =
                names(each ->
                        !each.name().equals(role.name())
                                && each.memberOf().stream()
                                        .noneMatch(to -> to.group().equals(role.name())));
        return grant(
                "addMember",
                role,
                RoleForms.label("member"),
                members,
                (chosen, how) -> memberships.grant(role, chosen, how));
    }

    /** Makes the change for the role that was chosen. */
    private interface Granting {
        Change change(String chosen, Membership how) throws ProblemException;
    }

    private RoleForm grant(
            String key, Role role, String label, List<String> choices, Granting granting) {
        StringProperty chosen = new SimpleStringProperty("");
        BooleanProperty admin = new SimpleBooleanProperty();
        BooleanProperty inherits = new SimpleBooleanProperty(true);
        BooleanProperty sets = new SimpleBooleanProperty(true);
        List<RoleField> fields = new ArrayList<>();
        fields.add(new RoleField.Choice(label, choices, chosen, true));
        if (snapshot.membershipOptions()) {
            fields.add(new RoleField.Tick(RoleForms.label("inherits"), inherits));
            fields.add(new RoleField.Tick(RoleForms.label("sets"), sets));
        }
        fields.add(new RoleField.Tick(RoleForms.label("admin"), admin));
        return form(
                key,
                role,
                fields,
                () ->
                        granting.change(
                                known(chosen.get()),
                                new Membership(admin.get(), inherits.get(), sets.get())));
    }

    /** The role is a member of another one no longer. */
    public RoleForm leave(Role role) {
        List<String> groups =
                role.memberOf().stream().map(RolesSnapshot.Membership::group).distinct().toList();
        return revoke(
                "leave",
                role,
                RoleForms.label("group"),
                groups,
                chosen -> memberships.revoke(find(chosen), role.name()));
    }

    /** Another role is a member of this one no longer. */
    public RoleForm removeMember(Role role) {
        List<String> members =
                names(each -> each.memberOf().stream().anyMatch(to -> to.groupOid() == role.oid()));
        return revoke(
                "removeMember",
                role,
                RoleForms.label("member"),
                members,
                chosen -> memberships.revoke(role, known(chosen)));
    }

    /** Makes the change that ends the membership that was chosen. */
    private interface Revoking {
        Change change(String chosen) throws ProblemException;
    }

    private RoleForm revoke(
            String key, Role role, String label, List<String> choices, Revoking revoking) {
        StringProperty chosen =
                new SimpleStringProperty(choices.isEmpty() ? "" : choices.getFirst());
        return form(
                key,
                role,
                List.of(new RoleField.Choice(label, choices, chosen, false)),
                () -> revoking.change(chosen.get()));
    }

    private List<String> names(Predicate<Role> wanted) {
        return snapshot.roles().stream().filter(wanted).map(Role::name).sorted().toList();
    }

    private String known(String name) throws ProblemException {
        return find(name).name();
    }

    private Role find(String name) throws ProblemException {
        return snapshot.roles().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> RoleForms.wrong(TEXTS.text("roleForm.noRole")));
    }

    private RoleForm form(String key, Role role, List<RoleField> fields, RoleForm.Maker maker) {
        return RoleForm.about(key, role.name(), target, fields, maker, RoleForm.Manner.PLAIN);
    }
}
