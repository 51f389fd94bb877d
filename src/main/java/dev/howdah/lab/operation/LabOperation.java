package dev.howdah.lab.operation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Something the lab's control plane does or did.
 *
 * @param title the act: "Change plan to Business-16"
 * @param steps in their order, all known from the beginning
 * @param sentence what is known, one full sentence
 * @param memo what is needed to go on with it after a crash; no secret
 */
public record LabOperation(
        UUID id,
        Act act,
        String title,
        State state,
        List<Step> steps,
        Instant beganAt,
        Optional<Instant> endedAt,
        String sentence,
        Map<String, String> memo) {

    public LabOperation {
        steps = List.copyOf(steps);
        memo = Map.copyOf(memo);
    }

    /** What an operation does. */
    public enum Act {
        PLAN_CHANGE,
        /** A node failed, and what it did is taken over or made anew. */
        REPAIR,
        BACKUP,
        RECOVERY,
        ALLOWLIST,
        SWITCH,
        SCHEDULE,
        /** Nodes are restarted in the hour for that. */
        MAINTENANCE,
        MAINTENANCE_WINDOW,
        /** A node was ended on purpose. */
        NODE_FAILURE,
        /** A cluster of its own beside the service is made or removed. */
        COPY;

        /** Whether it leaves the service alone, so that both may go on at a time. */
        public boolean isBesideTheService() {
            return this == COPY;
        }

        /** Whether it is over in an instant, and stands in nobody's way. */
        public boolean isInstant() {
            return this == NODE_FAILURE;
        }
    }

    /** How far an operation is. */
    public enum State {
        RUNNING,
        DONE,
        /** In effect, with something left that is tried again. */
        PARTLY,
        /** Everything is as it was before. */
        FAILED;

        public boolean ended() {
            return this != RUNNING;
        }
    }

    /**
     * One of several steps.
     *
     * @param donePct 0 to 100
     */
    public record Step(String name, Progress progress, int donePct) {

        /** How far a step is. */
        public enum Progress {
            AHEAD,
            UNDER_WAY,
            DONE,
            FAILED
        }

        static Step ahead(String name) {
            return new Step(name, Progress.AHEAD, 0);
        }
    }

    /** About to begin. */
    public static LabOperation planned(
            UUID id,
            Act act,
            String title,
            List<String> steps,
            String sentence,
            Map<String, String> memo,
            Instant now) {
        return new LabOperation(
                id,
                act,
                title,
                State.RUNNING,
                steps.stream().map(Step::ahead).toList(),
                now,
                Optional.empty(),
                sentence,
                memo);
    }

    /** What was done at once, without steps. */
    public static LabOperation done(UUID id, Act act, String title, String sentence, Instant now) {
        return planned(id, act, title, List.of(), sentence, Map.of(), now)
                .ended(State.DONE, sentence, now);
    }

    /** The share of all steps that is done, 0 to 100. */
    public int donePct() {
        if (state == State.DONE) {
            return 100;
        }
        return steps.isEmpty() ? 0 : steps.stream().mapToInt(Step::donePct).sum() / steps.size();
    }

    LabOperation with(int index, Step step) {
        List<Step> changed = new ArrayList<>(steps);
        changed.set(index, step);
        return new LabOperation(id, act, title, state, changed, beganAt, endedAt, sentence, memo);
    }

    /** The same with another sentence. */
    public LabOperation saying(String newSentence) {
        return new LabOperation(id, act, title, state, steps, beganAt, endedAt, newSentence, memo);
    }

    /** From the beginning, under the same id. */
    LabOperation again() {
        return new LabOperation(
                id,
                act,
                title,
                State.RUNNING,
                steps.stream().map(step -> Step.ahead(step.name())).toList(),
                beganAt,
                Optional.empty(),
                sentence,
                memo);
    }

    /** As it ended; a step that was under way then has failed, unless all went well. */
    public LabOperation ended(State end, String newSentence, Instant now) {
        List<Step> last =
                steps.stream()
                        .map(step ->
                                step.progress() == Step.Progress.UNDER_WAY
                                        ? new Step(
                                                step.name(),
                                                end == State.DONE
                                                        ? Step.Progress.DONE
                                                        : Step.Progress.FAILED,
                                                end == State.DONE ? 100 : step.donePct())
                                        : step)
                        .toList();
        return new LabOperation(
                id, act, title, end, last, beganAt, Optional.of(now), newSentence, memo);
    }
}
