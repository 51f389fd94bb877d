package dev.howdah.ui.operations;

import dev.howdah.core.Problem;
import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.Operation.State;
import dev.howdah.core.change.Operation.Step;
import dev.howdah.core.change.Operation.Step.Progress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One operation that has not ended.
 *
 * @param owner who follows it
 * @param problem why it could not be looked at the last time
 */
record OperationLine(
        OperationSource owner,
        ChangeTarget target,
        Operation operation,
        Optional<Problem> problem) {
    private static final Texts TEXTS = Texts.of(OperationLine.class);

    /** Whether somebody may have to decide: nobody knows if the provider ever got it. */
    boolean isUnsure() {
        return operation.state().mayBeUnsent();
    }

    /** 0 to 1; empty when the provider tells neither a share nor steps. */
    Optional<Double> progress() {
        if (isUnsure()) {
            return Optional.empty();
        }
        if (operation.progressPct().isPresent()) {
            return Optional.of(operation.progressPct().getAsInt() / 100.0);
        }
        List<Step> steps = operation.steps();
        return steps.isEmpty() ? Optional.empty() : Optional.of(1.0 * done() / steps.size());
    }

    private long done() {
        return operation.steps().stream().filter(step -> step.progress() == Progress.DONE).count();
    }

    /** "2 min 10 s" since it was asked for. */
    String elapsed(Instant now) {
        return Quantities.duration(Duration.between(operation.askedAt(), now));
    }

    /** For the status line: where and what. */
    String headline() {
        return TEXTS.text("headline", target.server(), operation.title());
    }

    /** For the status line, short: how far and how long. */
    String timing(Instant now) {
        if (isUnsure()) {
            return TEXTS.text("timing.unsure");
        }
        List<Step> steps = operation.steps();
        return steps.isEmpty()
                ? elapsed(now)
                : TEXTS.text(
                        "timing.step",
                        Math.min(steps.size(), done() + 1),
                        steps.size(),
                        elapsed(now));
    }

    /** What is known, one or two sentences. */
    String sentence() {
        return operation.state() == State.SUBMITTING
                ? TEXTS.text("submitting")
                : operation.sentence();
    }
}
