package dev.howdah.health.configuration;

import dev.howdah.core.Texts;
import dev.howdah.health.Finding.Severity;
import dev.howdah.health.Finding.Where;
import dev.howdah.health.RuleAbout;
import dev.howdah.health.RuleCard;
import dev.howdah.health.Verdict;
import dev.howdah.pg.server.HealthFacts;
import dev.howdah.pg.server.HealthFacts.UnsafeSettingRow;
import java.time.Instant;

/**
 * Parameters that risk data at the next crash (critical) or let tables rot (warning). Source:
 * pganalyze (fsync off is critical), PostgreSQL's documentation of each.
 */
public record UnsafeSettings() implements RuleAbout<HealthFacts> {
    private static final RuleCard CARD =
            new RuleCard("unsafeSettings", 98, Where.SETTINGS, Texts.of(UnsafeSettings.class));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public Class<HealthFacts> subject() {
        return HealthFacts.class;
    }

    @Override
    public Verdict verdict(HealthFacts facts, Instant now) {
        if (facts.unsafeSettings().isEmpty()) {
            return Verdict.fine();
        }
        UnsafeSettingRow worst = facts.unsafeSettings().getFirst();
        int count = facts.unsafeSettings().size();
        return Verdict.found(
                        worst.losesData() ? Severity.CRITICAL : Severity.WARNING,
                        count,
                        worst.name(),
                        worst.value())
                .measured(worst.name() + " = " + worst.value(), "")
                .filtered(worst.name());
    }
}
