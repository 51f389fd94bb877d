package dev.howdah.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.howdah.core.ProblemException;
import dev.howdah.lab.fleet.Maintenance.Waiting;
import dev.howdah.lab.operation.LabOperation;
import dev.howdah.lab.operation.LabOperation.State;
import dev.howdah.lab.plan.LabPlan;
import dev.howdah.testing.Await;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens in the lab's hour of maintenance. */
class LabUpkeepTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void restartsTheNodesThatWaitAndTakesBackWhatDoesNotStart(@TempDir Path folder)
            throws Exception {
        try (LabCluster lab = SomeLab.openSmall(folder)) {
            LabPlanTest.change(lab, LabPlan.BUSINESS_4);
            lab.upkeep().tend();
            assertEquals(List.of(), lab.upkeep().past(), "it is not the hour, and nothing waits");

            set(lab, "max_worker_processes", "11");
            assertEquals(
                    List.of(new Waiting(1, List.of("max_worker_processes"))),
                    lab.upkeep().waiting());
            LabOperation done = maintained(lab);

            assertEquals(State.DONE, done.state(), done.sentence());
            assertEquals("Maintenance: max_worker_processes", done.title());
            assertEquals(List.of("11"), SomeLab.ask(lab, "SHOW max_worker_processes"));
            SomeLab.settle(lab);
            assertEquals(List.of(), lab.upkeep().waiting());

            set(lab, "shared_preload_libraries", "pg_stat_statements, no_such_library");
            LabOperation failed = maintained(lab);

            assertEquals(State.FAILED, failed.state());
            assertEquals(
                    "node-1 does not start with what was set, so it runs as before, and these were"
                            + " reset: shared_preload_libraries.",
                    failed.sentence());
            assertEquals(
                    List.of("pg_stat_statements"),
                    SomeLab.ask(lab, "SHOW shared_preload_libraries"));
            assertEquals(List.of("11"), SomeLab.ask(lab, "SHOW max_worker_processes"));
            SomeLab.settle(lab);
            assertEquals(2, LabPlanTest.nodes(lab).size());

            set(lab, "max_worker_processes", "12");
            lab.upkeep().tend();
            assertEquals(failed, lab.upkeep().past().getFirst(), "not again in the same hour");
        }
        SomeLab.assertNothingRunsIn(folder);
    }

    /** Somebody sets it, and all nodes have heard of it when this returns. */
    private static void set(LabCluster lab, String parameter, String value) throws Exception {
        SomeLab.run(lab.access(), "ALTER SYSTEM SET " + parameter + " = " + value);
        SomeLab.ask(lab, "SELECT pg_reload_conf()");
        Await.until("it waits", MINUTE, () -> !lab.upkeep().waiting().isEmpty());
    }

    /** Makes it the hour now, and returns what came of it. */
    private static LabOperation maintained(LabCluster lab) throws Exception {
        int before = lab.upkeep().past().size();
        Await.until(
                "the hour has come",
                MINUTE,
                () -> lab.upkeep().past().size() > before || tended(lab, before));
        Await.until("it is over", MINUTE, () -> lab.operations().underWay().isEmpty());
        return lab.upkeep().past().getFirst();
    }

    /** The hour may end just now, so it is set and used as often as needed. */
    private static boolean tended(LabCluster lab, int before) throws ProblemException {
        ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);
        WeeklyHour hour = new WeeklyHour(now.getDayOfWeek(), now.getHour());
        lab.upkeep().move(UUID.randomUUID(), hour);
        assertEquals(hour, lab.upkeep().hour());
        lab.upkeep().tend();
        return lab.upkeep().past().size() > before;
    }

    @Test
    void aNodeThatIsFailedOnPurposeIsNotedAndRepaired(@TempDir Path folder) throws Exception {
        try (LabCluster lab = SomeLab.openSmall(folder)) {
            UUID id = UUID.randomUUID();

            lab.failNode(id, "node-1");

            LabOperation noted = lab.operations().find(id).orElseThrow();
            assertEquals(
                    "node-1 was ended as by a power cut. The lab repairs that by itself.",
                    noted.sentence());
            Await.until(
                    "it is repaired",
                    MINUTE,
                    () ->
                            lab.operations().all().stream()
                                    .anyMatch(each -> each.act() == LabOperation.Act.REPAIR));
            SomeLab.settle(lab);
            assertEquals(
                    List.of("node-1 failed and was started again."),
                    lab.operations().all().stream()
                            .filter(each -> each.act() == LabOperation.Act.REPAIR)
                            .map(each -> each.sentence().substring(0, 36))
                            .toList());
            ProblemException refused =
                    assertThrows(
                            ProblemException.class,
                            () -> lab.failNode(UUID.randomUUID(), "node-7"));
            assertEquals(
                    "The lab has no node of this name that runs.", refused.problem().sentence());
        }
    }
}
