package dev.howdah.provider.lab;

import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Operation.Act;
import dev.howdah.core.change.OperationLog;
import dev.howdah.lab.LabCluster;
import dev.howdah.lab.LabFacts;
import dev.howdah.lab.SomeLab;
import dev.howdah.lab.access.AccessRules;
import dev.howdah.lab.archive.DailyBackup;
import dev.howdah.lab.backup.BackupFacts;
import dev.howdah.lab.node.ControlPlane;
import dev.howdah.lab.node.LabAccess;
import dev.howdah.lab.operation.LabOperation;
import dev.howdah.lab.operation.LabOperation.State;
import dev.howdah.lab.plan.LabPlan;
import dev.howdah.provider.Provider;
import dev.howdah.provider.ProviderStage;
import dev.howdah.provider.plan.PlanOffer;
import dev.howdah.testing.Await;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A real lab that all stages share, each on a single node, so that a change of the plan is one
 * restart. Requests to it can't be lost; its node can be killed at any moment.
 */
final class LabStage implements ProviderStage {
    private static final AccessRules BEGIN =
            new AccessRules(List.of(new AccessRules.Entry("192.0.2.0/24", "")), false);
    private static final Map<Act, LabOperation.Act> ACTS =
            Map.of(
                    Act.PLAN_CHANGE, LabOperation.Act.PLAN_CHANGE,
                    Act.ALLOWLIST, LabOperation.Act.ALLOWLIST,
                    Act.SWITCH, LabOperation.Act.SWITCH,
                    Act.BACKUP, LabOperation.Act.BACKUP,
                    Act.BACKUP_SCHEDULE, LabOperation.Act.SCHEDULE,
                    Act.MAINTENANCE_WINDOW, LabOperation.Act.MAINTENANCE_WINDOW,
                    Act.RECOVERY, LabOperation.Act.RECOVERY);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final LabCluster lab;
    private final List<LabOperation> before;
    private Duration passed = Duration.ZERO;
    private @Nullable CompletableFuture<Void> storm;

    LabStage(LabCluster lab) {
        this.lab = lab;
        SomeLab.settle(lab);
        try {
            reset();
        } catch (ProblemException e) {
            throw new IllegalStateException(e);
        }
        before = lab.operations().all();
    }

    /** A plan with backups, one backup, and the rule that the contract begins with. */
    private void reset() throws ProblemException {
        if (lab.facts().plan() != LabPlan.STARTUP_4) {
            lab.changePlan(UUID.randomUUID(), LabPlan.STARTUP_4);
            SomeLab.settle(lab);
        }
        if (!lab.keeping().archive().hasBackup()) {
            lab.keeping().backUp(UUID.randomUUID(), BackupFacts.Kind.ON_DEMAND);
            SomeLab.settle(lab);
        }
        if (!lab.keeping().archive().daily().equals(DailyBackup.USUAL)) {
            lab.keeping().setDaily(UUID.randomUUID(), DailyBackup.USUAL);
        }
        if (!lab.keeping().admission().rules().equals(BEGIN)) {
            lab.keeping().admission().allow(UUID.randomUUID(), BEGIN);
        }
    }

    @Override
    public Provider provider(OperationLog log) {
        return new LabProvider(lab, log, clock());
    }

    @Override
    public Clock clock() {
        InstantSource shifted = () -> Instant.now().plus(passed);
        return shifted.withZone(ZoneOffset.UTC);
    }

    /** For the lab itself it takes the time it takes. */
    @Override
    public void pass(Duration duration) {
        passed = passed.plus(duration);
        Await.until("nothing is under way", LIMIT, () -> lab.facts().underWay().isEmpty());
    }

    @Override
    public int writes() {
        return (int) since(before).stream().filter(LabStage::isAsked).count();
    }

    /** By the lab's record, as long as its server agrees with the plan. */
    @Override
    public int effects(Act act) {
        SomeLab.settle(lab);
        if (!serverIsOnThePlan()) {
            return -1;
        }
        return (int)
                since(before).stream()
                        .filter(each -> each.act() == ACTS.get(act))
                        .filter(each -> each.state() != State.FAILED)
                        .count();
    }

    private boolean serverIsOnThePlan() {
        try {
            LabFacts facts = lab.facts();
            LabAccess control = lab.access().withUser(ControlPlane.ROLE, lab.access().password());
            return SomeLab.ask(control, "SHOW max_connections")
                    .equals(List.of(Integer.toString(facts.plan().maxConnections())));
        } catch (SQLException | ProblemException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<LabOperation> since(List<LabOperation> known) {
        return lab.operations().all().stream()
                .filter(each -> known.stream().noneMatch(old -> old.id().equals(each.id())))
                .toList();
    }

    private static boolean isAsked(LabOperation operation) {
        return operation.act() != LabOperation.Act.REPAIR;
    }

    @Override
    public List<String> allowed() {
        return SomeLab.allowed(lab);
    }

    @Override
    public Instant recoverable() {
        return SomeLab.earliest(lab);
    }

    /** Between the two plans of one node, so that no standby has to be built. */
    @Override
    public PlanOffer chosen(List<PlanOffer> offers) {
        return offers.stream()
                .filter(offer -> offer.plan().nodes().orElse(0) == 1)
                .findFirst()
                .orElseThrow();
    }

    /** Each takes some seconds of a real server. */
    @Override
    public int schedules() {
        return 3;
    }

    @Override
    public int longSchedules() {
        return 150;
    }

    @Override
    public boolean isFarAway() {
        return false;
    }

    @Override
    public void loseNextReply() {
        throw new UnsupportedOperationException("the lab is not far away");
    }

    @Override
    public void loseNextRequest() {
        throw new UnsupportedOperationException("the lab is not far away");
    }

    /** Kills the node, twice within the next second. */
    @Override
    public void storm(long seed) {
        Random random = new Random(seed);
        storm =
                CompletableFuture.allOf(
                        killAfter(random.nextInt(500)), killAfter(500 + random.nextInt(500)));
    }

    private CompletableFuture<Void> killAfter(int millis) {
        return CompletableFuture.runAsync(
                this::kill, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
    }

    private void kill() {
        try {
            lab.killNode(lab.facts().nodes().getFirst().number());
        } catch (ProblemException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void calm() {
        CompletableFuture<Void> blowing = storm;
        if (blowing != null) {
            blowing.join();
        }
        SomeLab.settle(lab);
    }

    @Override
    public void close() {
        calm();
    }
}
