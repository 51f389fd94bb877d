package dev.howdah.pg.roles.newuser;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeNotes.MadeRole;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.pg.SameObject;
import dev.howdah.pg.SqlNames;
import dev.howdah.pg.roles.RolesQuery;
import dev.howdah.pg.roles.RolesSnapshot.Asker;
import dev.howdah.pg.roles.drop.RoleDependenciesQuery;
import dev.howdah.pg.roles.drop.RoleDependenciesSnapshot;
import dev.howdah.pg.roles.drop.RoleDependenciesSnapshot.InDatabase;
import dev.howdah.pg.roles.step.DatabaseSteps;
import dev.howdah.pg.roles.step.Reach;
import dev.howdah.pg.roles.step.StepRun;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The way back from new users: they are dropped, unless they own something by then. */
public final class NewUserUndo {
    /** So many databases are named. */
    private static final int NAMED = 5;

    private static final Texts TEXTS = Texts.of(NewUserUndo.class);

    private final Reach reach;
    private final ChangeTarget target;

    public NewUserUndo(Reach reach, ChangeTarget target) {
        this.reach = reach;
        this.target = target;
    }

    /** For those that were planned a moment ago; asks nothing. */
    Change change(List<NewUserPlan> plans, List<MadeRole> made) {
        Set<String> elsewhere = new LinkedHashSet<>();
        plans.forEach(plan -> plan.elsewhere().forEach(each -> elsewhere.add(each.database())));
        NewUserPlan first = plans.getFirst();
        return change(
                made, elsewhere, first.bySuperuser() ? "" : membership(first.major()), List.of());
    }

    /**
     * For those of an earlier start, by what they own and were granted now. A role that was made
     * under one of their names since is left alone. Blocks for some round trips.
     *
     * @throws ProblemException BAD_INPUT when there is none of them any more, or it is not known
     *     which they are, or one owns something, or has rights where we can't log in
     */
    public Change ofEarlierStart(List<MadeRole> made) throws ProblemException {
        List<String> names = made.stream().map(MadeRole::name).toList();
        Map<String, Long> now = reach.reader().ask(new ExistingRolesQuery(names));
        Asker asker = reach.reader().ask(new RolesQuery()).asker();
        List<MadeRole> there = new ArrayList<>();
        List<String> others = new ArrayList<>();
        Set<String> elsewhere = new LinkedHashSet<>();
        for (MadeRole role : made) {
            String name = role.name();
            Long oid = now.get(name);
            if (oid == null) {
                continue;
            }
            if (role.oid().isEmpty()) {
                throw refusal("undo.unnumbered", DatabaseSteps.oneLine(name));
            }
            if (!oid.equals(role.oid().get())) {
                others.add(DatabaseSteps.oneLine(name));
                continue;
            }
            RoleDependenciesSnapshot found = reach.reader().ask(new RoleDependenciesQuery(name));
            if (found.exists()) {
                there.add(role);
                refuse(found);
                found.databases().stream()
                        .map(InDatabase::database)
                        .filter(each -> !each.equals(reach.home()))
                        .forEach(elsewhere::add);
            }
        }
        if (there.isEmpty()) {
            throw others.isEmpty()
                    ? refusal("undo.gone", names.size(), DatabaseSteps.oneLine(names.getFirst()))
                    : refusal("undo.another", others.size(), others.getFirst());
        }
        return change(
                there,
                elsewhere,
                asker.attributes().superuser() ? "" : membership(asker.major()),
                others);
    }

    private static String membership(int major) {
        return "GRANT %s TO CURRENT_USER" + (major >= 16 ? " WITH INHERIT TRUE" : "");
    }

    /**
     * @param others names that other roles have by now
     */
    private Change change(
            List<MadeRole> roles, Set<String> elsewhere, String membership, List<String> others) {
        List<String> names = roles.stream().map(MadeRole::name).toList();
        List<DatabaseSteps> steps = steps(roles, elsewhere, membership);
        List<String> warnings = new ArrayList<>();
        if (!others.isEmpty()) {
            warnings.add(TEXTS.text("undo.others", others.size(), others.getFirst()));
        }
        warnings.add(TEXTS.text("undo.rightsOfPublic"));
        return Change.of(
                        TEXTS.text(
                                "undo.title",
                                names.size(),
                                DatabaseSteps.oneLine(names.getFirst())),
                        target,
                        DatabaseSteps.preview(steps),
                        warnings,
                        () -> run(roles, steps))
                .noting(notes -> notes.oneWay(TEXTS.text("undo.oneWay")));
    }

    private ChangeOutcome run(List<MadeRole> roles, List<DatabaseSteps> steps)
            throws ProblemException {
        for (MadeRole role : roles) {
            if (role.oid().isEmpty()) {
                throw refusal("undo.unnumbered", DatabaseSteps.oneLine(role.name()));
            }
            refuse(reach.reader().ask(new RoleDependenciesQuery(role.name())));
        }
        return new StepRun(reach).run(steps, TEXTS.text("undo.done", roles.size()));
    }

    /** What came into being since must not vanish with its owner. */
    private static void refuse(RoleDependenciesSnapshot found) throws ProblemException {
        String name = DatabaseSteps.oneLine(found.role());
        if (found.owned() > 0) {
            throw refusal(
                    "undo.owns",
                    name,
                    found.owned(),
                    named(found.databases().stream().filter(each -> each.owned() > 0)));
        }
        if (found.databases().stream().anyMatch(each -> !each.reachable())) {
            throw refusal(
                    "undo.unreachable",
                    name,
                    named(found.databases().stream().filter(each -> !each.reachable())));
        }
    }

    private static String named(Stream<InDatabase> databases) {
        String names =
                databases
                        .limit(NAMED)
                        .map(each -> DatabaseSteps.oneLine(each.database()))
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? TEXTS.text("undo.shared") : names;
    }

    private static ProblemException refusal(String key, Object... arguments) {
        return new ProblemException(
                Problem.of(
                        Problem.Kind.BAD_INPUT,
                        TEXTS.text(key, arguments),
                        TEXTS.text(key + ".remedy")));
    }

    /**
     * @param membership that DROP OWNED wants, for a managed administrator is no member of what it
     *     made; empty when it isn't needed
     */
    private List<DatabaseSteps> steps(
            List<MadeRole> roles, Set<String> elsewhere, String membership) {
        List<String> quoted = roles.stream().map(MadeRole::name).map(SqlNames::quoted).toList();
        List<String> guards =
                roles.stream()
                        .flatMap(role ->
                                role.oid().map(oid -> SameObject.role(role.name(), oid)).stream())
                        .toList();
        List<String> memberships =
                membership.isEmpty()
                        ? List.of()
                        : quoted.stream().map(membership::formatted).toList();
        List<DatabaseSteps> steps = new ArrayList<>();
        List<String> atHome = new ArrayList<>(guards);
        for (String name : quoted) {
            atHome.add("DROP OWNED BY " + name);
            atHome.add("DROP ROLE " + name);
        }
        if (elsewhere.isEmpty()) {
            atHome.addAll(guards.size(), memberships);
        } else if (!memberships.isEmpty()) {
            steps.add(DatabaseSteps.of(reach.home(), guards).and(memberships));
        }
        for (String database : elsewhere) {
            steps.add(
                    DatabaseSteps.of(database, guards)
                            .and(quoted.stream().map(name -> "DROP OWNED BY " + name).toList()));
        }
        steps.add(DatabaseSteps.of(reach.home(), atHome));
        return steps;
    }
}
