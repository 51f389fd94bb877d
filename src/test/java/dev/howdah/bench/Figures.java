package dev.howdah.bench;

import java.util.Arrays;
import java.util.Locale;

/** Medians and ratios; absolute times on a shared machine say little. */
final class Figures {
    private Figures() {}

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    static String ms(double millis) {
        return String.format(Locale.ROOT, "%.2f ms", millis);
    }

    static String kilobytes(double bytes) {
        return String.format(Locale.ROOT, "%.1f kB", bytes / 1_000);
    }

    static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
