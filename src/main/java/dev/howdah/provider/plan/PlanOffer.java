package dev.howdah.provider.plan;

import java.util.Optional;

/**
 * A plan as seen from the one a service is on.
 *
 * @param current whether the service is on it
 * @param whyNot why it can't be chosen, a full sentence; empty when it can
 * @param interruption what changing to it costs; empty when the provider tells no rule
 */
public record PlanOffer(
        Plan plan, boolean current, Optional<String> whyNot, Optional<Interruption> interruption) {}
