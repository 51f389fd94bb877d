package dev.howdah.provider.lab;

import dev.howdah.core.Operation.Act;
import dev.howdah.core.OperationLog;
import dev.howdah.core.ProblemException;
import dev.howdah.lab.LabCluster;
import dev.howdah.lab.LabFacts;
import dev.howdah.lab.SomeLab;
import dev.howdah.lab.operation.LabOperation;
import dev.howdah.lab.operation.LabOperation.State;
import dev.howdah.provider.PlanOffer;
import dev.howdah.provider.Provider;
import dev.howdah.provider.ProviderStage;
import dev.howdah.testing.Await;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A real lab that all stages share, each on a single node, so that a change of the plan is one
 * restart. Requests to it can't be lost; its node can be killed at any moment.
 */
final class LabStage implements ProviderStage {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final LabCluster lab;
    private final List<LabOperation> before;
    private Duration passed = Duration.ZERO;
    private @Nullable CompletableFuture<Void> storm;

    LabStage(LabCluster lab) {
        this.lab = lab;
        SomeLab.settle(lab);
        before = lab.operations().all();
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
        if (act != Act.PLAN_CHANGE || !serverIsOnThePlan()) {
            return -1;
        }
        return (int)
                since(before).stream()
                        .filter(LabStage::isAsked)
                        .filter(each -> each.state() != State.FAILED)
                        .count();
    }

    private boolean serverIsOnThePlan() {
        try {
            LabFacts facts = lab.facts();
            return SomeLab.ask(lab, "SHOW max_connections")
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
        return List.of();
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
