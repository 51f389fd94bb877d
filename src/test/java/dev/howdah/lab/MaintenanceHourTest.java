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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens in the lab's hour of maintenance. */
class MaintenanceHourTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void restartsTheNodesThatWaitAndTakesBackWhatDoesNotStart(@TempDir Path folder)
            throws Exception {
        try (LabCluster lab = SomeLab.openSmall(folder)) {
            LabPlanTest.change(lab, LabPlan.BUSINESS_4);
            lab.maintenance().tend();
            assertEquals(
                    List.of(), lab.maintenance().past(), "it is not the hour, and nothing waits");

            set(lab, "max_worker_processes", "11");
            Waiting primary = new Waiting(1, List.of("max_worker_processes"));
            Waiting standby = new Waiting(2, List.of("max_worker_processes"));
            assertEquals(List.of(standby, primary), lab.maintenance().waiting(), "it is raised");
            LabOperation done = maintained(lab);

            assertEquals(State.DONE, done.state(), done.sentence());
            assertEquals("Maintenance: max_worker_processes", done.title());
            assertEquals(List.of("11 false", "11 true"), workers(lab));
            assertEquals(List.of(), lab.maintenance().waiting());

            set(lab, "max_worker_processes", "9");
            assertEquals(List.of(primary, standby), lab.maintenance().waiting(), "it is lowered");
            assertEquals(State.DONE, maintained(lab).state());
            assertEquals(List.of("9 false", "9 true"), workers(lab));

            set(lab, "shared_preload_libraries", "pg_stat_statements, no_such_library");
            LabOperation failed = maintained(lab);

            assertEquals(State.FAILED, failed.state());
            assertEquals(
                    "node-2 does not start with what was set, so it runs as before, and these were"
                            + " reset: shared_preload_libraries.",
                    failed.sentence());
            assertEquals(
                    List.of("pg_stat_statements"),
                    SomeLab.ask(lab, "SHOW shared_preload_libraries"));
            assertEquals(List.of("9 false", "9 true"), workers(lab));
            assertEquals(List.of(), lab.maintenance().waiting());

            LabPlanTest.change(lab, LabPlan.STARTUP_4);

            set(lab, "max_worker_processes", "12");
            lab.maintenance().tend();
            assertEquals(failed, lab.maintenance().past().getFirst(), "not again in the same hour");
        }
        SomeLab.assertNothingRunsIn(folder);
    }

    /** Of each node, the primary first, and whether it replays; one with too few would pause. */
    private static List<String> workers(LabCluster lab) throws Exception {
        SomeLab.settle(lab);
        List<String> told = new ArrayList<>();
        for (LabFacts.Node node : lab.facts().nodes()) {
            told.addAll(
                    SomeLab.ask(
                            LabPlanTest.access(lab, node),
                            """
                            SELECT current_setting('max_worker_processes') || ' '
                                   || (pg_is_in_recovery()
                                       AND pg_get_wal_replay_pause_state() = 'not paused')
                            """));
        }
        return told;
    }

    /** Somebody sets it, and all nodes have heard of it when this returns. */
    private static void set(LabCluster lab, String parameter, String value) throws Exception {
        SomeLab.run(lab.access(), "ALTER SYSTEM SET " + parameter + " = " + value);
        SomeLab.ask(lab, "SELECT pg_reload_conf()");
        Await.until("it waits", MINUTE, () -> !lab.maintenance().waiting().isEmpty());
    }

    /** Makes it the hour now, and returns what came of it. */
    private static LabOperation maintained(LabCluster lab) throws Exception {
        int before = lab.maintenance().past().size();
        Await.until(
                "the hour has come",
                MINUTE,
                () -> lab.maintenance().past().size() > before || tended(lab, before));
        Await.until("it is over", MINUTE, () -> lab.operations().underWay().isEmpty());
        return lab.maintenance().past().getFirst();
    }

    /** The hour may end just now, so it is set and used as often as needed. */
    private static boolean tended(LabCluster lab, int before) throws ProblemException {
        ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);
        WeeklyHour hour = new WeeklyHour(now.getDayOfWeek(), now.getHour());
        lab.maintenance().move(UUID.randomUUID(), hour);
        assertEquals(hour, lab.maintenance().hour());
        lab.maintenance().tend();
        return lab.maintenance().past().size() > before;
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

            set(lab, "shared_preload_libraries", "no_such_library");
            LabOperation failed = maintained(lab);
            assertEquals(
                    "node-1 does not start with what was set, so it runs as before, and these were"
                            + " reset: shared_preload_libraries.",
                    failed.sentence());
            assertEquals(
                    List.of("pg_stat_statements"),
                    SomeLab.ask(lab, "SHOW shared_preload_libraries"));
        }
    }
}
