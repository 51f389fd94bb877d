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
 * Transactions that stay open, working or not: VACUUM can't remove what they may still see.
 *
 * @param notice and {@code warning} since the transaction began. Source: pgwatch global health 5/10
 *     min, raised, because idle ones are judged by themselves
 */
public record LongTransaction(Duration notice, Duration warning)
        implements RuleAbout<SessionFacts> {
    private static final RuleCard CARD =
            new RuleCard("longTransaction", 55, Where.ACTIVITY, Texts.of(LongTransaction.class));

    public LongTransaction() {
        this(Duration.ofMinutes(10), Duration.ofHours(1));
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
                facts.inTransaction(),
                facts.hidden(),
                new SessionVerdict.Limits(notice, Severity.NOTICE, warning, Severity.WARNING));
    }
}
