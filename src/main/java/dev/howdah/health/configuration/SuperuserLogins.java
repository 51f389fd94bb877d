package dev.howdah.health.configuration;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.health.Finding.Severity;
import dev.howdah.health.Finding.Where;
import dev.howdah.health.RuleAbout;
import dev.howdah.health.RuleCard;
import dev.howdah.health.Verdict;
import dev.howdah.pg.server.HealthFacts;
import java.time.Instant;

/**
 * Roles that may do everything and log in.
 *
 * @param notice how many are many. Source: pgwatch reco_superusers
 */
public record SuperuserLogins(long notice) implements RuleAbout<HealthFacts> {
    private static final RuleCard CARD =
            new RuleCard("superuserLogins", 18, Where.USERS, Texts.of(SuperuserLogins.class));

    public SuperuserLogins() {
        this(10);
    }

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
        long count = facts.superuserLogins();
        Verdict verdict =
                count >= notice ? Verdict.found(Severity.NOTICE, count) : Verdict.fine(count);
        return verdict.measured(Quantities.count(count), Quantities.count(notice));
    }
}
