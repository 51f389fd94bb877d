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
 * Statements that have been running for long. A long report is no emergency, so the worst it gets
 * is a warning.
 *
 * @param notice and {@code warning} since the statement began. Source: PgHero 60 s, Supabase and
 *     pg-console 5 min
 */
public record LongRunningStatement(Duration notice, Duration warning)
        implements RuleAbout<SessionFacts> {
    private static final RuleCard CARD =
            new RuleCard(
                    "longRunningStatement",
                    50,
                    Where.ACTIVITY,
                    Texts.of(LongRunningStatement.class));

    public LongRunningStatement() {
        this(Duration.ofMinutes(1), Duration.ofMinutes(5));
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
                facts.running(),
                facts.hidden(),
                new SessionVerdict.Limits(notice, Severity.NOTICE, warning, Severity.WARNING));
    }
}
