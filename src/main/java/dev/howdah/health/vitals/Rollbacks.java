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
 * The share of transactions that were rolled back, judged only when there were enough of them to be
 * more than one clumsy hand.
 *
 * @param noticePct and {@code warningPct} of all transactions. Source: pgwatch global 2/5 %,
 *     raised, because frameworks roll back read-only transactions as a matter of course
 * @param enough rolled back in the time looked at
 */
public record Rollbacks(double noticePct, double warningPct, long enough)
        implements RuleAbout<VitalsTrend> {
    private static final RuleCard CARD =
            new RuleCard("rollbacks", 25, Where.CHARTS, Texts.of(Rollbacks.class));

    public Rollbacks() {
        this(5, 20, 100);
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
        VitalsInterval lately = facts.lately();
        double pct = lately.rollbackPct().orElse(0);
        String share = Quantities.percent(Math.rint(pct * 10) / 10);
        Severity severity =
                lately.rollbacks() < enough
                        ? Severity.OK
                        : Verdict.noticeOrWarning(pct, noticePct, warningPct);
        Verdict verdict =
                severity == Severity.OK
                        ? Verdict.fine(share)
                        : Verdict.found(
                                severity,
                                share,
                                Quantities.perSecond(lately.perSecond(lately.rollbacks())));
        return verdict.measured(share, Quantities.percent(noticePct));
    }
}
