package dev.howdah.health;

import dev.howdah.health.Finding.Severity;
import dev.howdah.health.Finding.Where;
import dev.howdah.pg.server.ServerFacts;
import java.time.Instant;

/** Without pg_stat_statements nobody can say which statement costs most. */
record StatementsNotCounted() implements RuleAbout<ServerFacts> {
    private static final RuleCard CARD = new RuleCard("statementsNotCounted", 22, Where.EXTENSIONS);

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
