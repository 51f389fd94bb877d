package dev.howdah.lab.control;

import dev.howdah.core.Texts;
import dev.howdah.lab.fleet.Fleet;
import dev.howdah.lab.fleet.Topology;
import dev.howdah.lab.fleet.Topology.Member;
import dev.howdah.lab.plan.LabPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One step from a plan to another.
 *
 * @param node the one that is acted on
 * @param connections the limit it gets
 */
record PlanStep(Kind kind, int node, int connections) {
    private static final Texts TEXTS = Texts.of(PlanStep.class);

    /** What is done. */
    enum Kind {
        BUILD("step.build"),
        /** Before the primary has more connections than its standby. */
        RAISE("step.raise"),
        /** From here on the new plan is in force. */
        HAND_OVER("step.handOver"),
        /** The same where there is nobody to hand over to. */
        RESTART("step.restart"),
        REMOVE("step.remove"),
        /** After the standby has replayed the WAL of the primary that had more. */
        LOWER("step.lower");

        private final String key;

        Kind(String key) {
            this.key = key;
        }
    }

    String title() {
        return TEXTS.text(kind.key, Fleet.name(node), connections);
    }

    /** The way from what there is to the plan; without a cut where the limit stays the same. */
    static List<PlanStep> to(LabPlan plan, Topology topology) {
        int before = topology.plan().maxConnections();
        int after = plan.maxConnections();
        int present = topology.members().size();
        List<Integer> standbys =
                Stream.concat(
                                topology.standbys().stream().map(Member::number),
                                topology.freeNumbers(Math.max(0, plan.nodes() - present)).stream())
                        .toList();
        List<PlanStep> steps = new ArrayList<>();
        for (int number : standbys.subList(topology.standbys().size(), standbys.size())) {
            steps.add(new PlanStep(Kind.BUILD, number, Math.max(before, after)));
        }
        List<Integer> remaining = new ArrayList<>(standbys);
        if (before != after && !standbys.isEmpty()) {
            int next = remaining.removeFirst();
            if (before < after) {
                topology.standbys().stream()
                        .map(Member::number)
                        .filter(number -> number != next)
                        .forEach(number -> steps.add(new PlanStep(Kind.RAISE, number, after)));
            }
            steps.add(new PlanStep(Kind.HAND_OVER, next, after));
            remaining.addFirst(topology.primary());
        } else if (before != after) {
            steps.add(new PlanStep(Kind.RESTART, topology.primary(), after));
        }
        while (remaining.size() >= plan.nodes()) {
            steps.add(new PlanStep(Kind.REMOVE, remaining.removeLast(), after));
        }
        if (before > after) {
            remaining.forEach(number -> steps.add(new PlanStep(Kind.LOWER, number, after)));
        }
        return steps;
    }
}
