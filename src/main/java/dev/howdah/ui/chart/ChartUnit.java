package dev.howdah.ui.chart;

import dev.howdah.core.Quantities;
import java.time.Duration;

/** What the numbers of a chart count: how they are written, and which steps are round in them. */
public enum ChartUnit {
    /** Whole things, like sessions. */
    COUNT,
    PER_SECOND,
    BYTES,
    BYTES_PER_SECOND,
    /** A share from 0 to 100. */
    PERCENT,
    /** Of a processor core: 0 to 100 for one, more for several. */
    PERCENT_OF_CORE,
    SECONDS;

    private static final double[] TIME_STEPS = {
        1, 2, 5, 10, 30, 60, 120, 300, 600, 1_800, 3_600, 7_200, 14_400, 43_200, 86_400
    };

    /** The number with its unit; a dash when it is NaN. */
    public String text(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return switch (this) {
            case COUNT -> Quantities.shortCount(value);
            case PER_SECOND -> Quantities.perSecond(value);
            case BYTES -> Quantities.bytes(value);
            case BYTES_PER_SECOND -> Quantities.bytes(value) + "/s";
            case PERCENT, PERCENT_OF_CORE -> Quantities.percent(value);
            case SECONDS -> Quantities.duration(Duration.ofMillis(Math.round(value * 1_000)));
        };
    }

    /** The text of a round number on an axis, without the zeros behind the point. */
    String tick(double value) {
        return text(value)
                .replaceFirst("\\.(\\d*?)0+(?=\\D|$)", ".$1")
                .replaceFirst("\\.(?= )", "");
    }

    /**
     * The smallest round step that is at least this large.
     *
     * @param highest the largest number on the axis: bytes step in its unit, not in a smaller one
     */
    double stepFrom(double least, double highest) {
        return switch (this) {
            case COUNT -> Math.max(1, decimalStep(least));
            // No finer than the texts are, or two marks would read the same.
            case PER_SECOND, PERCENT, PERCENT_OF_CORE -> Math.max(0.1, decimalStep(least));
            case BYTES, BYTES_PER_SECOND -> binaryStep(least, highest);
            case SECONDS -> timeStep(least);
        };
    }

    private static double decimalStep(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double step : new double[] {1, 2, 5}) {
            if (step * power >= least * 0.999_999) {
                return step * power;
            }
        }
        return 10 * power;
    }

    private static double binaryStep(double least, double highest) {
        double unit = 1;
        // From 1,000 on the text changes to the next unit.
        while (highest >= 1_000 * unit) {
            unit *= 1_024;
        }
        return unit * Math.max(1, decimalStep(least / unit));
    }

    private static double timeStep(double least) {
        if (least <= 0.5) {
            return decimalStep(least);
        }
        for (double step : TIME_STEPS) {
            if (step >= least) {
                return step;
            }
        }
        return 86_400 * decimalStep(least / 86_400);
    }
}
