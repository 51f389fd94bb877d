package dev.howdah.health.session;

import dev.howdah.core.Texts;
import dev.howdah.health.Finding.Severity;
import dev.howdah.health.Finding.Where;
import dev.howdah.health.RuleAbout;
import dev.howdah.health.RuleCard;
import dev.howdah.health.Verdict;
import java.time.Duration;
import java.time.Instant;

/**
 * Sessions that opened a transaction and do nothing in it, holding locks and old rows.
 *
 * @param warning and {@code critical} time since the last statement. Source: reasoned between
 *     pgwatch (any session) and pganalyze and RDS (30 min), see also pgAdmin's row colours
 */
public record IdleInTransaction(Duration warning, Duration critical)
        implements RuleAbout<SessionFacts> {
    private static final RuleCard CARD =
            new RuleCard(
                    "idleInTransaction", 80, Where.ACTIVITY, Texts.of(IdleInTransaction.class));

    public IdleInTransaction() {
        this(Duration.ofMinutes(1), Duration.ofMinutes(10));
    }

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public Class<SessionFacts> subject() {
        return SessionFacts.class;
    }

    @Override
    public Verdict verdict(SessionFacts facts, Instant now) {
        return SessionVerdict.of(
                facts.idleInTransaction(),
                facts.hidden(),
                new SessionVerdict.Limits(warning, Severity.WARNING, critical, Severity.CRITICAL));
    }
}
