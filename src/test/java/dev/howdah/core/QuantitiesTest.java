package dev.howdah.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quantities read the same everywhere, with a unit, and never with four digits where three do. */
class QuantitiesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0 ms",
        "999, 999 ms",
        "1000, 1.0 s",
        "9949, 9.9 s",
        "9999, 10 s",
        "10000, 10 s",
        "59999, 59 s",
        "60000, 1 min",
        "130000, 2 min 10 s",
        "599000, 9 min 59 s",
        "600000, 10 min",
        "659000, 10 min",
        "3600000, 1 h",
        "11100000, 3 h 5 min",
        "86400000, 1 d",
        "90000000, 1 d 1 h",
        "3628800000, 42 d",
        "-5, 0 s"
    })
    void durations(long millis, String text) {
        assertEquals(text, Quantities.duration(Duration.ofMillis(millis)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 B",
        "999, 999 B",
        "1000, 0.98 kB",
        "1024, 1.00 kB",
        "10239, 10.0 kB",
        "102399, 100 kB",
        "1023488, 0.98 MB",
        "1048576, 1.00 MB",
        "2040109466, 1.90 GB",
        "-2048, -2.00 kB",
        "1.1e15, 0.98 PB",
        "9e18, 7994 PB"
    })
    void bytes(double bytes, String text) {
        assertEquals(text, Quantities.bytes(bytes));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "3980, '3,980'",
        "9999, '9,999'",
        "9999.6, 10.0 k",
        "12400, 12.4 k",
        "999949, 1.00 M",
        "3100000, 3.10 M",
        "-12400, -12.4 k",
        "2.5e15, 2500 T"
    })
    void shortCounts(double count, String text) {
        assertEquals(text, Quantities.shortCount(count));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 /s",
        "0.01, < 0.1 /s",
        "0.3, 0.3 /s",
        "9.94, 9.9 /s",
        "9.96, 10 /s",
        "148, 148 /s",
        "12400, 12.4 k /s"
    })
    void rates(double rate, String text) {
        assertEquals(text, Quantities.perSecond(rate));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 %",
        "0.01, < 0.1 %",
        "0.5, 0.5 %",
        "41, 41 %",
        "99.2, 99.2 %",
        "99.96, 99.9 %",
        "100, 100 %",
        "50.04, 50.0 %"
    })
    void percentages(double pct, String text) {
        assertEquals(text, Quantities.percent(pct));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.00 ms",
        "0.024, 0.02 ms",
        "0.999, 1.0 ms",
        "1.25, 1.3 ms",
        "9.96, 10 ms",
        "182.4, 182 ms",
        "999.6, 1.0 s",
        "2400, 2.4 s",
        "720000, 12 min"
    })
    void statementTimes(double millis, String text) {
        assertEquals(text, Quantities.millis(millis));
    }

    @Test
    void numbersDoNotFollowTheDesktopsLanguage() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            assertEquals(
                    "1.90 GB 3,980 99.2 % 1.5 s",
                    String.join(
                            " ",
                            Quantities.bytes(2_040_109_466.0),
                            Quantities.count(3_980),
                            Quantities.percent(99.2),
                            Quantities.duration(Duration.ofMillis(1_500))));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void noSizeHasMoreThanThreeDigitsBelowTheLargestUnit() {
        Random random = new Random(20261121);
        for (int i = 0; i < 100_000; i++) {
            double bytes = Math.exp(random.nextDouble() * Math.log(9e17));
            String digits = Quantities.bytes(bytes).replaceAll("[^0-9]", "");
            assertTrue(digits.length() <= 3, () -> bytes + " became " + Quantities.bytes(bytes));
        }
    }
}
