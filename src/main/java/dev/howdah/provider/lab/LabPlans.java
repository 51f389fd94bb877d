package dev.howdah.provider.lab;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.lab.plan.LabPlan;
import dev.howdah.provider.plan.Interruption;
import dev.howdah.provider.plan.Plan;
import dev.howdah.provider.plan.PlanOffer;
import dev.howdah.provider.plan.PlanPromise;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** The lab's plans in the words of providers. */
final class LabPlans {
    private static final Texts TEXTS = Texts.of(LabPlans.class);

    /** A restart takes half a second, a switch-over one or two; on a busy desktop more. */
    private static final Duration LONGEST_CUT = Duration.ofSeconds(10);

    private LabPlans() {}

    static List<PlanOffer> offers(LabPlan current) {
        return Stream.of(LabPlan.values()).map(plan -> offer(current, plan)).toList();
    }

    private static PlanOffer offer(LabPlan current, LabPlan plan) {
        boolean same = plan == current;
        return new PlanOffer(
                plan(plan),
                same,
                same ? Optional.of(TEXTS.text("plan.current")) : Optional.empty(),
                same ? Optional.empty() : Optional.of(interruption(current, plan)));
    }

    private static Plan plan(LabPlan plan) {
        return new Plan(
                plan.title(),
                plan.title(),
                plan.title(),
                Optional.empty(),
                OptionalInt.of(plan.nodes()),
                OptionalLong.empty(),
                OptionalLong.empty(),
                OptionalInt.of(plan.maxConnections()),
                Optional.of(plan.retention()),
                TEXTS.text("plan.note"));
    }

    private static Interruption interruption(LabPlan from, LabPlan to) {
        if (from.maxConnections() == to.maxConnections()) {
            return new Interruption(
                    Duration.ZERO, Optional.of(Duration.ZERO), TEXTS.text("plan.noCut"));
        }
        boolean standby = Math.max(from.nodes(), to.nodes()) > 1;
        return new Interruption(
                Duration.ofMillis(300),
                Optional.of(LONGEST_CUT),
                TEXTS.text(standby ? "plan.switchOver" : "plan.restart"));
    }

    /** The plan that an offer is of. */
    static LabPlan of(String title) throws ProblemException {
        return LabPlan.titled(title)
                .orElseThrow(() ->
                        new ProblemException(
                                Problem.of(
                                        Problem.Kind.BAD_INPUT,
                                        TEXTS.text("plan.unknown", title),
                                        TEXTS.text("plan.unknown.remedy"))));
    }

    /** What is promised less than before, and how long clients are cut off. */
    static List<String> warnings(LabPlan from, LabPlan to) {
        List<String> warnings = new ArrayList<>();
        warnings.add(interruption(from, to).sentence());
        if (to.maxConnections() < from.maxConnections()) {
            warnings.add(
                    TEXTS.text(
                            "plan.fewerConnections", to.maxConnections(), from.maxConnections()));
        }
        warnings.addAll(PlanPromise.lost(plan(from), plan(to)));
        if (to.retention().isZero() && !from.retention().isZero()) {
            warnings.add(TEXTS.text("plan.backupsGo"));
        }
        return warnings;
    }
}
