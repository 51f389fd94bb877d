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
 * Sorts and hashes that did not fit into work_mem and went to disk.
 *
 * @param noticeBytes and {@code warningBytes} a second. Source: temBoard 1/10 MB for each probe,
 *     pgwatch 10/100 MB/s
 */
public record TempFiles(double noticeBytes, double warningBytes) implements RuleAbout<VitalsTrend> {
    private static final RuleCard CARD =
            new RuleCard("tempFiles", 35, Where.STATEMENTS, Texts.of(TempFiles.class));

    public TempFiles() {
        this(1 << 20, 10 << 20);
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
        double bytes = lately.perSecond(lately.tempBytes());
        String rate = Quantities.bytes(bytes) + "/s";
        Severity severity = Verdict.noticeOrWarning(bytes, noticeBytes, warningBytes);
        Verdict verdict =
                severity == Severity.OK ? Verdict.fine(rate) : Verdict.found(severity, rate);
        return verdict.measured(rate, Quantities.bytes(noticeBytes) + "/s");
    }
}
