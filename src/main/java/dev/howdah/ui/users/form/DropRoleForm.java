package dev.howdah.ui.users.form;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.pg.roles.RolesSnapshot;
import dev.howdah.pg.roles.RolesSnapshot.Role;
import dev.howdah.pg.roles.drop.Disposal;
import dev.howdah.pg.roles.drop.DropRolePlan;
import dev.howdah.pg.roles.drop.DroppedRoles;
import dev.howdah.pg.roles.drop.OwnedObjectsQuery;
import dev.howdah.pg.roles.step.Reach;
import dev.howdah.ui.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Makes the form in which it is decided what becomes of the objects of a role that is dropped. */
public final class DropRoleForm {
    private static final Texts TEXTS = Texts.of(DropRoleForm.class);
    private static final int NAMED = 200;

    private final DroppedRoles drops;
    private final ChangeTarget target;
    private final String home;
    private final RolesSnapshot snapshot;

    public DropRoleForm(Reach reach, ChangeTarget target, RolesSnapshot snapshot) {
        this.drops = new DroppedRoles(reach, target, snapshot.asker());
        this.target = target;
        this.home = reach.home();
        this.snapshot = snapshot;
    }

    /** What was decided about one database: given to somebody, or ticked to be dropped. */
    private record Decision(StringProperty heir, BooleanProperty drop) {}

    /** Looks what the role owns, in every database; blocks. */
    public RoleForm of(Role role) throws ProblemException {
        DropRolePlan plan = drops.plan(role);
        List<String> heirs =
                snapshot.roles().stream()
                        .map(Role::name)
                        .filter(name -> !name.equals(role.name()) && !name.startsWith("pg_"))
                        .sorted()
                        .toList();
        Map<String, Decision> decisions = new HashMap<>();
        List<RoleField> fields = new ArrayList<>();
        for (String database : plan.toDecide(home)) {
            Decision decision =
                    new Decision(new SimpleStringProperty(""), new SimpleBooleanProperty());
            decisions.put(database, decision);
            fields.add(new RoleField.Remark(Names.visible(database), objects(plan, database)));
            fields.add(
                    new RoleField.Choice(
                            TEXTS.text("roleForm.label.heir"), heirs, decision.heir(), true));
            fields.add(
                    new RoleField.Tick(
                            TEXTS.text("roleForm.drop.tick", Names.visible(database)),
                            decision.drop()));
        }
        return new RoleForm(
                TEXTS.text("roleForm.drop.title", Names.visible(role.name())),
                target,
                fields.isEmpty()
                        ? TEXTS.text("roleForm.drop.ownsNothing")
                        : TEXTS.text("roleForm.drop.explanation"),
                fields,
                () -> drops.change(plan, disposals(decisions, heirs)),
                RoleForm.Manner.DESTROYS);
    }

    private static Map<String, Disposal> disposals(
            Map<String, Decision> decisions, List<String> heirs) throws ProblemException {
        Map<String, Disposal> disposals = new HashMap<>();
        for (Map.Entry<String, Decision> each : decisions.entrySet()) {
            String heir = each.getValue().heir().get();
            boolean drop = each.getValue().drop().get();
            String database = Names.visible(each.getKey());
            if (!heir.isEmpty() && drop) {
                throw RoleForms.wrong(TEXTS.text("roleForm.drop.both", database));
            }
            if (!heir.isEmpty() && !heirs.contains(heir)) {
                throw RoleForms.wrong(TEXTS.text("roleForm.noRole"));
            }
            if (heir.isEmpty() && !drop) {
                throw RoleForms.wrong(TEXTS.text("roleForm.drop.undecided", database));
            }
            disposals.put(each.getKey(), drop ? new Disposal.Drop() : new Disposal.Reassign(heir));
        }
        return disposals;
    }

    private static String objects(DropRolePlan plan, String database) {
        List<OwnedObjectsQuery.Owned> owned = plan.objects().getOrDefault(database, List.of());
        String list =
                owned.stream()
                        .limit(NAMED)
                        .map(each -> each.type() + " " + Names.visible(each.identity()))
                        .collect(Collectors.joining("\n"));
        long more = plan.found().ownedIn(database) - Math.min(NAMED, owned.size());
        return more > 0 ? list + "\n" + TEXTS.text("roleForm.drop.more", more) : list;
    }
}
