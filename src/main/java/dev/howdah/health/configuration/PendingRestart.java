package dev.howdah.health.configuration;

import dev.howdah.core.Texts;
import dev.howdah.health.Finding.Severity;
import dev.howdah.health.Finding.Where;
import dev.howdah.health.RuleAbout;
import dev.howdah.health.RuleCard;
import dev.howdah.health.Verdict;
import dev.howdah.pg.server.HealthFacts;
import java.time.Instant;

/** Parameters that were changed and do nothing until the server restarts. */
public record PendingRestart() implements RuleAbout<HealthFacts> {
    private static final RuleCard CARD =
            new RuleCard("pendingRestart", 15, Where.SETTINGS, Texts.of(PendingRestart.class));

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
        if (facts.pendingRestart().isEmpty()) {
            return Verdict.fine();
        }
        int count = facts.pendingRestart().size();
        String first = facts.pendingRestart().getFirst();
        return Verdict.found(Severity.NOTICE, count, first)
                .measured(Integer.toString(count), "0")
                .filtered(count == 1 ? first : "");
    }
}
