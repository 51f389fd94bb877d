package dev.howdah.pg.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.pg.settings.SettingsSnapshot.Change;
import dev.howdah.pg.settings.SettingsSnapshot.Origin;
import dev.howdah.pg.settings.SettingsSnapshot.Range;
import dev.howdah.pg.settings.SettingsSnapshot.Setting;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterInputTest {
    private static final Setting WORK_MEM = number("integer", "kB", "64", "2147483647");
    private static final Setting BUFFERS = number("integer", "8kB", "16", "1073741823");
    private static final Setting TIMEOUT = number("integer", "ms", "0", "2147483647");
    private static final Setting DELAY = number("real", "ms", "-1", "100");
    private static final Setting COST = number("real", "", "0", "1.79769e+308");
    private static final Setting CONNECTIONS = number("integer", "", "1", "262143");

    @Test
    void takesWhatTheServerWouldTake() {
        assertEquals("64MB", good(WORK_MEM, " 64 MB "));
        assertEquals("1.5GB", good(WORK_MEM, "1.5GB"));
        assertEquals("64", good(WORK_MEM, "64"));
        assertEquals("128kB", good(BUFFERS, "128kB"));
        assertEquals("5min", good(TIMEOUT, "5min"));
        assertEquals("0.5ms", good(DELAY, "0.5ms"));
        assertEquals("-1", good(DELAY, "-1"));
        assertEquals("1.1", good(COST, "1.1"));
        assertEquals("1e3", good(CONNECTIONS, "1e3"));
        assertEquals("on", good(of("bool"), "TRUE"));
        assertEquals("off", good(of("bool"), "0"));
        assertEquals("replica", good(choice(), "Replica"));
        assertEquals("any thing, 'even this'", good(of("string"), "any thing, 'even this'"));
        assertEquals("%m [%p] ", good(of("string"), "%m [%p] "), "a blank counts in a prefix");
        assertEquals("", good(of("string"), ""));
    }

    @Test
    void saysWhatIsWrongBeforeAnythingIsSent() {
        assertEquals("It has to lie between 64 kB and 2.00 TB.", bad(WORK_MEM, "63"));
        assertEquals("It has to lie between 64 kB and 2.00 TB.", bad(WORK_MEM, "3TB"));
        assertEquals("It has to lie between 128 kB and 8.00 TB.", bad(BUFFERS, "120kB"));
        assertEquals(
                "\"mb\" is no unit here. Use one of: B, kB, MB, GB, TB.", bad(WORK_MEM, "64mb"));
        assertEquals(
                "\"m\" is no unit here. Use one of: us, ms, s, min, h, d.", bad(TIMEOUT, "5m"));
        assertEquals(
                "Type a whole number, or one with a unit: us, ms, s, min, h, d. Without a unit it"
                        + " counts ms.",
                bad(TIMEOUT, "soon"));
        assertEquals("Type a whole number.", bad(CONNECTIONS, "1.5"));
        assertEquals("Type a whole number.", bad(CONNECTIONS, ""));
        assertEquals(
                "This parameter has no unit, so \"MB\" can't be read.", bad(CONNECTIONS, "5MB"));
        assertEquals("Type a number.", bad(COST, "1,1"));
        assertEquals(
                "A password in a parameter is read by everybody who may read all parameters. Let"
                        + " it name a passfile instead.",
                bad(of("string"), "host=a password=hunter2"));
        assertEquals("Type on or off.", bad(of("bool"), "maybe"));
        assertEquals("It has to be one of: minimal, replica, logical.", bad(choice(), "archive"));
        assertEquals("This is too long for a value.", bad(of("string"), "a".repeat(10_001)));
    }

    @ParameterizedTest
    @CsvSource({
        "'a, b',              'a|b'",
        "'\"a, b\" , c',      'a, b|c'",
        "'\"$user\", public', '$user|public'",
        "'\"a\"\"b\"',        'a\"b'",
        "'',                  ''",
        "',,',                ''",
    })
    void takesListsApartAsTheServerDoes(String text, String parts) {
        assertEquals(parts, String.join("|", NameList.parts(text)));
    }

    private static String good(Setting setting, String typed) {
        ParameterInput input = ParameterInput.of(setting, typed);
        assertEquals("", input.complaint());
        return input.value().orElseThrow();
    }

    private static String bad(Setting setting, String typed) {
        ParameterInput input = ParameterInput.of(setting, typed);
        assertEquals(Optional.empty(), input.value());
        return input.complaint();
    }

    private static Setting number(String type, String unit, String min, String max) {
        return setting(
                unit,
                new Range(
                        type,
                        Optional.of(SettingValue.of(min, unit)),
                        Optional.of(SettingValue.of(max, unit)),
                        List.of()));
    }

    private static Setting of(String type) {
        return setting("", new Range(type, Optional.empty(), Optional.empty(), List.of()));
    }

    private static Setting choice() {
        return setting(
                "",
                new Range(
                        "enum",
                        Optional.empty(),
                        Optional.empty(),
                        List.of("minimal", "replica", "logical")));
    }

    private static Setting setting(String unit, Range range) {
        SettingValue value = SettingValue.of("1", unit);
        return new Setting(
                "it",
                value,
                value,
                range,
                "Somewhere",
                "Explains it.",
                Change.ANY_TIME,
                Origin.DEFAULT,
                Optional.empty(),
                false);
    }
}
