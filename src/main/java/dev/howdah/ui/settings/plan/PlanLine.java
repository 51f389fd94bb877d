package dev.howdah.ui.settings.plan;

import dev.howdah.provider.plan.Plan;
import dev.howdah.provider.plan.PlanOffer;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * One plan in the table.
 *
 * @param difference of the price per month to the present plan, in the same currency; empty when
 *     one of the two prices is not told
 */
record PlanLine(PlanOffer offer, Optional<BigDecimal> difference) {

    Plan plan() {
        return offer.plan();
    }

    static Optional<BigDecimal> difference(Optional<Plan.Price> now, Optional<Plan.Price> then) {
        return now.isPresent()
                        && then.isPresent()
                        && now.get().currency().equals(then.get().currency())
                ? Optional.of(then.get().perMonth().subtract(now.get().perMonth()))
                : Optional.empty();
    }
}
