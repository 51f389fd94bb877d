package dev.howdah.ui.settings.plan;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.provider.plan.Interruption;
import dev.howdah.provider.plan.Plan;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Says what a plan gives; what the provider does not tell is a dash. */
final class PlanWords {
    private static final Texts TEXTS = Texts.of(PlanWords.class);

    /** What stands where the provider tells nothing. */
    static final String UNTOLD = "–";

    private PlanWords() {}

    static String count(OptionalInt count) {
        return count.isPresent() ? Quantities.count(count.getAsInt()) : UNTOLD;
    }

    static String bytes(OptionalLong bytes) {
        return bytes.isPresent() ? Quantities.bytes((double) bytes.getAsLong()) : UNTOLD;
    }

    static String recoverable(Optional<Duration> recoverable) {
        return recoverable
                .map(back ->
                        back.isZero() ? TEXTS.text("plan.noReturn") : Quantities.duration(back))
                .orElse(UNTOLD);
    }

    static String price(Optional<Plan.Price> price) {
        return price.map(each -> amount(each.perMonth()) + " " + each.currency()).orElse(UNTOLD);
    }

    /** With its sign: "+66.00". */
    static String difference(Optional<BigDecimal> difference) {
        return difference
                .map(each ->
                        each.signum() == 0 ? "0" : (each.signum() > 0 ? "+" : "") + amount(each))
                .orElse(UNTOLD);
    }

    private static String amount(BigDecimal amount) {
        return String.format(Locale.ENGLISH, "%,.2f", amount.setScale(2, RoundingMode.HALF_UP));
    }

    /** The rule of the provider, in its own terms. */
    static String interruption(Optional<Interruption> interruption) {
        return interruption.map(Interruption::sentence).orElse(TEXTS.text("plan.noRule"));
    }
}
