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
 * How many blocks were found in shared_buffers, judged only while many are read, because the share
 * alone says nothing on a quiet server.
 *
 * @param noticePct and {@code warningPct} below which it is low. Source: temBoard 90/80, pgwatch 80
 * @param busyBlocksPerSecond read from the operating system; below it nothing is said
 */
public record CacheHits(double noticePct, double warningPct, double busyBlocksPerSecond)
        implements RuleAbout<VitalsTrend> {
    private static final RuleCard CARD =
            new RuleCard("cacheHits", 30, Where.CHARTS, Texts.of(CacheHits.class));

    public CacheHits() {
        this(90, 80, 1_000);
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
        double read = lately.perSecond(lately.blocksRead());
        double hit = lately.cacheHitPct().orElse(100);
        String share = Quantities.percent(Math.floor(hit * 10) / 10);
        String limit = Quantities.percent(noticePct);
        if (read < busyBlocksPerSecond) {
            return Verdict.fine(Quantities.shortCount(read)).saying("quiet").measured(share, limit);
        }
        Severity severity =
                hit < warningPct
                        ? Severity.WARNING
                        : hit < noticePct ? Severity.NOTICE : Severity.OK;
        Verdict verdict =
                severity == Severity.OK
                        ? Verdict.fine(share)
                        : Verdict.found(severity, share, Quantities.perSecond(read));
        return verdict.measured(share, limit);
    }
}
