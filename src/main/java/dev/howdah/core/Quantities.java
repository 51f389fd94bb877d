package dev.howdah.core;

import java.time.Duration;
import java.util.Locale;

/** Quantities as people read them, always with their unit: "2 min 10 s", "1.9 GB", "148 /s". */
public final class Quantities {
    private static final String[] BYTE_UNITS = {"B", "kB", "MB", "GB", "TB", "PB"};

    private Quantities() {}

    /**
     * Two units at the most, the second only beside minutes, hours and days: "42 d", "3 h 5 min".
     */
    public static String duration(Duration duration) {
        if (duration.isNegative()) {
            return "0 s";
        }
        long millis = duration.toMillis();
        if (millis < 1_000) {
            return millis + " ms";
        }
        if (millis < 9_950) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
        }
        long seconds = Math.max(10, duration.toSeconds());
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3_600) {
            return two(seconds / 60, "min", seconds % 60, "s", seconds < 600);
        }
        if (seconds < 86_400) {
            return two(seconds / 3_600, "h", seconds % 3_600 / 60, "min", true);
        }
        return two(seconds / 86_400, "d", seconds % 86_400 / 3_600, "h", seconds < 10 * 86_400);
    }

    private static String two(
            long large, String largeUnit, long small, String smallUnit, boolean both) {
        String text = large + " " + largeUnit;
        return both && small > 0 ? text + " " + small + " " + smallUnit : text;
    }

    /** In powers of 1024 with three digits, as PostgreSQL's own kB and MB count: "1.9 GB". */
    public static String bytes(double bytes) {
        double value = Math.abs(bytes);
        int unit = 0;
        while (value >= 999.5 && unit < BYTE_UNITS.length - 1) {
            value /= 1_024;
            unit++;
        }
        String number = unit == 0 ? Long.toString((long) value) : threeDigits(value);
        return (bytes < 0 ? "-" : "") + number + " " + BYTE_UNITS[unit];
    }

    /** Whole numbers grouped by thousands: "3,980". */
    public static String count(long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    /** Large numbers short: "12.4 k", "3.1 M"; below 10,000 as they are. */
    public static String shortCount(double count) {
        double value = Math.abs(count);
        if (value < 9_999.5) {
            return count(Math.round(count));
        }
        String[] units = {"k", "M", "G", "T"};
        int unit = -1;
        while (value >= 999.5 && unit < units.length - 1) {
            value /= 1_000;
            unit++;
        }
        return (count < 0 ? "-" : "") + threeDigits(value) + " " + units[unit];
    }

    /** Per second, with one digit below ten: "148 /s", "0.3 /s"; little is never shown as none. */
    public static String perSecond(double rate) {
        if (rate > 0 && rate < 0.05) {
            return "< 0.1 /s";
        }
        return (rate > 0 && rate < 9.95
                        ? String.format(Locale.ROOT, "%.1f", rate)
                        : shortCount(rate))
                + " /s";
    }

    /**
     * A share from 0 to 100: "99.2 %". A share that is not quite whole never shows as 100, and one
     * that is not quite nothing never as 0.
     */
    public static String percent(double pct) {
        if (pct > 99.9 && pct < 100) {
            return "99.9 %";
        }
        if (pct > 0 && pct < 0.05) {
            return "< 0.1 %";
        }
        return pct == Math.rint(pct)
                ? String.format(Locale.ROOT, "%.0f %%", pct)
                : String.format(Locale.ROOT, "%.1f %%", pct);
    }

    /** Milliseconds as a statement's time: "0.02 ms", "182 ms", "2.4 s", "12 min". */
    public static String millis(double millis) {
        if (millis < 9.95) {
            return String.format(Locale.ROOT, millis < 0.995 ? "%.2f ms" : "%.1f ms", millis);
        }
        if (millis < 999.5) {
            return String.format(Locale.ROOT, "%.0f ms", millis);
        }
        return duration(Duration.ofMillis(Math.round(millis)));
    }

    /** The limits lie where rounding would give a digit more. */
    private static String threeDigits(double value) {
        return String.format(
                Locale.ROOT, value < 9.995 ? "%.2f" : value < 99.95 ? "%.1f" : "%.0f", value);
    }
}
