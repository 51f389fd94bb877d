package dev.howdah.pg.roles.step;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.SqlScript;
import dev.howdah.pg.NamedObjects;
import dev.howdah.pg.SameObject;
import dev.howdah.pg.roles.step.DatabaseSteps.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Makes a change of some statements that are one transaction in one database.
 *
 * @param texts of whoever makes the change
 * @param guards statements before a way back, which end it when it would meet something else
 * @param named what else a way back must meet again, looked up when the change has run
 */
public record StepChanges(
        Reach reach, ChangeTarget target, Texts texts, List<String> guards, NamedObjects named) {
    public StepChanges {
        guards = List.copyOf(guards);
    }

    public StepChanges(Reach reach, ChangeTarget target, Texts texts) {
        this(reach, target, texts, List.of(), new NamedObjects());
    }

    /** Whose ways back are for this role and no other one that has its name by then. */
    public StepChanges about(String role, long oid) {
        List<String> more = new ArrayList<>(guards);
        more.add(SameObject.role(role, oid));
        return new StepChanges(reach, target, texts, more, named);
    }

    /** For one change, whose way back is for these and no others that have their names by then. */
    public StepChanges naming(NamedObjects these) {
        return new StepChanges(reach, target, texts, guards, these);
    }

    /**
     * @param key of the title; what is true afterwards is under the same key with ".done"
     */
    public Change of(
            String key,
            DatabaseSteps steps,
            List<String> warnings,
            Supplier<Change> wayBack,
            Object... arguments) {
        Change plain = oneWay(key, steps, warnings, arguments);
        Change looking =
                named.isEmpty()
                        ? plain
                        : plain.by(
                                plain.warnings(),
                                () -> {
                                    ChangeOutcome outcome = plain.action().run();
                                    look(steps.database());
                                    return outcome;
                                });
        return looking.withWayBack(() -> guarded(wayBack.get()));
    }

    private void look(String database) {
        try (Reach.Stay stay = reach.in(database)) {
            named.look(stay.writer());
        } catch (ProblemException _) {
            // the change has run all the same
            return;
        }
    }

    private Change guarded(Change back) {
        List<String> all = new ArrayList<>(guards);
        all.addAll(named.guards());
        if (all.isEmpty()) {
            return back;
        }
        SqlScript script = back.notes().script().orElseThrow();
        DatabaseSteps steps = DatabaseSteps.of(script.database(), all).and(script.statements());
        return new Change(
                back.id(),
                back.title(),
                back.target(),
                steps.preview(),
                back.warnings(),
                () -> new StepRun(reach).run(List.of(steps), script.done()),
                back.wayBack(),
                back.asksForName(),
                back.progress(),
                steps.script(script.done())
                        .map(each -> back.notes().sending(each))
                        .orElse(back.notes()));
    }

    /** Without a way back. */
    public Change oneWay(
            String key, DatabaseSteps steps, List<String> warnings, Object... arguments) {
        String done = texts.text(key + ".done", arguments);
        Change change =
                Change.of(
                        texts.text(key, arguments),
                        target,
                        steps.preview(),
                        warnings,
                        () -> new StepRun(reach).run(List.of(steps), done));
        return steps.script(done)
                .map(script -> change.noting(notes -> notes.sending(script)))
                .orElse(change);
    }

    public DatabaseSteps atHome(String... statements) {
        return DatabaseSteps.of(reach.home(), List.of(statements));
    }

    public DatabaseSteps atHome(Step step) {
        return new DatabaseSteps(reach.home(), List.of(step));
    }
}
