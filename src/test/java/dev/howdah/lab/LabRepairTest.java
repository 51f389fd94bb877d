package dev.howdah.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.lab.operation.LabOperation;
import dev.howdah.lab.plan.LabPlan;
import dev.howdah.testing.Await;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nodes fail while somebody works with the service. */
class LabRepairTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void whateverNodeFailsTheServiceGoesOnAndNothingAcknowledgedIsLost(@TempDir Path folder)
            throws Exception {
        try (LabCluster lab = SomeLab.openSmall(folder);
                SteadyWriter writer = new SteadyWriter(lab.access())) {
            LabPlanTest.change(lab, LabPlan.BUSINESS_4);
            fail(lab, 1);
            assertEquals(
                    List.of("node-2 leads, 100", "node-1 follows, 100"), LabPlanTest.nodes(lab));
            fail(lab, 1);

            long before = writer.count();
            Await.until("it goes on", MINUTE, () -> writer.count() > before);
            writer.end();
            assertEquals(List.of(), writer.lost(SomeLab.ask(lab, "SELECT n FROM auth.steps")));
            assertEquals(
                    List.of(
                            "Build node-1",
                            "Build node-1",
                            "Let node-2 take over",
                            "Change plan to Business-4"),
                    lab.operations().all().stream().map(LabOperation::title).toList());
            assertTrue(
                    lab.operations().all().stream()
                            .allMatch(each -> each.state() == LabOperation.State.DONE));
        }
        SomeLab.assertNothingRunsIn(folder);
    }

    @Test
    @Tag("long")
    void aPrimaryWhoseDiskIsGoneIsReplacedByTheStandbyThatHasMost(@TempDir Path folder)
            throws Exception {
        try (LabCluster lab = SomeLab.openSmall(folder)) {
            LabPlanTest.change(lab, LabPlan.PREMIUM_4);
            Files.move(folder.resolve("cluster/node-1"), folder.resolve("gone"));
            Await.until(
                    "a standby took over",
                    MINUTE,
                    () -> lab.facts().nodes().getFirst().number() != 1);
            SomeLab.settle(lab);
            assertEquals(3, LabPlanTest.nodes(lab).size());
            String told = lab.operations().all().get(1).sentence();
            assertTrue(
                    told.startsWith(
                            "node-1 failed with its disk, and node-%d leads now."
                                    .formatted(lab.facts().nodes().getFirst().number())),
                    told);
        }
        SomeLab.assertNothingRunsIn(folder);
    }

    /** Kills the node and waits until the lab has made up for it. */
    private static void fail(LabCluster lab, int node) throws Exception {
        int before = lab.operations().all().size();
        lab.killNode(node);
        Await.until("it was noticed", MINUTE, () -> lab.operations().all().size() > before);
        SomeLab.settle(lab);
    }
}
