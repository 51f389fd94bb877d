package dev.howdah.ui.settings.allowlist.effect;

import static dev.howdah.ui.settings.allowlist.SomeAllowlist.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.ui.settings.allowlist.SomeAllowlist;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What ranges have in common is said once. */
class OverlapsTest {
    private static final AllowRule OFFICE = rule("203.0.113.0/24", "Office");
    private static final AllowRule HOME = rule("198.51.100.7", "Ann");

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
}
