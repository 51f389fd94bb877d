package dev.howdah.health.vitals;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.health.Finding.Severity;
import dev.howdah.health.Finding.Where;
import dev.howdah.health.RuleAbout;
import dev.howdah.health.RuleCard;
import dev.howdah.health.Verdict;
import dev.howdah.pg.server.vitals.VitalsSnapshot;
import java.time.Instant;

/**
 * How many of the connections that ordinary roles can have are taken.
 *
 * @param warningPct and {@code criticalPct} of max_connections without the reserved ones. Source:
 *     temBoard sessions_usage 80/90, pg-console 90, the TechCorp alert at 400 of 500
 */
public record ConnectionsNearLimit(double warningPct, double criticalPct)
        implements RuleAbout<VitalsSnapshot> {
    private static final RuleCard CARD =
            new RuleCard(
                    "connectionsNearLimit",
                    90,
                    Where.ACTIVITY,
                    Texts.of(ConnectionsNearLimit.class));

    public ConnectionsNearLimit() {
        this(80, 90);
    }

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public Class<VitalsSnapshot> subject() {
        return VitalsSnapshot.class;
    }

    @Override
    public Verdict verdict(VitalsSnapshot facts, Instant now) {
        int usable = facts.usableConnections();
        double pct = usable <= 0 ? 100 : 100.0 * facts.sessions() / usable;
        Severity severity = Verdict.warningOrCritical(pct, warningPct, criticalPct);
        Verdict verdict =
                severity == Severity.OK
                        ? Verdict.fine(facts.sessions(), usable)
                        : Verdict.found(
                                severity,
                                facts.sessions(),
                                usable,
                                Quantities.percent(Math.rint(pct)));
        return verdict.measured(facts.sessions() + " of " + usable, Quantities.percent(warningPct));
    }
}
