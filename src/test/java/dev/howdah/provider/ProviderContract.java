package dev.howdah.provider;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem.Kind;
import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.Operation.Act;
import dev.howdah.core.change.Operation.State;
import dev.howdah.core.change.OperationLog;
import dev.howdah.journal.FileOperationLog;
import dev.howdah.provider.capability.Capabilities;
import dev.howdah.provider.capability.Capability;
import dev.howdah.provider.plan.PlanOffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every adapter promises, whoever the provider is. A subclass gives the stage; the same suite
 * then runs for it.
 */
public abstract class ProviderContract {
    @TempDir private Path temporary;

    private ProviderStage stage;
    private OperationLog log;
    private Provider provider;

    /** A service that runs, on a plan from which one may change, with the rule 192.0.2.0/24. */
    protected abstract ProviderStage stage() throws Exception;

    @BeforeEach
    void open() throws Exception {
        stage = stage();
        log = new FileOperationLog(temporary);
        provider = stage.provider(log);
    }

    @AfterEach
    void close() {
        stage.close();
    }

    private Change change(Act act) throws ProblemException {
        return SomeChanges.of(act, provider, SomeChanges.TARGET, stage);
    }

    @Test
    void everythingIsOfferedOrHasAReason() {
        Capabilities capabilities = provider.capabilities();
        for (Capability each : Capability.values()) {
            assertEquals(
                    capabilities.offers(each), capabilities.whyNot(each).isEmpty(), each.name());
            capabilities.whyNot(each).ifPresent(reason -> assertTrue(reason.endsWith("."), reason));
        }
        assertFalse(SomeChanges.offered(provider).isEmpty());
    }

    @TestFactory
    List<DynamicTest> whatIsReadIsThereOrRefusedWithTheReason() {
        record Read(Capability capability, Executable executable) {}
        return List.of(
                        new Read(Capability.FACTS, () -> provider.facts()),
                        new Read(Capability.CONNECTION, () -> provider.connection()),
                        new Read(Capability.PLANS, () -> provider.plans()),
                        new Read(Capability.ALLOWLIST, () -> provider.allowlist()),
                        new Read(Capability.OWN_ADDRESS, () -> provider.ownAddress()),
                        new Read(Capability.BACKUPS, () -> provider.backups()),
                        new Read(Capability.RECOVERY_WINDOW, () -> provider.recoveryWindow()),
                        new Read(Capability.USERS, () -> provider.users()),
                        new Read(Capability.VERSION_UPGRADE, () -> provider.versions()),
                        new Read(Capability.MAINTENANCE_LIST, () -> provider.maintenance(10)),
                        new Read(Capability.METRICS, () -> provider.metrics()),
                        new Read(Capability.LOGS, () -> provider.log(10)),
                        new Read(Capability.EVENTS, () -> provider.events(10)),
                        new Read(Capability.RUNNING_QUERIES, () -> provider.runningQueries()))
                .stream()
                .map(read ->
                        DynamicTest.dynamicTest(
                                read.capability().name(),
                                () -> readOrRefused(read.capability(), read.executable())))
                .toList();
    }

    private void readOrRefused(Capability capability, Executable read) throws Throwable {
        if (provider.capabilities().offers(capability)) {
            read.execute();
        } else {
            ProblemException refusal = assertThrows(ProblemException.class, read);
            assertEquals(Kind.NOT_SUPPORTED, refusal.problem().kind());
            assertEquals(
                    provider.capabilities().whyNot(capability).orElseThrow(),
                    refusal.problem().sentence());
        }
        assertEquals(0, stage.writes());
    }

    @Test
    void theFactsNameAPlanOfTheListAndItIsTheCurrentOne() throws Exception {
        String plan = provider.facts().plan();

        assertEquals(
                List.of(plan),
                provider.plans().stream()
                        .filter(PlanOffer::current)
                        .map(offer -> offer.plan().name())
                        .toList());
        assertTrue(
                provider.plans().stream()
                        .filter(PlanOffer::current)
                        .allMatch(offer -> offer.whyNot().isPresent()));
    }

    @TestFactory
    List<DynamicTest> nothingIsSentUntilTheChangeRunsAndThenItHappensOnce() {
        return eachAct(act -> {
            Change change = change(act);
            assertEquals(0, stage.writes());
            assertFalse(change.preview().isBlank());

            ChangeOutcome outcome = change.action().run();

            assertEquals(ChangeOutcome.Status.DONE, outcome.status(), outcome.sentence());
            assertEquals(change.id(), operations().getFirst().id());
            assertEquals(State.DONE, ended().getFirst().state());
            assertHappened(act, 1);
        });
    }

    @TestFactory
    List<DynamicTest> aReadOnlyProfileSendsNothing() {
        return eachAct(act -> {
            Change change = SomeChanges.of(act, provider, SomeChanges.READ_ONLY, stage);

            ProblemException refusal =
                    assertThrows(ProblemException.class, () -> change.action().run());

            assertEquals(Kind.NOT_PERMITTED, refusal.problem().kind());
            assertEquals(0, stage.writes());
            assertEquals(List.of(), operations());
        });
    }

    @TestFactory
    List<DynamicTest> aLostReplyIsFoundByReadingAndNothingIsSentAgain() {
        return eachActFarAway(act -> {
            Change change = change(act);
            stage.loseNextReply();
            change.action().run();
            provider = stage.provider(log);

            assertEquals(State.DONE, ended().getFirst().state());
            assertHappened(act, 1);
        });
    }

    @TestFactory
    List<DynamicTest> aConsoleKilledBeforeItCouldNoteTheAnswerFindsTheOperationAgain() {
        return eachAct(act -> {
            Provider dying = stage.provider(new DyingLog(log));
            Change change = SomeChanges.of(act, dying, SomeChanges.TARGET, stage);

            assertThrows(DyingLog.Killed.class, () -> change.action().run());

            assertEquals(State.SUBMITTING, operations().getFirst().state());
            assertEquals(State.DONE, ended().getFirst().state());
            assertHappened(act, 1);
        });
    }

    @TestFactory
    List<DynamicTest> aRequestThatNeverArrivedIsSaidToHaveFailed() {
        return eachActFarAway(act -> {
            Change change = change(act);
            stage.loseNextRequest();

            ChangeOutcome outcome = change.action().run();

            assertEquals(ChangeOutcome.Status.UNKNOWN, outcome.status());
            assertEquals(State.FAILED, ended().getFirst().state());
            assertHappened(act, 0);
        });
    }

    @TestFactory
    List<DynamicTest> whileTheFateOfOneIsNotKnownNoneLikeItIsSent() {
        return eachActFarAway(act -> {
            Change first = change(act);
            Change second = change(act);
            stage.loseNextRequest();
            first.action().run();
            int writes = stage.writes();

            ProblemException refusal =
                    assertThrows(ProblemException.class, () -> second.action().run());

            assertEquals(Kind.LOCKED, refusal.problem().kind());
            assertEquals(writes, stage.writes());
        });
    }

    @Test
    void twoHundredDoubleClicksChangeThePlanOnce() throws Exception {
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            changes.add(change(Act.PLAN_CHANGE));
        }
        int before = stage.writes();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> runs = new ArrayList<>();
            for (Change change : changes) {
                runs.add(threads.submit(run(change)));
            }
            int taken = 0;
            for (Future<Boolean> run : runs) {
                taken += run.get() ? 1 : 0;
            }
            assertEquals(1, taken);
        }
        assertEquals(before + 1, stage.writes());
        ended();
        assertHappened(Act.PLAN_CHANGE, 1);
    }

    private static Callable<Boolean> run(Change change) {
        return () -> {
            try {
                change.action().run();
                return true;
            } catch (ProblemException _) {
                return false;
            }
        };
    }

    @TestFactory
    List<DynamicTest> theWayBackIsThereAfterARestart() {
        return eachAct(act -> {
            change(act).action().run();
            Operation done = ended().getFirst();
            provider = stage.provider(log);

            var back = provider.wayBack(SomeChanges.TARGET, done);

            if (back.isPresent()) {
                List<String> changed = stage.allowed();
                back.get().action().run();
                assertEquals(State.DONE, ended().getFirst().state());
                if (act == Act.ALLOWLIST) {
                    assertFalse(changed.equals(stage.allowed()));
                    assertEquals(List.of("192.0.2.0/24"), stage.allowed());
                }
            }
        });
    }

    @Test
    void noScheduleOfFaultsMakesAChangeTwiceOrLosesOne() throws Exception {
        play(stage.schedules());
    }

    @Test
    @Tag("long")
    void noneOfThousandsOfSchedulesDoesEither() throws Exception {
        play(stage.longSchedules());
    }

    private void play(int schedules) throws Exception {
        for (int seed = 1; seed <= schedules; seed++) {
            close();
            stage = stage();
            new FaultSchedule(stage, temporary.resolve("run-" + seed), seed).play();
        }
    }

    private void assertHappened(Act act, int times) {
        if (act == Act.ALLOWLIST) {
            assertEquals(
                    times == 0
                            ? List.of("192.0.2.0/24")
                            : List.of("203.0.113.0/24", "198.51.100.7/32"),
                    stage.allowed());
        } else {
            assertEquals(times, stage.effects(act));
        }
    }

    private List<Operation> operations() throws ProblemException {
        return new Operations(provider, log, stage.clock()).all();
    }

    private List<Operation> ended() throws ProblemException {
        return FaultSchedule.ended(provider, log, stage);
    }

    private List<DynamicTest> eachActFarAway(Play play) {
        return stage.isFarAway() ? eachAct(play) : List.of();
    }

    /** Each on a stage of its own. */
    private List<DynamicTest> eachAct(Play play) {
        return SomeChanges.offered(provider).stream()
                .map(act ->
                        DynamicTest.dynamicTest(
                                act.name(),
                                () -> {
                                    close();
                                    stage = stage();
                                    log = new FileOperationLog(temporary.resolve(act.name()));
                                    provider = stage.provider(log);
                                    play.play(act);
                                }))
                .toList();
    }

    /** Plays one act. */
    @FunctionalInterface
    private interface Play {
        void play(Act act) throws Exception;
    }
}
