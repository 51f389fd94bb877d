package dev.howdah.health.provider;

import dev.howdah.core.Texts;
import dev.howdah.health.Finding.Severity;
import dev.howdah.health.Finding.Where;
import dev.howdah.health.RuleAbout;
import dev.howdah.health.RuleCard;
import dev.howdah.health.Verdict;
import dev.howdah.provider.service.ServiceFacts;
import dev.howdah.provider.service.Switch;
import java.time.Instant;
import java.util.Optional;

/**
 * The provider has no list of addresses for the server, but a switch that lets the internet in, and
 * it is on. Where there is a list {@link OpenToEverybody} judges.
 */
public record PublicAccess() implements RuleAbout<ServiceFacts> {
    private static final Texts TEXTS = Texts.of(PublicAccess.class);
    private static final RuleCard CARD = new RuleCard("publicAccess", 61, Where.SWITCHES, TEXTS);

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public Class<ServiceFacts> subject() {
        return ServiceFacts.class;
    }

    /** Nobody hosts it for us, so there is no switch. */
    @Override
    public Severity whenUnsupported() {
        return Severity.NOT_APPLICABLE;
    }

    @Override
    public Verdict verdict(ServiceFacts facts, Instant now) {
        Optional<Switch.Position> position =
                Optional.ofNullable(facts.switches().get(Switch.PUBLIC_ACCESS));
        if (position.isEmpty()) {
            return Verdict.notApplicable();
        }
        String name =
                Optional.ofNullable(facts.switchWords().get(Switch.PUBLIC_ACCESS))
                        .orElse(TEXTS.text("publicAccess.title"));
        return switch (position.get()) {
            case ON -> Verdict.found(Severity.WARNING, name);
            case TURNING_ON -> Verdict.found(Severity.WARNING, name).saying("turningOn");
            case TURNING_OFF -> Verdict.found(Severity.WARNING, name).saying("turningOff");
            case OFF -> Verdict.fine(name);
            case TURNING, FAILED, UNKNOWN -> Verdict.unknown(name);
        };
    }
}
