package dev.howdah.core.change;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.ChangeOutcome.Status;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Several changes, each for a server of its own, shown and consented to as one. They are carried
 * out one after the other; what fails on one server takes nothing from the others. The journal has
 * a line of each, so that each can be taken back by itself, also in a later start.
 */
public final class JointChange {
    private static final Texts TEXTS = Texts.of(JointChange.class);

    private JointChange() {}

    /**
     * @param changes at least one; the strictest of their environments becomes that of the whole
     */
    public static Change of(String title, List<Change> changes) {
        if (changes.size() == 1) {
            return changes.getFirst();
        }
        List<Change> took = new CopyOnWriteArrayList<>();
        Change joint =
                Change.of(
                        title,
                        target(changes),
                        changes.stream()
                                .map(JointChange::underItsServer)
                                .collect(Collectors.joining("\n\n")),
                        changes.stream()
                                .flatMap(each -> each.warnings().stream())
                                .distinct()
                                .toList(),
                        new Parts(changes, took));
        Change undoable =
                changes.stream().allMatch(each -> each.wayBack().isPresent())
                        ? joint.withWayBack(() -> back(took.isEmpty() ? changes : took))
                        : joint;
        return changes.stream().anyMatch(Change::asksForName) ? undoable.askingForName() : undoable;
    }

    /** A name is kept from ending the comment. */
    private static String underItsServer(Change change) {
        String server = change.target().server().replaceAll("\\R", " ");
        return "-- === " + server + " ===\n" + change.preview();
    }

    private static ChangeTarget target(List<Change> changes) {
        return new ChangeTarget(
                changes.stream()
                        .map(each -> each.target().server())
                        .collect(Collectors.joining(", ")),
                changes.stream()
                        .map(each -> each.target().environment())
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                changes.stream().anyMatch(each -> each.target().readOnly()));
    }

    /** Only where something was done can it be undone. */
    private static Change back(List<Change> changes) {
        List<Change> undo =
                changes.stream()
                        .flatMap(each ->
                                each.wayBack().stream()
                                        .map(Supplier::get)
                                        .map(back ->
                                                back.noting(notes -> notes.undoing(each.id()))))
                        .toList();
        return of(TEXTS.text("joint.undo", undo.getFirst().title(), undo.size()), undo);
    }

    /** By which id the journal knows a change, or the first of several. */
    public static UUID journaledAs(Change change) {
        return change.action() instanceof Parts parts
                ? parts.changes().getFirst().id()
                : change.id();
    }

    /** Carries one of the changes out. */
    @FunctionalInterface
    interface Runner {
        ChangeOutcome run(Change change) throws ProblemException;
    }

    /**
     * The deeds of several changes.
     *
     * @param took gets those that may have done something
     */
    record Parts(List<Change> changes, List<Change> took) implements Change.Action {
        @Override
        public ChangeOutcome run() {
            return by(each -> each.action().run());
        }

        ChangeOutcome by(Runner runner) {
            return JointChange.run(changes, took, runner);
        }
    }

    private static ChangeOutcome run(List<Change> changes, List<Change> took, Runner runner) {
        List<ChangeOutcome> outcomes = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (Change each : changes) {
            ChangeOutcome outcome = outcomeOf(each, runner);
            outcomes.add(outcome);
            if (outcome.status() != Status.FAILED) {
                took.add(each);
            }
            rows.add(TEXTS.text("joint.row", each.target().server(), outcome.sentence()));
            outcome.rows()
                    .forEach(row -> rows.add(TEXTS.text("joint.row", each.target().server(), row)));
        }
        long done = outcomes.stream().filter(each -> each.status() == Status.DONE).count();
        return new ChangeOutcome(
                status(outcomes), TEXTS.text("joint.done", done, changes.size()), rows);
    }

    private static ChangeOutcome outcomeOf(Change change, Runner runner) {
        try {
            return runner.run(change);
        } catch (ProblemException e) {
            Problem problem = e.problem();
            return new ChangeOutcome(
                    problem.kind() == Problem.Kind.UNKNOWN_OUTCOME ? Status.UNKNOWN : Status.FAILED,
                    problem.sentence(),
                    Optional.of(problem.detail()).filter(text -> !text.isEmpty()).stream()
                            .toList());
        }
    }

    private static Status status(List<ChangeOutcome> outcomes) {
        if (outcomes.stream().anyMatch(each -> each.status() == Status.UNKNOWN)) {
            return Status.UNKNOWN;
        }
        if (outcomes.stream().allMatch(each -> each.status() == Status.DONE)) {
            return Status.DONE;
        }
        return outcomes.stream().allMatch(each -> each.status() == Status.FAILED)
                ? Status.FAILED
                : Status.PARTLY;
    }
}
