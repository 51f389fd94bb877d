package dev.howdah.ui.stats.resources;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.provider.service.Metric;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/** Measures in words, each with its unit. */
final class MetricWords {
    private static final Texts TEXTS = Texts.of(MetricWords.class);

    private MetricWords() {}

    static String name(Metric.Kind kind) {
        return TEXTS.text("kind." + kind);
    }

    /** That of a node, or of the whole service. */
    static String node(Optional<String> node) {
        return node.orElse(TEXTS.text("node.all"));
    }

    /** Empty where the provider tells nothing. */
    static String amount(Metric metric, OptionalDouble value) {
        return value.isPresent() ? amount(metric, value.getAsDouble()) : "";
    }

    static String amount(Metric metric, double value) {
        return switch (metric.kind().unit()) {
            case PERCENT -> Quantities.percent(value);
            case BYTES -> Quantities.bytes(value);
            case COUNT ->
                    value == Math.rint(value)
                            ? Quantities.shortCount(value)
                            : String.format(Locale.ROOT, "%.2f", value);
            case PER_SECOND -> Quantities.perSecond(value);
            case BYTES_PER_SECOND -> Quantities.bytes(value) + "/s";
        };
    }

    /** The share of the limit that is taken, from 0; empty without a limit. */
    static OptionalDouble share(Metric metric) {
        OptionalDouble limit = metric.limit();
        return limit.isPresent() && limit.getAsDouble() > 0
                ? OptionalDouble.of(metric.current() / limit.getAsDouble())
                : OptionalDouble.empty();
    }
}
