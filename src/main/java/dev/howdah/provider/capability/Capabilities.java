package dev.howdah.provider.capability;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is offered for one service, and why the rest is not.
 *
 * @param offered what can be asked for
 * @param reasons for capabilities that are not offered, each a full sentence
 * @param usual the reason for those without one of their own
 * @param elsewhere where one may do what is not offered, a full sentence; empty when nowhere
 */
public record Capabilities(
        Set<Capability> offered, Map<Capability, String> reasons, String usual, String elsewhere) {
    private static final Texts TEXTS = Texts.of(Capabilities.class);

    public Capabilities {
        offered = Set.copyOf(offered);
        reasons = Map.copyOf(reasons);
    }

    /** These and nothing else. */
    public static Capabilities of(String usual, Set<Capability> offered) {
        return new Capabilities(offered, Map.of(), usual, TEXTS.text("notOffered.remedy"));
    }

    /** The same of a provider that can be reached in no other way. */
    public Capabilities andNowhereElse() {
        return new Capabilities(offered, reasons, usual, "");
    }

    /** The same without one of them, or with a better reason why it is not there. */
    public Capabilities without(Capability capability, String reason) {
        Map<Capability, String> more = new EnumMap<>(Capability.class);
        more.putAll(reasons);
        more.put(capability, reason);
        return new Capabilities(
                Set.copyOf(offered.stream().filter(each -> each != capability).toList()),
                more,
                usual,
                elsewhere);
    }

    public boolean offers(Capability capability) {
        return offered.contains(capability);
    }

    /** One full sentence, fit for a tooltip; empty when it is offered. */
    public Optional<String> whyNot(Capability capability) {
        return offers(capability)
                ? Optional.empty()
                : Optional.of(reasons.getOrDefault(capability, usual));
    }

    /** Does nothing when it is offered. */
    public void require(Capability capability) throws ProblemException {
        if (!offers(capability)) {
            throw refusal(capability);
        }
    }

    /** NOT_SUPPORTED, with the reason as its sentence. */
    public ProblemException refusal(Capability capability) {
        return new ProblemException(
                Problem.of(
                        Problem.Kind.NOT_SUPPORTED, whyNot(capability).orElse(usual), elsewhere));
    }
}
