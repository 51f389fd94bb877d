package dev.howdah.pg.roles;

import dev.howdah.core.Change;
import dev.howdah.core.ChangeOutcome;
import dev.howdah.core.ChangeTarget;
import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.pg.SqlNames;
import dev.howdah.pg.roles.ForeignGrantsQuery.Held;
import dev.howdah.pg.roles.OwnedObjectsQuery.Owned;
import dev.howdah.pg.roles.RoleDependenciesSnapshot.InDatabase;
import dev.howdah.pg.roles.RolesSnapshot.Asker;
import dev.howdah.pg.roles.RolesSnapshot.Role;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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
     * Looks what the role owns and what others gave it, with a login for each database in which
     * there is something. Blocks.
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
        Map<String, List<Held>> foreign = new TreeMap<>();
        for (InDatabase each : found.databases()) {
            if (!each.reachable()) {
                continue;
            }
            try (Reach.Stay stay = reach.in(each.database())) {
                if (each.owned() > 0) {
                    objects.put(
                            each.database(), stay.reader().ask(new OwnedObjectsQuery(role.name())));
                }
                addForeign(stay, role, each.database(), foreign);
            }
        }
        if (found.grantedShared() > 0 && !foreign.containsKey(reach.home())) {
            addForeign(reach.in(reach.home()), role, reach.home(), foreign);
        }
        if (found.ownedShared() > 0 && !objects.containsKey(reach.home())) {
            objects.put(reach.home(), reach.reader().ask(new OwnedObjectsQuery(role.name())));
        }
        return new DropRolePlan(role, found, objects, foreign);
    }

    private static void addForeign(
            Reach.Stay stay, Role role, String database, Map<String, List<Held>> foreign)
            throws ProblemException {
        List<Held> held = stay.reader().ask(new ForeignGrantsQuery(role.name()));
        if (!held.isEmpty()) {
            foreign.put(database, held);
        }
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
        refuseWhatOthersGave(plan);
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
        List<DatabaseSteps> steps = steps(plan, disposals);
        return Change.of(
                TEXTS.text("drop.title", name(plan.role())),
                target,
                DatabaseSteps.preview(steps),
                warnings(plan, disposals, steps.size()),
                () -> run(plan, steps));
    }

    /** Each database with its objects and who gave the rights on them. */
    private static void refuseWhatOthersGave(DropRolePlan plan) throws ProblemException {
        if (!plan.foreign().isEmpty()) {
            String where =
                    new TreeMap<>(plan.foreign())
                            .entrySet().stream()
                                    .map(each ->
                                            TEXTS.text(
                                                    "drop.foreign.in",
                                                    DatabaseSteps.oneLine(each.getKey()),
                                                    given(each.getValue())))
                                    .collect(Collectors.joining("; "));
            throw refused("drop.foreign", name(plan.role()), where);
        }
    }

    private static String given(List<Held> held) {
        return DatabasePlan.listed(
                held.stream()
                        .limit(NAMED)
                        .map(each ->
                                TEXTS.text(
                                        "drop.foreign.by",
                                        each.type(),
                                        each.identity(),
                                        each.grantor()))
                        .toList(),
                held.size());
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
                                    clearing(role, disposals.get(each.database()))));
                }
            }
            atHome.addAll(clearing(role, disposals.get(reach.home())));
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

    /** After REASSIGN, DROP OWNED only takes back what was granted. */
    private static List<String> clearing(String role, @Nullable Disposal disposal) {
        String drop = "DROP OWNED BY " + role;
        return disposal instanceof Disposal.Reassign(String to)
                ? List.of("REASSIGN OWNED BY %s TO %s".formatted(role, SqlNames.quoted(to)), drop)
                : List.of(drop);
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
