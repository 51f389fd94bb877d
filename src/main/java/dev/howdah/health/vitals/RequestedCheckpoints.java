package dev.howdah.health.vitals;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.health.Finding.Severity;
import dev.howdah.health.Finding.Where;
import dev.howdah.health.RuleAbout;
import dev.howdah.health.RuleCard;
import dev.howdah.health.Verdict;
import dev.howdah.pg.server.vitals.VitalsInterval;
import dev.howdah.pg.server.vitals.VitalsTrend;
import java.time.Instant;

/**
 * Checkpoints that did not wait for checkpoint_timeout: max_wal_size is too small for what is
 * written, so that pages are written more often than needed.
 *
 * @param notice and {@code warning} requested in an hour, when they are more than the timed ones.
 *     Source: pgwatch 1/2 for each probe, spread over an hour
 */
public record RequestedCheckpoints(double notice, double warning)
        implements RuleAbout<VitalsTrend> {
    private static final RuleCard CARD =
            new RuleCard(
                    "requestedCheckpoints",
                    20,
                    Where.SETTINGS,
                    Texts.of(RequestedCheckpoints.class));

    public RequestedCheckpoints() {
        this(6, 30);
    }

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public Class<VitalsTrend> subject() {
        return VitalsTrend.class;
    }

    @Override
    public Verdict verdict(VitalsTrend facts, Instant now) {
        VitalsInterval hour = facts.lastHour();
        double perHour = hour.perSecond(hour.checkpointsRequested()) * 3_600;
        boolean isMost = hour.checkpointsRequested() > hour.checkpointsTimed();
        // in the first minutes one checkpoint by hand would count as many an hour
        boolean isEnough = hour.checkpointsRequested() >= 3;
        Severity severity =
                isMost && isEnough
                        ? Verdict.noticeOrWarning(perHour, notice, warning)
                        : Severity.OK;
        String stretch = Quantities.duration(hour.elapsed());
        Verdict verdict =
                severity == Severity.OK
                        ? Verdict.fine(hour.checkpointsRequested(), stretch)
                        : Verdict.found(severity, hour.checkpointsRequested(), stretch);
        return verdict.measured(
                        Quantities.count(hour.checkpointsRequested()),
                        Quantities.shortCount(notice) + " an hour")
                .filtered("max_wal_size");
    }
}
