package dev.howdah.ui.settings.allowlist.typing;

import static dev.howdah.ui.settings.allowlist.SomeAllowlist.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.ui.settings.allowlist.SomeAllowlist;
import dev.howdah.ui.settings.allowlist.typing.PastedRules.BadLine;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is typed or pasted is understood, or complained about. */
class TypedRulesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.7     | 203.0.113.7/32   | ''",
                "203.0.113.0/24  | 203.0.113.0/24   | ''",
                "10.1.2.3/8      | 10.0.0.0/8       | 10.1.2.3/8 means 10.0.0.0/8.",
                "010.1.2.3       | ''               | leading zero",
                "office.example  | ''               | is a name",
                "203.0.113       | ''               | neither an address nor a range",
                "203.0.113.0/33  | ''               | neither an address nor a range",
                "2001:db8::/32   | ''               | takes IPv4 only"
            })
    void understandsWhatIsTyped(String typed, String range, String remark) {
        TypedRange read = TypedRange.read(typed, false);

        assertEquals(range, read.cidr().map(Object::toString).orElse(""));
        assertTrue(read.remark().contains(remark), read.remark());
        assertEquals(remark.isEmpty(), read.remark().isEmpty());
        assertEquals(range.isEmpty(), read.isBad());
    }

    @Test
    void readsPastedLinesAndNumbersTheBadOnes() {
        Allowlist list = SomeAllowlist.list();
        PastedRules pasted =
                PastedRules.read(
                        "# partners\n203.0.113.5 # Partner  A\n\n198.51.100.0/24,\n1.2.3\n"
                                + "10.0.0.1 10.0.0.2\n",
                        list);

        assertEquals(
                List.of(rule("203.0.113.5", "Partner A"), rule("198.51.100.0/24", "")),
                pasted.rules());
        assertEquals(List.of(5, 6), pasted.bad().stream().map(BadLine::number).toList());
        assertEquals(
                PastedRules.MAX_LINES,
                PastedRules.read("10.0.0.1\n".repeat(3_000), list).rules().size());
        Allowlist without =
                new Allowlist(List.of(), List.of(), true, 5, true, false, Duration.ZERO);
        assertEquals(
                List.of(rule("2001:db8::/32", "")),
                PastedRules.read("2001:db8::/32 # no labels there", without).rules());
    }
}
