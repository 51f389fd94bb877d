package dev.howdah.pg.roles.newuser;

import dev.howdah.core.Change;
import dev.howdah.core.ChangeOutcome;
import dev.howdah.core.ChangeTarget;
import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.pg.SqlNames;
import dev.howdah.pg.roles.drop.RoleDependenciesQuery;
import dev.howdah.pg.roles.step.DatabaseSteps;
import dev.howdah.pg.roles.step.Reach;
import dev.howdah.pg.roles.step.StepRun;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The way back from new users: they are dropped, unless they own something by then. */
final class NewUserUndo {
    private static final Texts TEXTS = Texts.of(NewUserUndo.class);

    private final Reach reach;
    private final ChangeTarget target;

    NewUserUndo(Reach reach, ChangeTarget target) {
        this.reach = reach;
        this.target = target;
    }

    Change change(List<NewUserPlan> plans) {
        List<DatabaseSteps> steps = steps(plans);
        return Change.of(
                TEXTS.text(
                        "undo.title",
                        plans.size(),
                        DatabaseSteps.oneLine(plans.getFirst().user().name())),
                target,
                DatabaseSteps.preview(steps),
                List.of(TEXTS.text("undo.rightsOfPublic")),
                () -> run(plans, steps));
    }

    private ChangeOutcome run(List<NewUserPlan> plans, List<DatabaseSteps> steps)
            throws ProblemException {
        for (NewUserPlan plan : plans) {
            String name = plan.user().name();
            if (reach.reader().ask(new RoleDependenciesQuery(name)).owned() > 0) {
                throw new ProblemException(
                        Problem.of(
                                Problem.Kind.BAD_INPUT,
                                TEXTS.text("undo.owns", DatabaseSteps.oneLine(name)),
                                TEXTS.text("undo.owns.remedy")));
            }
        }
        return new StepRun(reach).run(steps, TEXTS.text("undo.done", plans.size()));
    }

    /** A managed administrator is no member of what it made, and DROP OWNED wants one. */
    private List<DatabaseSteps> steps(List<NewUserPlan> plans) {
        List<DatabaseSteps> steps = new ArrayList<>();
        List<String> memberships = new ArrayList<>();
        Set<String> elsewhere = new LinkedHashSet<>();
        List<String> atHome = new ArrayList<>();
        for (NewUserPlan plan : plans) {
            String name = SqlNames.quoted(plan.user().name());
            if (!plan.bySuperuser()) {
                memberships.add(
                        "GRANT %s TO CURRENT_USER%s"
                                .formatted(name, plan.major() >= 16 ? " WITH INHERIT TRUE" : ""));
            }
            plan.elsewhere().forEach(each -> elsewhere.add(each.database()));
            atHome.add("DROP OWNED BY " + name);
            atHome.add("DROP ROLE " + name);
        }
        if (elsewhere.isEmpty()) {
            atHome.addAll(0, memberships);
        } else if (!memberships.isEmpty()) {
            steps.add(DatabaseSteps.of(reach.home(), memberships));
        }
        for (String database : elsewhere) {
            steps.add(
                    DatabaseSteps.of(
                            database,
                            plans.stream()
                                    .map(plan ->
                                            "DROP OWNED BY " + SqlNames.quoted(plan.user().name()))
                                    .toList()));
        }
        steps.add(DatabaseSteps.of(reach.home(), atHome));
        return steps;
    }
}
