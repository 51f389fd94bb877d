package dev.howdah.health.provider;

import dev.howdah.core.Texts;
import dev.howdah.health.Finding.Severity;
import dev.howdah.health.Finding.Where;
import dev.howdah.health.RuleAbout;
import dev.howdah.health.RuleCard;
import dev.howdah.health.Verdict;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Allowlist;
import java.time.Instant;
import java.util.List;

/** The provider lets every address on the internet try a password. */
public record OpenToEverybody() implements RuleAbout<Allowlist> {
    private static final RuleCard CARD =
            new RuleCard("openToEverybody", 62, Where.ALLOWLIST, Texts.of(OpenToEverybody.class));

    @Override
    public RuleCard card() {
        return CARD;
    }

    @Override
    public Class<Allowlist> subject() {
        return Allowlist.class;
    }

    /** Without a list of the provider's there is nothing to judge. */
    @Override
    public Severity whenUnsupported() {
        return Severity.NOT_APPLICABLE;
    }

    @Override
    public Verdict verdict(Allowlist facts, Instant now) {
        if (facts.rules().isEmpty()) {
            return facts.emptyMeansOpen() && !facts.onThisDesktop()
                    ? Verdict.found(Severity.WARNING).saying("empty")
                    : Verdict.fine(0);
        }
        List<String> open =
                facts.rules().stream()
                        .map(AllowRule::origin)
                        .filter(OpenToEverybody::isEverybody)
                        .map(AllowRule.Origin::text)
                        .toList();
        if (open.isEmpty()) {
            return Verdict.fine(facts.rules().size());
        }
        return facts.onThisDesktop()
                ? Verdict.fine(String.join(", ", open)).saying("here")
                : Verdict.found(Severity.WARNING, String.join(", ", open));
    }

    private static boolean isEverybody(AllowRule.Origin origin) {
        return origin instanceof AllowRule.Range(var cidr) && cidr.prefix() == 0;
    }
}
