package dev.howdah.ui.settings.allowlist;

import static dev.howdah.ui.settings.allowlist.SomeAllowlist.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.provider.allowlist.AllowlistDifference;
import dev.howdah.ui.settings.allowlist.PastedRules.BadLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Edits are kept as edits, and what is typed is understood or complained about. */
class AllowlistEditorTest {
    private static final AllowRule OFFICE = rule("203.0.113.0/24", "Office");
    private static final AllowRule HOME = rule("198.51.100.7", "Ann");
    private static final AllowRule VPN = rule("192.0.2.0/25", "VPN");

    private final List<AllowlistDifference> kept = new ArrayList<>();
    private final AllowlistEditor editor = new AllowlistEditor(kept::add);

    @Test
    void keepsEditsWhenSomebodyElseChangesTheListMeanwhile() {
        editor.show(SomeAllowlist.list(OFFICE, HOME));
        editor.remove(HOME);
        editor.add(List.of(VPN));
        assertEquals(List.of(OFFICE, VPN), editor.wanted());

        AllowRule theirs = rule("10.0.0.0/8", "theirs");
        editor.show(SomeAllowlist.list(OFFICE, theirs, VPN));

        assertEquals(List.of(OFFICE, theirs, VPN), editor.wanted());
        assertTrue(editor.edits().isNone(), "both are in effect already");
        editor.show(SomeAllowlist.list(HOME));
        assertEquals(List.of(VPN), editor.wanted());
    }

    @Test
    void undoesEditByEditAndTellsWhatIsToBeKept() {
        editor.show(SomeAllowlist.list(OFFICE, HOME));
        editor.relabel(HOME, "Ann at home");
        AllowRule renamed = rule("198.51.100.7", "Ann at home");
        assertEquals(new AllowlistDifference(List.of(renamed), List.of(HOME)), editor.edits());
        editor.relabel(renamed, "Ann");
        assertTrue(editor.edits().isNone(), "named as before");
        editor.undo();
        editor.leave(HOME);
        editor.remove(renamed);
        assertTrue(editor.edits().isNone());
        editor.remove(OFFICE);
        editor.clear();
        assertTrue(editor.edits().isNone());
        editor.undo();
        assertEquals(List.of(OFFICE), editor.edits().removed());
        assertEquals(editor.edits(), kept.getLast());
        while (editor.canUndo()) {
            editor.undo();
        }
        assertTrue(editor.edits().isNone());
    }

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

    @Test
    void saysWhatRangesHaveInCommon() {
        List<AllowRule> rules = List.of(OFFICE, HOME);
        assertEquals(
                "203.0.113.0/24 (Office) is in the list already.",
                Overlaps.of(SomeAllowlist.cidr("203.0.113.0/24"), rules));
        assertEquals(
                "203.0.113.9/32 is let in by 203.0.113.0/24 (Office) already.",
                Overlaps.of(SomeAllowlist.cidr("203.0.113.9"), rules));
        assertTrue(
                Overlaps.of(SomeAllowlist.cidr("198.51.100.0/24"), rules)
                        .startsWith("198.51.100.0/24 holds 198.51.100.7/32 (Ann) too"));
        assertEquals("", Overlaps.of(SomeAllowlist.cidr("192.0.2.0/25"), rules));
        assertEquals(
                List.of("203.0.113.9/32 is let in by 203.0.113.0/24 (Office) already."),
                Overlaps.superfluous(List.of(rule("203.0.113.9", ""), OFFICE)));
        assertEquals(1, Overlaps.superfluous(List.of(HOME, rule("198.51.100.7", "x"))).size());
    }

    @Test
    void knowsPoolersByName() {
        assertTrue(AllowlistEffect.isPooler("PgBouncer"));
        assertTrue(AllowlistEffect.isPooler("shop - 10.0.0.4:51234"));
        assertFalse(AllowlistEffect.isPooler("order-service"));
    }
}
