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
 * Deadlocks in the last hour that was looked at.
 *
 * @param notice and {@code warning} how many. Source: the TechCorp alert (any), pg-console 10 an
 *     hour
 */
public record Deadlocks(long notice, long warning) implements RuleAbout<VitalsTrend> {
    private static final RuleCard CARD =
            new RuleCard("deadlocks", 45, Where.CHARTS, Texts.of(Deadlocks.class));

    public Deadlocks() {
        this(1, 10);
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
        String stretch = Quantities.duration(hour.elapsed());
        Severity severity = Verdict.noticeOrWarning(hour.deadlocks(), notice, warning);
        Verdict verdict =
                severity == Severity.OK
                        ? Verdict.fine(stretch)
                        : Verdict.found(severity, hour.deadlocks(), stretch);
        return verdict.measured(Quantities.count(hour.deadlocks()), Quantities.count(notice));
    }
}
