package dev.howdah.pg.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values as people read them and as SET takes them. */
class SettingValueTest {

    @ParameterizedTest
    @CsvSource({
        "16384, 8kB, 128 MB, 128MB",
        "4096, kB, 4 MB, 4MB",
        "65, kB, 65 kB, 65kB",
        "16777216, B, 16 MB, 16MB",
        "1024, MB, 1 GB, 1GB",
        "300, s, 5 min, 5min",
        "90, s, 90 s, 90s",
        "3600000, ms, 1 h, 1h",
        "1500, ms, 1500 ms, 1500ms",
        "1440, min, 1 d, 1d",
        "0.2, ms, 0.2 ms, 0.2ms",
        "0, kB, 0, 0",
        "-1, kB, -1, -1",
        "100, '', 100, 100",
        "on, '', on, on"
    })
    void humanisesWithoutChangingTheValue(String raw, String unit, String text, String sql) {
        SettingValue value = new SettingValue(raw, unit);

        assertEquals(text, value.text());
        assertEquals(sql, value.sqlText());
    }

    @ParameterizedTest
    @CsvSource({"2147483647, kB, 2.00 TB", "1073741823, 8kB, 8.00 TB"})
    void roundsLimitsThatNobodyReads(String raw, String unit, String text) {
        assertEquals(text, new SettingValue(raw, unit).text());
    }
}
