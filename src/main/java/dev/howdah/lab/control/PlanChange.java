package dev.howdah.lab.control;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.lab.fleet.Fleet;
import dev.howdah.lab.fleet.Standbys;
import dev.howdah.lab.fleet.Topology;
import dev.howdah.lab.operation.Course;
import dev.howdah.lab.operation.LabOperation;
import dev.howdah.lab.operation.LabOperation.State;
import dev.howdah.lab.plan.LabPlan;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.DoubleConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the service from one plan to another. There is one moment at which the topology on disk
 * names the new plan: what fails or is killed before it goes back, what is left after it is made up
 * for by {@link Healing}.
 */
final class PlanChange {
    private static final Logger LOG = LoggerFactory.getLogger(PlanChange.class);
    private static final Texts TEXTS = Texts.of(PlanChange.class);
    private static final String TO = "to";

    private final Fleet fleet;
    private final Standbys standbys;

    PlanChange(Fleet fleet) {
        this.fleet = fleet;
        standbys = new Standbys(fleet);
    }

    /** What it will do, as things are now. */
    static LabOperation planned(UUID id, Topology from, LabPlan to, Clock clock) {
        return LabOperation.planned(
                id,
                LabOperation.Act.PLAN_CHANGE,
                TEXTS.text("plan.title", to.title()),
                PlanStep.to(to, from).stream().map(PlanStep::title).toList(),
                TEXTS.text("plan.running", from.plan().title(), to.title()),
                Map.of(TO, to.name()),
                clock.instant());
    }

    /** The plan that an operation leads to; empty for other acts. */
    static Optional<LabPlan> target(LabOperation operation) {
        return operation.act() == LabOperation.Act.PLAN_CHANGE
                ? Optional.ofNullable(operation.memo().get(TO)).map(LabPlan::valueOf)
                : Optional.empty();
    }

    /**
     * Goes through the steps and ends the operation.
     *
     * @param steps as they were planned
     */
    void run(Course course, List<PlanStep> steps, LabPlan to)
            throws ProblemException, InterruptedException {
        LabPlan from = fleet.topology().plan();
        try {
            fleet.become(
                    fleet.topology()
                            .withStandbyConnections(
                                    Math.max(from.maxConnections(), to.maxConnections())));
            boolean moved = false;
            for (PlanStep step : steps) {
                // from the first step after the building on, nothing but the plan itself is left
                if (step.kind() == PlanStep.Kind.REMOVE && fleet.topology().plan() != to) {
                    fleet.become(fleet.topology().on(to));
                }
                course.step(progress -> perform(step, to, progress));
                moved |= step.kind() == PlanStep.Kind.HAND_OVER;
            }
            if (!fleet.topology().plan().equals(to)) {
                fleet.become(fleet.topology().on(to));
            }
            fleet.become(fleet.topology().withStandbyConnections(to.maxConnections()));
            course.end(State.DONE, done(to, moved));
        } catch (ProblemException e) {
            // files and sockets of an interrupted thread are closed under its hands
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (fleet.topology().plan() == to) {
                course.end(State.PARTLY, said("plan.partly", to, e));
            } else {
                course.end(State.FAILED, said("plan.failed", from, e));
            }
        }
    }

    private void perform(PlanStep step, LabPlan to, DoubleConsumer progress)
            throws ProblemException, InterruptedException {
        int node = step.node();
        switch (step.kind()) {
            case BUILD -> standbys.build(node, progress);
            case RAISE -> standbys.join(node);
            case HAND_OVER -> handOver(node, to, progress);
            case RESTART -> {
                fleet.become(fleet.topology().on(to));
                fleet.startPrimary();
            }
            case REMOVE -> standbys.remove(node);
            case LOWER -> standbys.lower(node, step.connections());
        }
    }

    private void handOver(int node, LabPlan to, DoubleConsumer progress)
            throws ProblemException, InterruptedException {
        int former = fleet.topology().primary();
        standbys.requireStreaming(node);
        standbys.handOver(node, to, true);
        progress.accept(0.5);
        try {
            standbys.join(former);
        } catch (ProblemException e) {
            LOG.warn("{} is made anew: {}", Fleet.name(former), e.problem().detail());
            fleet.become(fleet.topology().with(former, false));
        }
    }

    private String done(LabPlan to, boolean moved) {
        return moved
                ? TEXTS.text("plan.doneMoved", to.title(), Fleet.name(fleet.topology().primary()))
                : TEXTS.text("plan.done", to.title());
    }

    private static String said(String key, LabPlan plan, ProblemException e) {
        return TEXTS.text(key, plan.title(), e.problem().sentence());
    }
}
