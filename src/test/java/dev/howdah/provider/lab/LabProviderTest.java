package dev.howdah.provider.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Environment;
import dev.howdah.core.change.Operation;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.lab.LabCluster;
import dev.howdah.lab.SomeLab;
import dev.howdah.lab.plan.LabPlan;
import dev.howdah.provider.Operations;
import dev.howdah.provider.plan.PlanOffer;
import dev.howdah.provider.service.MaintenanceWindow;
import dev.howdah.provider.service.ServiceConnection.Endpoint;
import dev.howdah.provider.service.ServiceEvent;
import dev.howdah.provider.service.ServiceState;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the lab tells as a provider, and how one changes its plan. */
class LabProviderTest {
    private static final ChangeTarget LAB = new ChangeTarget("lab", Environment.LAB, false);

    @Test
    void growsToTwoNodesAndTellsOfThem(@TempDir Path folder) throws Exception {
        FileOperationLog log = new FileOperationLog(folder.resolve("log"));
        try (LabCluster lab = SomeLab.openSmall(folder.resolve("lab"))) {
            LabProvider provider = new LabProvider(lab, log, Clock.systemUTC());
            assertEquals(
                    List.of(
                            "Hobbyist 25 1 0 d 10 s",
                            "Startup-4 100 1 2 d -",
                            "Business-4 100 2 14 d 0 s",
                            "Business-16 400 2 14 d 10 s",
                            "Premium-4 100 3 30 d 0 s",
                            "Premium-8 200 3 30 d 10 s"),
                    provider.plans().stream().map(LabProviderTest::line).toList());

            Change change =
                    provider.changePlan(LAB, provider.facts(), offer(provider, "Business-16"));
            assertEquals(
                    """
                    Plan of the lab: Startup-4 -> Business-16
                      1. Build node-2
                      2. Switch over to node-2 with 400 connections\
                    """,
                    change.preview());
            change.action().run();
            assertEquals(ServiceState.CHANGING, provider.facts().state());
            SomeLab.settle(lab);

            Operation done = new Operations(provider, log, Clock.systemUTC()).look().getFirst();
            assertEquals(Operation.State.DONE, done.state());
            assertEquals("The service is on Business-16, and node-2 leads it.", done.sentence());
            assertEquals(
                    "Business-16 18.6 RUNNING node-2 LEADER RUNNING, node-1 FOLLOWER RUNNING",
                    facts(provider));
            List<Endpoint> endpoints = provider.connection().endpoints();
            assertEquals(
                    List.of("the service", "node-1, for reading"),
                    endpoints.stream().map(Endpoint::label).toList());
            assertEquals(lab.access().port(), endpoints.getFirst().port());
            assertTrue(endpoints.getLast().readOnly());
            assertFalse(provider.log(5).isEmpty());
            assertEquals(
                    List.of("plan_change you NOTABLE " + done.sentence()),
                    provider.events(5).stream().map(LabProviderTest::line).toList());
            assertEquals(
                    "Change plan to Startup-4", provider.wayBack(LAB, done).orElseThrow().title());
        }
    }

    @Test
    void movesItsMaintenanceAndFailsANode(@TempDir Path folder) throws Exception {
        FileOperationLog log = new FileOperationLog(folder.resolve("log"));
        try (LabCluster lab = SomeLab.openSmall(folder.resolve("lab"))) {
            LabProvider provider = new LabProvider(lab, log, Clock.systemUTC());
            Problem never = assertThrows(ProblemException.class, provider::versions).problem();
            assertEquals("", never.remedy(), "the lab has no console of its own to send to");
            MaintenanceWindow usual = provider.facts().window().orElseThrow();
            assertEquals(new MaintenanceWindow(DayOfWeek.SUNDAY, 4, Duration.ofHours(1)), usual);
            assertEquals(List.of(), provider.maintenance(10));

            MaintenanceWindow wanted =
                    new MaintenanceWindow(DayOfWeek.TUESDAY, 22, Duration.ofHours(1));
            Change move = provider.moveMaintenance(LAB, usual, wanted);
            assertEquals(
                    "Maintenance of the lab: Sunday 4:00 UTC -> Tuesday 22:00 UTC", move.preview());
            move.action().run();
            assertEquals(wanted, provider.facts().window().orElseThrow());
            Operation moved = new Operations(provider, log, Clock.systemUTC()).look().getFirst();
            provider.wayBack(LAB, moved).orElseThrow().action().run();
            assertEquals(usual, provider.facts().window().orElseThrow());

            Change fail = provider.failNode(LAB, provider.facts().nodes().getFirst());
            assertEquals(
                    List.of(
                            "All connections end, and nobody takes over: the node is started again"
                                    + " by itself after some seconds."),
                    fail.warnings());
            fail.action().run();
            SomeLab.settleAfterFailure(lab);
            assertEquals(
                    Operation.State.DONE,
                    new Operations(provider, log, Clock.systemUTC())
                            .look().stream()
                                    .filter(each -> each.act() == Operation.Act.NODE_FAILURE)
                                    .findFirst()
                                    .orElseThrow()
                                    .state());
        }
    }

    @Test
    void saysWhatIsPromisedLess() {
        assertEquals(
                List.of(
                        "A standby takes over: all connections end, and new ones are taken at the"
                                + " same address after some seconds.",
                        "Afterwards there are at most 25 connections instead of 200; those above"
                                + " are refused.",
                        "There will be neither standby nor backup: when the only node is lost, so"
                                + " are the data.",
                        "There will be no going back in time any more; now it is 30 d.",
                        "All backups and the WAL are removed within minutes, and changing back"
                                + " does not bring them back. Download first what is to be"
                                + " kept."),
                LabPlans.warnings(LabPlan.PREMIUM_8, LabPlan.HOBBYIST));
    }

    private static PlanOffer offer(LabProvider provider, String name) throws Exception {
        return provider.plans().stream()
                .filter(each -> each.plan().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String line(PlanOffer offer) {
        return "%s %d %d %d d %s"
                .formatted(
                        offer.plan().name(),
                        offer.plan().maxConnections().orElseThrow(),
                        offer.plan().nodes().orElseThrow(),
                        offer.plan().recoverable().orElseThrow().toDays(),
                        offer.interruption()
                                .flatMap(cut -> cut.atMost())
                                .map(Duration::toSeconds)
                                .map(seconds -> seconds + " s")
                                .orElse("-"));
    }

    private static String line(ServiceEvent event) {
        return event.type() + " " + event.who() + " " + event.weight() + " " + event.sentence();
    }

    private static String facts(LabProvider provider) throws Exception {
        var facts = provider.facts();
        return facts.plan()
                + " "
                + facts.version()
                + " "
                + facts.state()
                + " "
                + facts.nodes().stream()
                        .map(node -> node.id() + " " + node.role() + " " + node.state())
                        .collect(Collectors.joining(", "));
    }
}
