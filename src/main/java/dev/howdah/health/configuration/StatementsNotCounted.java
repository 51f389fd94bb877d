package dev.howdah.health.configuration;

import dev.howdah.core.Texts;
import dev.howdah.health.Finding.Severity;
import dev.howdah.health.Finding.Where;
import dev.howdah.health.RuleAbout;
import dev.howdah.health.RuleCard;
import dev.howdah.health.Verdict;
import dev.howdah.pg.server.ServerFacts;
import java.time.Instant;

/** Without pg_stat_statements nobody can say which statement costs most. */
public record StatementsNotCounted() implements RuleAbout<ServerFacts> {
    private static final RuleCard CARD =
            new RuleCard(
                    "statementsNotCounted",
                    22,
                    Where.EXTENSIONS,
                    Texts.of(StatementsNotCounted.class));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public Class<ServerFacts> subject() {
        return ServerFacts.class;
    }

    @Override
    public Verdict verdict(ServerFacts facts, Instant now) {
        return switch (facts.statements()) {
            case READY -> Verdict.fine();
            case NOT_CREATED -> Verdict.found(Severity.NOTICE).saying("notCreated");
            case NOT_LOADED, ABSENT -> Verdict.found(Severity.NOTICE);
        };
    }
}
