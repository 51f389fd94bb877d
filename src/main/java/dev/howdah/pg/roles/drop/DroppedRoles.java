package dev.howdah.pg.roles.drop;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.pg.SqlNames;
import dev.howdah.pg.roles.RoleAct;
import dev.howdah.pg.roles.RoleRights;
import dev.howdah.pg.roles.RolesSnapshot.Asker;
import dev.howdah.pg.roles.RolesSnapshot.Role;
import dev.howdah.pg.roles.drop.OwnedObjectsQuery.Owned;
import dev.howdah.pg.roles.drop.RoleDependenciesSnapshot.InDatabase;
import dev.howdah.pg.roles.drop.RoleGrantsQuery.Kept;
import dev.howdah.pg.roles.step.DatabaseSteps;
import dev.howdah.pg.roles.step.Reach;
import dev.howdah.pg.roles.step.StepRun;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Drops roles, database by database: first everything else they own and were granted, at home at
 * last and with the role itself. Nothing that is owned goes without having been decided about, and
 * nothing is ever cascaded.
 */
public final class DroppedRoles {
    private static final int NAMED = 10;
    private static final Texts TEXTS = Texts.of(DroppedRoles.class);

    private final Reach reach;
    private final ChangeTarget target;
    private final Asker asker;

    public DroppedRoles(Reach reach, ChangeTarget target, Asker asker) {
        this.reach = reach;
        this.target = target;
        this.asker = asker;
    }

    /**
     * Looks what the role owns and was granted, with a login for each database in which there is
     * something. Blocks.
     *
     * @throws ProblemException when the role is protected or we have no right to drop it
     */
    public DropRolePlan plan(Role role) throws ProblemException {
        RoleRights.of(asker, role).require(RoleAct.DROP);
        RoleDependenciesSnapshot found = reach.reader().ask(new RoleDependenciesQuery(role.name()));
        if (!found.exists()) {
            throw refused("drop.gone", name(role));
        }
        Map<String, List<Owned>> objects = new HashMap<>();
        Map<String, List<Kept>> kept = new HashMap<>();
        for (InDatabase each : found.databases()) {
            if (each.reachable()) {
                try (Reach.Stay stay = reach.in(each.database())) {
                    if (each.owned() > 0) {
                        objects.put(
                                each.database(),
                                stay.reader().ask(new OwnedObjectsQuery(role.name())));
                    }
                    kept.put(each.database(), stay.reader().ask(new RoleGrantsQuery(role.name())));
                }
            }
        }
        if (found.grantedShared() > 0 && !kept.containsKey(reach.home())) {
            kept.put(reach.home(), reach.reader().ask(new RoleGrantsQuery(role.name())));
        }
        if (found.ownedShared() > 0 && !objects.containsKey(reach.home())) {
            objects.put(reach.home(), reach.reader().ask(new OwnedObjectsQuery(role.name())));
        }
        return new DropRolePlan(role, found, objects, kept);
    }

    /**
     * One change for all databases.
     *
     * @param disposals for each database of {@link DropRolePlan#toDecide}
     * @throws ProblemException when one is missing or impossible
     */
    public Change change(DropRolePlan plan, Map<String, Disposal> disposals)
            throws ProblemException {
        RoleRights.of(asker, plan.role()).require(RoleAct.DROP);
        if (!plan.unreachable().isEmpty()) {
            throw refused("drop.unreachable", name(plan.role()), joined(plan.unreachable()));
        }
        for (String database : plan.toDecide(reach.home())) {
            if (!disposals.containsKey(database)) {
                throw refused("drop.undecided", name(plan.role()), DatabaseSteps.oneLine(database));
            }
        }
        if (plan.found().ownedShared() > 0
                && !(disposals.get(reach.home()) instanceof Disposal.Reassign)) {
            throw refused("drop.ownsDatabases", name(plan.role()), plan.found().ownedShared());
        }
        refuseSchemasWithoutCreate(plan, disposals);
        refuseWhatOthersGranted(plan);
        List<DatabaseSteps> steps = steps(plan, disposals);
        return Change.of(
                        TEXTS.text("drop.title", name(plan.role())),
                        target,
                        DatabaseSteps.preview(steps),
                        warnings(plan, disposals, steps.size()),
                        () -> run(plan, steps))
                .noting(notes -> notes.oneWay(TEXTS.text("drop.oneWay")));
    }

    private void refuseSchemasWithoutCreate(DropRolePlan plan, Map<String, Disposal> disposals)
            throws ProblemException {
        for (InDatabase each : plan.found().databases()) {
            boolean ownsSchemas =
                    plan.objects().getOrDefault(each.database(), List.of()).stream()
                            .anyMatch(object -> object.type().equals("schema"));
            if (ownsSchemas
                    && !each.createsSchemas()
                    && disposals.get(each.database()) instanceof Disposal.Reassign) {
                throw refused(
                        "drop.needsCreate",
                        name(plan.role()),
                        DatabaseSteps.oneLine(each.database()),
                        DatabaseSteps.oneLine(asker.name()));
            }
        }
    }

    /** The server would tell only when all databases before home are done. */
    private static void refuseWhatOthersGranted(DropRolePlan plan) throws ProblemException {
        for (Map.Entry<String, List<Kept>> in : plan.kept().entrySet()) {
            List<Kept> theirs = in.getValue().stream().filter(each -> !each.asGrantor()).toList();
            if (!theirs.isEmpty()) {
                Kept first = theirs.getFirst();
                throw refused(
                        "drop.granted",
                        name(plan.role()),
                        theirs.size(),
                        DatabaseSteps.oneLine(in.getKey()),
                        joined(theirs.stream().map(Kept::grantor).distinct().toList()),
                        DatabaseSteps.oneLine(first.grantor()),
                        DatabaseSteps.oneLine(first.revoke(SqlNames.quoted(plan.role().name()))));
            }
        }
    }

    private ChangeOutcome run(DropRolePlan plan, List<DatabaseSteps> steps)
            throws ProblemException {
        refuseWhatNobodySaw(plan);
        return new StepRun(reach).run(steps, TEXTS.text("drop.done", name(plan.role())));
    }

    /** Objects that came since the plan was shown must not vanish with the others. */
    private void refuseWhatNobodySaw(DropRolePlan plan) throws ProblemException {
        RoleDependenciesSnapshot now =
                reach.reader().ask(new RoleDependenciesQuery(plan.role().name()));
        boolean more = now.ownedShared() > plan.found().ownedShared();
        for (InDatabase each : now.databases()) {
            more |= each.owned() > plan.found().ownedIn(each.database());
        }
        if (more) {
            throw refused("drop.changed", name(plan.role()));
        }
    }

    private List<DatabaseSteps> steps(DropRolePlan plan, Map<String, Disposal> disposals) {
        String role = SqlNames.quoted(plan.role().name());
        List<DatabaseSteps> steps = new ArrayList<>();
        List<String> atHome = new ArrayList<>();
        if (!plan.found().isEmpty()) {
            if (!asker.attributes().superuser() && !plan.found().hasItsRights()) {
                steps.add(DatabaseSteps.of(reach.home(), List.of(membership(role))));
            }
            for (InDatabase each : plan.found().databases()) {
                if (!each.database().equals(reach.home())) {
                    steps.add(
                            DatabaseSteps.of(
                                    each.database(),
                                    clearing(role, plan, disposals, each.database())));
                }
            }
            atHome.addAll(clearing(role, plan, disposals, reach.home()));
        }
        atHome.add("DROP ROLE " + role);
        steps.add(DatabaseSteps.of(reach.home(), atHome));
        return steps;
    }

    /** DROP OWNED takes the role's own rights, which an administrator must first be given. */
    private String membership(String role) {
        return "GRANT %s TO %s%s"
                .formatted(
                        role,
                        SqlNames.quoted(asker.name()),
                        asker.major() >= 16 ? " WITH INHERIT TRUE" : "");
    }

    /** After REASSIGN, DROP OWNED only takes back what was granted, and of that only our part. */
    private static List<String> clearing(
            String role, DropRolePlan plan, Map<String, Disposal> disposals, String database) {
        List<String> statements = new ArrayList<>();
        for (Kept each : plan.kept().getOrDefault(database, List.of())) {
            statements.add("SET LOCAL ROLE " + SqlNames.quoted(each.grantor()));
            statements.add(each.revoke(role));
            statements.add("RESET ROLE");
        }
        if (disposals.get(database) instanceof Disposal.Reassign(String to)) {
            statements.add("REASSIGN OWNED BY %s TO %s".formatted(role, SqlNames.quoted(to)));
        }
        statements.add("DROP OWNED BY " + role);
        return statements;
    }

    private List<String> warnings(
            DropRolePlan plan, Map<String, Disposal> disposals, int transactions) {
        List<String> warnings = new ArrayList<>();
        if (plan.role().sessions() > 0) {
            warnings.add(TEXTS.text("drop.sessions", plan.role().sessions()));
        }
        for (InDatabase each : plan.found().databases()) {
            if (each.owned() > 0 && disposals.get(each.database()) instanceof Disposal.Drop) {
                warnings.add(
                        TEXTS.text(
                                "drop.objects",
                                each.owned(),
                                DatabaseSteps.oneLine(each.database()),
                                named(plan.objects().getOrDefault(each.database(), List.of()))));
            }
        }
        if (transactions > 1) {
            warnings.add(TEXTS.text("drop.transactions", transactions));
        }
        warnings.add(TEXTS.text("drop.noWayBack"));
        return warnings;
    }

    private static String named(List<Owned> objects) {
        return joined(
                objects.stream()
                        .limit(NAMED)
                        .map(each -> each.type() + " " + each.identity())
                        .toList());
    }

    private static String joined(List<String> names) {
        return names.stream().map(DatabaseSteps::oneLine).collect(Collectors.joining(", "));
    }

    private static String name(Role role) {
        return DatabaseSteps.oneLine(role.name());
    }

    private static ProblemException refused(String key, Object... arguments) {
        return new ProblemException(
                Problem.of(
                        Problem.Kind.BAD_INPUT,
                        TEXTS.text(key, arguments),
                        TEXTS.text("role.nothingSent")));
    }
}
