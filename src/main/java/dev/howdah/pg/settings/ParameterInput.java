package dev.howdah.pg.settings;

import dev.howdah.core.Texts;
import dev.howdah.pg.settings.SettingsSnapshot.Range;
import dev.howdah.pg.settings.SettingsSnapshot.Setting;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody typed as the new value of a parameter, checked as the server would before anything
 * is sent.
 *
 * @param value as it will be sent; empty when it can't be
 * @param complaint what is wrong, a full sentence; empty when it can be sent
 */
public record ParameterInput(Optional<String> value, String complaint) {
    private static final Texts TEXTS = Texts.of(ParameterInput.class);
    private static final Pattern NUMBER =
            Pattern.compile("([+-]?(?:\\d+(?:\\.\\d*)?|\\.\\d+)(?:[eE][+-]?\\d+)?)\\s*([A-Za-z]*)");

    /** Longer than any parameter's value that was meant. */
    private static final int MOST = 10_000;

    /** In bytes. Case matters to the server, too. */
    private static final Map<String, Double> BYTES =
            Map.of("B", 1.0, "kB", 0x1p10, "MB", 0x1p20, "GB", 0x1p30, "TB", 0x1p40);

    /** In milliseconds. */
    private static final Map<String, Double> MILLIS =
            Map.of("us", 1e-3, "ms", 1.0, "s", 1e3, "min", 6e4, "h", 3.6e6, "d", 8.64e7);

    private static final List<String> YES = List.of("on", "true", "yes", "1");
    private static final List<String> NO = List.of("off", "false", "no", "0");

    /** Checks type, range, unit and choices. */
    public static ParameterInput of(Setting setting, String typed) {
        String text = typed.strip();
        if (text.length() > MOST || text.indexOf('\0') >= 0) {
            return bad("input.tooLong");
        }
        Range range = setting.range();
        return switch (range.type()) {
            case "bool" -> truth(text);
            case "enum" -> choice(range.choices(), text);
            case "integer", "real" -> number(setting, text);
            // a blank at the end belongs to it: the usual log_line_prefix has one
            default -> PasswordMask.isIn(text) ? bad("input.password") : good(typed);
        };
    }

    private static ParameterInput truth(String text) {
        String word = text.toLowerCase(Locale.ROOT);
        if (YES.contains(word)) {
            return good("on");
        }
        return NO.contains(word) ? good("off") : bad("input.truth");
    }

    private static ParameterInput choice(List<String> choices, String text) {
        return choices.stream()
                .filter(each -> each.equalsIgnoreCase(text))
                .findFirst()
                .map(ParameterInput::good)
                .orElseGet(() -> bad("input.choice", String.join(", ", choices)));
    }

    private static ParameterInput number(Setting setting, String text) {
        String base = setting.value().unit();
        Map<String, Double> units = units(base);
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.matches()) {
            return notANumber(setting, units);
        }
        String unit = matcher.group(2);
        Double size = unit.isEmpty() ? Double.valueOf(sizeOf(base, units)) : units.get(unit);
        if (size == null) {
            return units.isEmpty()
                    ? bad("input.noUnit", unit)
                    : bad("input.unit", unit, String.join(", ", inOrder(units)));
        }
        boolean isWhole = setting.range().type().equals("integer");
        double number = Double.parseDouble(matcher.group(1));
        if (isWhole && unit.isEmpty() && number != Math.rint(number)) {
            return notANumber(setting, units);
        }
        double inBase = number * size / sizeOf(base, units);
        return outside(setting.range(), isWhole ? Math.rint(inBase) : inBase)
                .orElseGet(() -> good(text.replaceAll("\\s+", "")));
    }

    private static ParameterInput notANumber(Setting setting, Map<String, Double> units) {
        String key = setting.range().type().equals("integer") ? "input.integer" : "input.real";
        return units.isEmpty()
                ? bad(key)
                : bad(key + ".unit", String.join(", ", inOrder(units)), setting.value().unit());
    }

    private static Optional<ParameterInput> outside(Range range, double value) {
        Optional<SettingValue> min = range.min();
        Optional<SettingValue> max = range.max();
        boolean isOutside =
                min.filter(limit -> value < Double.parseDouble(limit.raw())).isPresent()
                        || max.filter(limit -> value > Double.parseDouble(limit.raw())).isPresent();
        return isOutside
                ? Optional.of(
                        bad(
                                "input.range",
                                min.map(SettingValue::text).orElse("–"),
                                max.map(SettingValue::text).orElse("–")))
                : Optional.empty();
    }

    /** Empty for a number without a unit. */
    private static Map<String, Double> units(String base) {
        if (base.endsWith("B")) {
            return BYTES;
        }
        return MILLIS.containsKey(base) ? MILLIS : Map.of();
    }

    /** Pages are counted, too: "8kB". */
    private static double sizeOf(String base, Map<String, Double> units) {
        String unit = base.replaceFirst("^\\d+", "");
        String count = base.substring(0, base.length() - unit.length());
        return units.getOrDefault(unit, 1.0) * (count.isEmpty() ? 1 : Integer.parseInt(count));
    }

    private static List<String> inOrder(Map<String, Double> units) {
        return units.entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static ParameterInput good(String value) {
        return new ParameterInput(Optional.of(value), "");
    }

    private static ParameterInput bad(String key, Object... arguments) {
        return new ParameterInput(Optional.empty(), TEXTS.text(key, arguments));
    }
}
