package dev.howdah.provider.lab;

import dev.howdah.core.Texts;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.Operation.State;
import dev.howdah.lab.operation.LabOperation;
import dev.howdah.provider.service.ServiceEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The lab's operations in the words of providers: those we asked for, and what happened. */
final class LabWork {
    private static final Texts TEXTS = Texts.of(LabWork.class);

    /** Between writing an operation down and giving it to the lab lies less. */
    private static final Duration CERTAIN_AFTER = Duration.ofSeconds(10);

    private LabWork() {}

    /**
     * What is known of an operation by the lab's own record.
     *
     * @param found the lab's, which has the same id; empty when the lab has none
     */
    static Operation seen(Operation operation, Optional<LabOperation> found, Clock clock) {
        Instant now = clock.instant();
        if (found.isPresent()) {
            return seen(operation, found.get(), now);
        }
        if (!operation.state().mayBeUnsent()) {
            return operation.in(State.ABANDONED, TEXTS.text("work.forgotten"), now);
        }
        return operation.askedAt().plus(CERTAIN_AFTER).isBefore(now)
                ? operation.in(State.FAILED, TEXTS.text("work.neverBegun"), now)
                : operation.in(State.UNSURE, TEXTS.text("work.notSeenYet"), now);
    }

    private static Operation seen(Operation operation, LabOperation found, Instant now) {
        State state =
                switch (found.state()) {
                    case RUNNING -> State.RUNNING;
                    case DONE -> State.DONE;
                    case PARTLY -> State.PARTLY;
                    case FAILED -> State.FAILED;
                };
        return operation
                .withSteps(
                        found.steps().stream().map(LabWork::step).toList(),
                        OptionalInt.of(found.donePct()))
                .in(state, found.sentence(), now);
    }

    /** An operation that nobody asked of the lab by way of a provider. */
    static Operation told(LabOperation operation) {
        Instant began = operation.beganAt();
        return seen(
                Operation.planned(
                        operation.id(),
                        LabProvider.ID,
                        Operation.Act.COPY,
                        operation.title(),
                        Map.of(),
                        operation.sentence(),
                        began),
                operation,
                began);
    }

    private static Operation.Step step(LabOperation.Step step) {
        return new Operation.Step(
                step.name(),
                switch (step.progress()) {
                    case AHEAD -> Operation.Step.Progress.AHEAD;
                    case UNDER_WAY -> Operation.Step.Progress.UNDER_WAY;
                    case DONE -> Operation.Step.Progress.DONE;
                    case FAILED -> Operation.Step.Progress.FAILED;
                });
    }

    static ServiceEvent event(LabOperation operation) {
        boolean ours = operation.act() != LabOperation.Act.REPAIR;
        return new ServiceEvent(
                operation.id().toString(),
                operation.endedAt().orElse(operation.beganAt()),
                operation.act().name().toLowerCase(Locale.ROOT),
                ours ? TEXTS.text("event.you") : "",
                weight(operation),
                operation.sentence());
    }

    private static ServiceEvent.Weight weight(LabOperation operation) {
        if (operation.act() == LabOperation.Act.REPAIR
                || operation.state() == LabOperation.State.FAILED
                || operation.state() == LabOperation.State.PARTLY) {
            return ServiceEvent.Weight.WARNING;
        }
        return operation.act() == LabOperation.Act.PLAN_CHANGE
                        || operation.act() == LabOperation.Act.RECOVERY
                ? ServiceEvent.Weight.NOTABLE
                : ServiceEvent.Weight.ROUTINE;
    }
}
