package dev.howdah.provider.lab;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.Operation.Act;
import dev.howdah.core.change.Operation.State;
import dev.howdah.lab.LabCluster;
import dev.howdah.lab.plan.LabPlan;
import dev.howdah.provider.Provider;
import dev.howdah.provider.Submissions;
import dev.howdah.provider.Submissions.Deed;
import dev.howdah.provider.Submissions.Draft;
import dev.howdah.provider.plan.PlanOffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Describes changes of the lab's plan. */
final class LabPlanChanges {
    private static final Texts TEXTS = Texts.of(LabPlanChanges.class);
    private static final String FROM = "from";
    private static final String TO = "to";

    private final LabCluster lab;
    private final Submissions submissions;
    private final Provider provider;

    LabPlanChanges(LabCluster lab, Submissions submissions, Provider provider) {
        this.lab = lab;
        this.submissions = submissions;
        this.provider = provider;
    }

    Change change(ChangeTarget target, String from, PlanOffer to) throws ProblemException {
        if (to.whyNot().isPresent()) {
            throw problem(Problem.Kind.BAD_INPUT, "plan.not", to.whyNot().get());
        }
        return change(target, LabPlans.of(from), LabPlans.of(to.plan().name()), Map.of());
    }

    /** To the plan that was before; empty when another one is in force by now. */
    Optional<Change> back(ChangeTarget target, Operation operation) {
        Optional<LabPlan> from = plan(operation, FROM);
        Optional<LabPlan> to = plan(operation, TO);
        boolean inForce = operation.state() == State.DONE || operation.state() == State.PARTLY;
        if (!inForce || from.isEmpty() || !isOn(to)) {
            return Optional.empty();
        }
        return Optional.of(
                change(
                        target,
                        to.get(),
                        from.get(),
                        Map.of(Operation.UNDOES, operation.id().toString())));
    }

    private boolean isOn(Optional<LabPlan> plan) {
        try {
            return plan.isPresent() && lab.facts().plan() == plan.get();
        } catch (ProblemException _) {
            // a lab that can't be read is not changed either
            return false;
        }
    }

    private static Optional<LabPlan> plan(Operation operation, String key) {
        return Optional.ofNullable(operation.memo().get(key)).flatMap(LabPlan::titled);
    }

    private Change change(ChangeTarget target, LabPlan from, LabPlan to, Map<String, String> more) {
        Map<String, String> memo = new HashMap<>(more);
        memo.put(FROM, from.title());
        memo.put(TO, to.title());
        Draft draft =
                new Draft(
                        Act.PLAN_CHANGE,
                        TEXTS.text("plan.title", to.title()),
                        target,
                        preview(from, to),
                        LabPlans.warnings(from, to),
                        memo);
        return submissions.change(draft, new ToPlan(from, to));
    }

    private String preview(LabPlan from, LabPlan to) {
        StringBuilder text =
                new StringBuilder(TEXTS.text("plan.preview", from.title(), to.title()));
        List<String> steps = lab.stepsTo(to);
        for (int i = 0; i < steps.size(); i++) {
            text.append("\n  ").append(i + 1).append(". ").append(steps.get(i));
        }
        return text.toString();
    }

    private static ProblemException problem(Problem.Kind kind, String key, Object... arguments) {
        return new ProblemException(
                Problem.of(kind, TEXTS.text(key, arguments), TEXTS.text(key + ".remedy")));
    }

    /** The deed. */
    private final class ToPlan implements Deed {
        private final LabPlan from;
        private final LabPlan to;

        ToPlan(LabPlan from, LabPlan to) {
            this.from = from;
            this.to = to;
        }

        @Override
        public Operation prepared(Operation planned) throws ProblemException {
            LabPlan now = lab.facts().plan();
            if (now != from) {
                throw problem(Problem.Kind.BAD_INPUT, "plan.moved", now.title());
            }
            return planned;
        }

        @Override
        public Operation sent(Operation written) throws ProblemException {
            lab.changePlan(written.id(), to);
            return provider.follow(written);
        }
    }
}
