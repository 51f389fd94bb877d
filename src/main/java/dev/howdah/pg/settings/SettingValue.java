package dev.howdah.pg.settings;

import dev.howdah.core.Quantities;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parameter's value as the server keeps it.
 *
 * @param raw like "16384"; empty for an empty text, and with dots for a password
 * @param unit of one step: B, kB, 8kB, MB, ms, s, min; empty for none
 */
public record SettingValue(String raw, String unit) {
    /** More digits than this are rounded, because nobody reads them. */
    private static final int READABLE_DIGITS = 6;

    private static final List<Step> BYTES =
            List.of(
                    new Step("TB", 1L << 40),
                    new Step("GB", 1L << 30),
                    new Step("MB", 1L << 20),
                    new Step("kB", 1L << 10),
                    new Step("B", 1));
    private static final List<Step> MILLIS =
            List.of(
                    new Step("d", 86_400_000),
                    new Step("h", 3_600_000),
                    new Step("min", 60_000),
                    new Step("s", 1_000),
                    new Step("ms", 1));

    /** A unit to write in, and how many of the smallest one it is. */
    private record Step(String name, long size) {}

    public static SettingValue of(@Nullable String raw, @Nullable String unit) {
        return new SettingValue(
                raw == null ? "" : PasswordMask.masked(raw), unit == null ? "" : unit);
    }

    /**
     * As a person reads it: "128 MB" for 16384 pages of 8 kB. Exact, in the largest unit that
     * divides it; 0 and negative numbers stay bare, because they have meanings of their own.
     */
    public String text() {
        if (unit.isEmpty() || !raw.matches("\\d+(\\.\\d+)?") || raw.matches("0+")) {
            return raw;
        }
        if (raw.indexOf('.') >= 0) {
            return raw + " " + unit;
        }
        long number = Long.parseLong(raw);
        return switch (unit) {
            case "B" -> exact(number, BYTES);
            case "kB" -> exact(number << 10, BYTES);
            case "8kB" -> exact(number << 13, BYTES);
            case "MB" -> exact(number << 20, BYTES);
            case "ms" -> exact(number, MILLIS);
            case "s" -> exact(number * 1_000, MILLIS);
            case "min" -> exact(number * 60_000, MILLIS);
            default -> raw + " × " + unit;
        };
    }

    /** As the server's SHOW would, so that it can be pasted into a SET: "128MB". */
    public String sqlText() {
        String text = text();
        return text.equals(raw) ? raw : text.replace(" ", "");
    }

    private static String exact(long number, List<Step> steps) {
        for (Step step : steps) {
            if (number % step.size() == 0) {
                String digits = Long.toString(number / step.size());
                boolean bytes = step.name().endsWith("B");
                return digits.length() > READABLE_DIGITS && bytes
                        ? Quantities.bytes((double) number)
                        : digits + " " + step.name();
            }
        }
        throw new IllegalStateException("the last step divides every number");
    }
}
