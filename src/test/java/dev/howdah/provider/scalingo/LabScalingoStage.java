package dev.howdah.provider.scalingo;

import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Operation.Act;
import dev.howdah.core.change.OperationLog;
import dev.howdah.lab.LabCluster;
import dev.howdah.lab.SomeLab;
import dev.howdah.lab.access.AccessRules;
import dev.howdah.lab.archive.DailyBackup;
import dev.howdah.lab.operation.LabOperation;
import dev.howdah.provider.Provider;
import dev.howdah.provider.ProviderStage;
import dev.howdah.provider.plan.PlanOffer;
import dev.howdah.provider.scalingo.FakeScalingo.Trouble;
import dev.howdah.testing.Await;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A database of the fake Scalingo with a lab behind it. What is lost on the way and what goes wrong
 * at Scalingo is played as ever; whether something has taken effect, the lab is asked.
 */
final class LabScalingoStage implements ProviderStage {
    private static final AccessRules BEGIN =
            new AccessRules(List.of(new AccessRules.Entry("192.0.2.0/24", "old office")), false);
    private static final Map<Act, LabOperation.Act> ACTS =
            Map.of(
                    Act.PLAN_CHANGE, LabOperation.Act.PLAN_CHANGE,
                    Act.SWITCH, LabOperation.Act.SWITCH,
                    Act.BACKUP, LabOperation.Act.BACKUP,
                    Act.BACKUP_SCHEDULE, LabOperation.Act.SCHEDULE,
                    Act.MAINTENANCE_WINDOW, LabOperation.Act.MAINTENANCE_WINDOW,
                    Act.RECOVERY, LabOperation.Act.RECOVERY);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String USER = "analyst_1";

    private final LabCluster lab;
    private final LabBehindTheFake behind;
    private final ScalingoStage stage;
    private final List<UUID> before;

    LabScalingoStage(LabCluster lab, boolean dedicated, boolean documented)
            throws IOException, ProblemException {
        this.lab = lab;
        behind = new LabBehindTheFake(lab);
        behind.sql().drop(USER);
        if (!lab.keeping().archive().daily().equals(DailyBackup.USUAL)) {
            behind.schedule(true, DailyBackup.USUAL.hourUtc());
        }
        if (!lab.keeping().admission().rules().equals(BEGIN)) {
            lab.keeping().admission().allow(UUID.randomUUID(), BEGIN);
        }
        before = lab.operations().all().stream().map(LabOperation::id).toList();
        stage = new ScalingoStage(dedicated, documented, Instant.now(), behind);
        stage.database.hour = DailyBackup.USUAL.hourUtc();
        stage.database.earliest = Instant.EPOCH;
    }

    @Override
    public Provider provider(OperationLog log) {
        return stage.provider(log);
    }

    @Override
    public Clock clock() {
        return stage.clock();
    }

    /** For the lab it takes the time it takes. */
    @Override
    public void pass(Duration duration) {
        Await.until("nothing is under way", LIMIT, () -> lab.facts().underWay().isEmpty());
        stage.pass(duration);
    }

    @Override
    public int writes() {
        return stage.writes();
    }

    /** By the lab's record, where the lab does it. */
    @Override
    public int effects(Act act) {
        SomeLab.settle(lab);
        if (act == Act.USER_CREATED) {
            return users();
        }
        LabOperation.Act ours = ACTS.get(act);
        return ours == null
                ? stage.effects(act)
                : (int)
                        lab.operations().all().stream()
                                .filter(each -> !before.contains(each.id()))
                                .filter(each -> each.act() == ours)
                                .filter(each -> each.state() != LabOperation.State.FAILED)
                                .count();
    }

    private int users() {
        try {
            return behind.present(List.of(USER)).size();
        } catch (ProblemException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<String> allowed() {
        return SomeLab.allowed(lab);
    }

    @Override
    public Instant recoverable() {
        return SomeLab.earliest(lab);
    }

    /** The cheapest, so that no more standbys are built than need be. */
    @Override
    public PlanOffer chosen(List<PlanOffer> offers) {
        return offers.getFirst();
    }

    /** Each takes some seconds of a real server. */
    @Override
    public int schedules() {
        return 5;
    }

    @Override
    public int longSchedules() {
        return 150;
    }

    @Override
    public void loseNextReply() {
        stage.loseNextReply();
    }

    @Override
    public void loseNextRequest() {
        stage.loseNextRequest();
    }

    /** The next file is cut in the middle. */
    void cutNextDownload() {
        AtomicBoolean first = new AtomicBoolean(true);
        stage.scalingo.weather(asked ->
                asked.uri().getPath().startsWith("/files/") && first.getAndSet(false)
                        ? Trouble.CUT
                        : Trouble.NONE);
    }

    @Override
    public void storm(long seed) {
        stage.weather().shortStorm(seed);
    }

    @Override
    public void calm() {
        stage.calm();
    }

    @Override
    public void close() {
        Await.until("nothing is under way", LIMIT, () -> lab.facts().underWay().isEmpty());
        stage.close();
    }
}
