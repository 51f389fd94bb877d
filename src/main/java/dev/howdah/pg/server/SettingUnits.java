package dev.howdah.pg.server;

import dev.howdah.core.Quantities;
import java.time.Duration;

/** A parameter's raw number with its unit, as people read it: 16384 of 8kB is 128 MB. */
final class SettingUnits {
    private SettingUnits() {}

    /**
     * @param unit as pg_settings names it: B, kB, 8kB, MB, GB, ms, s, min, d; others stay as they
     *     are. A negative or zero number means a special value and keeps its digits.
     */
    static String shown(String raw, String unit) {
        if (unit.isEmpty()) {
            return raw;
        }
        double number = number(raw);
        if (Double.isNaN(number) || number <= 0) {
            return raw;
        }
        return switch (unit) {
            case "B" -> Quantities.bytes(number);
            case "kB" -> Quantities.bytes(number * 1024);
            case "8kB" -> Quantities.bytes(number * 8192);
            case "MB" -> Quantities.bytes(number * 1024 * 1024);
            case "GB" -> Quantities.bytes(number * 1024 * 1024 * 1024);
            case "ms" -> Quantities.duration(Duration.ofNanos(Math.round(number * 1e6)));
            case "s" -> Quantities.duration(Duration.ofMillis(Math.round(number * 1e3)));
            case "min" -> Quantities.duration(Duration.ofSeconds(Math.round(number * 60)));
            case "d" -> Quantities.duration(Duration.ofMinutes(Math.round(number * 1440)));
            default -> raw + " " + unit;
        };
    }

    private static double number(String raw) {
        try {
            return Double.parseDouble(raw);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
