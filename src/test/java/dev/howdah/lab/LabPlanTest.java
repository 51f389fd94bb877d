package dev.howdah.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.lab.node.LabAccess;
import dev.howdah.lab.operation.LabOperation;
import dev.howdah.lab.operation.LabOperation.State;
import dev.howdah.lab.plan.LabPlan;
import dev.howdah.testing.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plan of a lab is changed while somebody works with it. */
class LabPlanTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void aServiceGrowsAndShrinksAndKeepsItsDataAndItsAddress(@TempDir Path folder)
            throws Exception {
        try (LabCluster lab = SomeLab.openSmall(folder)) {
            assertEquals(LabPlan.STARTUP_4, lab.facts().plan());
            assertEquals(List.of("node-1 leads, 100"), nodes(lab));
            SteadyWriter writer = new SteadyWriter(lab.access());
            try (writer) {
                change(lab, LabPlan.BUSINESS_16);
                assertEquals(List.of("node-2 leads, 400", "node-1 follows, 400"), nodes(lab));

                change(lab, LabPlan.PREMIUM_8);
                assertEquals(
                        List.of("node-1 leads, 200", "node-2 follows, 200", "node-3 follows, 200"),
                        nodes(lab));

                change(lab, LabPlan.HOBBYIST);
                assertEquals(List.of("node-2 leads, 25"), nodes(lab));

                change(lab, LabPlan.STARTUP_4);
                assertEquals(List.of("node-2 leads, 100"), nodes(lab));
                long before = writer.count();
                Await.until("it goes on", MINUTE, () -> writer.count() > before);
            }
            assertEquals(List.of(), writer.lost(SomeLab.ask(lab, "SELECT n FROM auth.steps")));
            assertTrue(writer.breaks() > 0);
            assertTrue(
                    writer.longestGap().compareTo(Duration.ofMinutes(1)) < 0,
                    writer.longestGap().toString());
            assertEquals(List.of(), SomeLab.ask(lab, "SELECT slot_name FROM pg_replication_slots"));
        }
        SomeLab.assertNothingRunsIn(folder);
    }

    static void change(LabCluster lab, LabPlan to) throws Exception {
        UUID id = UUID.randomUUID();
        lab.changePlan(id, to);
        ProblemException second =
                assertThrows(
                        ProblemException.class,
                        () -> lab.changePlan(UUID.randomUUID(), LabPlan.PREMIUM_4));
        assertEquals(Problem.Kind.LOCKED, second.problem().kind());
        Await.until(
                "the plan is changed",
                MINUTE,
                () -> lab.operations().find(id).orElseThrow().state().ended());
        LabOperation ended = lab.operations().find(id).orElseThrow();
        assertEquals(State.DONE, ended.state(), ended.sentence());
        assertEquals(100, ended.donePct());
        assertEquals(to, lab.facts().plan());
        SomeLab.settle(lab);
    }

    /** How the superuser logs in to one node. */
    static LabAccess access(LabCluster lab, LabFacts.Node node) {
        LabAccess service = lab.access();
        return new LabAccess(
                service.host(),
                node.port(),
                service.database(),
                service.user(),
                service.password());
    }

    /** As each node itself tells it, the primary first. */
    static List<String> nodes(LabCluster lab) throws Exception {
        List<String> told = new ArrayList<>();
        for (LabFacts.Node node : lab.facts().nodes()) {
            told.add(
                    node.name()
                            + SomeLab.ask(
                                            access(lab, node),
                                            """
                                            SELECT CASE WHEN pg_is_in_recovery()
                                                        THEN ' follows, ' ELSE ' leads, ' END
                                                   || current_setting('max_connections')
                                            """)
                                    .getFirst());
        }
        return told;
    }
}
