package dev.howdah.pg.roles.step;

import dev.howdah.core.Change;
import dev.howdah.core.ChangeTarget;
import dev.howdah.core.Texts;
import dev.howdah.pg.roles.step.DatabaseSteps.Step;
import java.util.List;
import java.util.function.Supplier;

/**
 * Makes a change of some statements that are one transaction in one database.
 *
 * @param texts of whoever makes the change
 */
public record StepChanges(Reach reach, ChangeTarget target, Texts texts) {
    /**
     * @param key of the title; what is true afterwards is under the same key with ".done"
     */
    public Change of(
            String key,
            DatabaseSteps steps,
            List<String> warnings,
            Supplier<Change> wayBack,
            Object... arguments) {
        return oneWay(key, steps, warnings, arguments).withWayBack(wayBack);
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
