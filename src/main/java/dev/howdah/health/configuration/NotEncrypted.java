package dev.howdah.health.configuration;

import dev.howdah.core.Texts;
import dev.howdah.health.Finding.Severity;
import dev.howdah.health.Finding.Where;
import dev.howdah.health.RuleAbout;
import dev.howdah.health.RuleCard;
import dev.howdah.health.Verdict;
import dev.howdah.pg.server.ServerFacts;
import java.time.Instant;

/** Our own connection travels readable for everybody on the way, password verifier included. */
public record NotEncrypted() implements RuleAbout<ServerFacts> {
    private static final RuleCard CARD =
            new RuleCard("notEncrypted", 58, Where.OVERVIEW, Texts.of(NotEncrypted.class));

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
        if (facts.encrypted()) {
            return Verdict.fine();
        }
        boolean staysHere =
                facts.address().isEmpty()
                        || facts.address().get().startsWith("127.")
                        || facts.address().get().equals("::1");
        if (staysHere) {
            return Verdict.notApplicable();
        }
        return Verdict.found(Severity.WARNING).saying(facts.tlsOffered() ? "found" : "notOffered");
    }
}
