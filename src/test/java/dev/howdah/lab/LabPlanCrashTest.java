package dev.howdah.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.lab.operation.LabOperation;
import dev.howdah.lab.operation.LabOperation.Act;
import dev.howdah.lab.operation.LabOperations;
import dev.howdah.lab.plan.LabPlan;
import dev.howdah.provider.lab.HalfDone;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The app is killed while a plan is being changed, and started again. */
class LabPlanCrashTest {
    private static final String WENT_BACK =
            "The service stays on %s, because Howdah was ended before the change took effect.";
    private static final String WENT_ON =
            "The service is on %s. Howdah was ended in the middle of the change; what is left of it"
                    + " is done now.";

    /** Each kill leaves another state behind; one lab goes through all of them. */
    @Test
    void killedInAnyStepTheNextStartGoesOnOrBackAndSaysSo(@TempDir Path folder) throws Exception {
        SomeLab.copySmallTo(folder);
        assertEquals(LabPlan.STARTUP_4, killedWithOthersHalfDone(folder));
        LabPlan plan = killedAt("Switch over to node-2", 250, folder, LabPlan.BUSINESS_16);
        assertEquals(
                LabPlan.HOBBYIST,
                plan == LabPlan.BUSINESS_16
                        ? killedAt("Remove node-", 0, folder, LabPlan.HOBBYIST)
                        : killedAt("Restart node-1", 600, folder, LabPlan.HOBBYIST));
        SomeLab.assertNothingRunsIn(folder);
    }

    /** At any millisecond, to and fro between all plans. */
    @Test
    @Tag("long")
    void killedAtAnyMomentItIsWholeInTheEnd(@TempDir Path folder) throws Exception {
        SomeLab.copySmallTo(folder);
        Random random = new Random(4);
        LabPlan plan = LabPlan.STARTUP_4;
        for (int i = 0; i < 30; i++) {
            LabPlan to = List.of(LabPlan.values()).get(random.nextInt(LabPlan.values().length));
            if (to != plan) {
                plan = killedAt("", random.nextInt(4_000), folder, to);
            }
        }
        SomeLab.assertNothingRunsIn(folder);
    }

    /** Among them a node that was failed on purpose in the last moment. */
    private static LabPlan killedWithOthersHalfDone(Path folder) throws Exception {
        Path log = folder.resolve("log");
        LabPlan to = LabPlan.BUSINESS_16;
        try (LabProcess app =
                LabProcess.open(folder, SomeLab.programs(), to.name(), log.toString())) {
            app.waitFor("STEP Build node-2", LabChild.CHANGED);
        }
        LabOperation failure =
                LabOperation.planned(
                        UUID.randomUUID(),
                        Act.NODE_FAILURE,
                        "Fail node-1",
                        List.of(),
                        "Fail node-1 is under way.",
                        Map.of(),
                        Instant.now());
        new LabOperations(folder.resolve("cluster/operations")).note(failure);
        try (LabCluster lab = LabCluster.open(SomeLab.in(folder))) {
            assertEquals(
                    "Howdah was ended in the same moment, so whether the node was ended by it is not"
                            + " known. All nodes were started anew.",
                    lab.operations().find(failure.id()).orElseThrow().sentence());
            HalfDone.settle(lab, log);
            return settled(lab, to);
        }
    }

    /** Returns the plan that the next start settles on. */
    private static LabPlan killedAt(String step, int millisLater, Path folder, LabPlan to)
            throws Exception {
        try (LabProcess app = LabProcess.open(folder, SomeLab.programs(), to.name())) {
            // a short step may be over before anybody looked
            app.waitFor("STEP " + step, LabChild.CHANGED);
            LockSupport.parkNanos(millisLater * 1_000_000L);
        }
        try (LabCluster lab = LabCluster.open(SomeLab.in(folder))) {
            return settled(lab, to);
        }
    }

    private static LabPlan settled(LabCluster lab, LabPlan to) throws Exception {
        LabOperation left = planChange(lab);
        LabPlan plan = lab.facts().plan();
        assertEquals(
                plan == to ? LabOperation.State.DONE : LabOperation.State.FAILED,
                left.state(),
                left.sentence());
        String settledBy = (plan == to ? WENT_ON : WENT_BACK).formatted(plan.title());
        String itself = "The service is on %s".formatted(plan.title());
        assertTrue(
                left.sentence().equals(settledBy)
                        || (plan == to && left.sentence().startsWith(itself)),
                left.sentence());
        SomeLab.settle(lab);
        assertWhole(lab, plan);
        return plan;
    }

    private static LabOperation planChange(LabCluster lab) {
        return lab.operations().all().stream()
                .filter(each -> each.act() == Act.PLAN_CHANGE)
                .findFirst()
                .orElseThrow();
    }

    /** Every node is there, with the limits of the plan, and one of them leads and writes. */
    private static void assertWhole(LabCluster lab, LabPlan plan) throws Exception {
        List<String> nodes = LabPlanTest.nodes(lab);
        String all = nodes.toString();
        assertEquals(plan.nodes(), nodes.size(), all);
        assertTrue(nodes.getFirst().endsWith(" leads, " + plan.maxConnections()), all);
        assertTrue(
                nodes.stream()
                        .skip(1)
                        .allMatch(node -> node.endsWith(" follows, " + plan.maxConnections())),
                all);
        assertEquals(1, SomeLab.ask(lab, "SELECT pg_create_restore_point('written')").size());
    }
}
