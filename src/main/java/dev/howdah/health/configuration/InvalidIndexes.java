package dev.howdah.health.configuration;

import dev.howdah.core.Texts;
import dev.howdah.health.Finding.Severity;
import dev.howdah.health.Finding.Where;
import dev.howdah.health.RuleAbout;
import dev.howdah.health.RuleCard;
import dev.howdah.health.Verdict;
import dev.howdah.pg.server.objects.InvalidIndexesSnapshot;
import dev.howdah.pg.server.objects.InvalidIndexesSnapshot.IndexRow;
import java.time.Instant;

/** Indexes whose build failed half way. Source: PgHero, pganalyze and pgwatch report any. */
public record InvalidIndexes() implements RuleAbout<InvalidIndexesSnapshot> {
    private static final RuleCard CARD =
            new RuleCard("invalidIndexes", 40, Where.STATEMENTS, Texts.of(InvalidIndexes.class));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public Class<InvalidIndexesSnapshot> subject() {
        return InvalidIndexesSnapshot.class;
    }

    @Override
    public Verdict verdict(InvalidIndexesSnapshot facts, Instant now) {
        if (facts.indexes().isEmpty()) {
            return Verdict.fine();
        }
        IndexRow first = facts.indexes().getFirst();
        return Verdict.found(
                        Severity.NOTICE,
                        facts.indexes().size(),
                        first.schema() + "." + first.name(),
                        first.schema() + "." + first.table())
                .measured(Integer.toString(facts.indexes().size()), "0");
    }
}
