package dev.howdah.provider.allowlist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AllowlistTest {
    private static final AllowRule OFFICE =
            AllowRule.of(Cidr.parse("203.0.113.0/24").orElseThrow(), "office, 2nd floor");
    private static final AllowRule REGION =
            new AllowRule(Optional.empty(), new AllowRule.Managed("mr-1", "Region 1"), "");

    private static Allowlist list(boolean emptyMeansOpen, AllowRule... rules) {
        return new Allowlist(
                List.of(rules), List.of(), emptyMeansOpen, 30, true, true, Duration.ZERO);
    }

    @Test
    void readsWhatItWrote() {
        assertEquals(
                List.of(OFFICE, REGION),
                Allowlist.read(Allowlist.written(List.of(OFFICE, REGION))));
        assertEquals(List.of(), Allowlist.read(Allowlist.written(List.of())));
    }

    @Test
    void aLabelOfSeveralLinesStaysOne() {
        AllowRule tricky =
                AllowRule.of(Cidr.parse("10.0.0.0/8").orElseThrow(), "a\nrange\t0.0.0.0/0\tall");

        assertEquals(
                List.of(
                        AllowRule.of(
                                Cidr.parse("10.0.0.0/8").orElseThrow(), "a range 0.0.0.0/0 all")),
                Allowlist.read(Allowlist.written(List.of(tricky))));
    }

    @Test
    void letsInWhomARangeHoldsAndEverybodyWhenEmptyMeansSo() {
        Cidr inside = Cidr.parse("203.0.113.9").orElseThrow();
        Cidr outside = Cidr.parse("203.0.114.9").orElseThrow();

        assertTrue(list(false, REGION, OFFICE).admits(inside));
        assertFalse(list(false, OFFICE).admits(outside));
        assertFalse(list(false).admits(inside));
        assertTrue(list(true).admits(inside));
        assertFalse(list(true, OFFICE).admits(outside));
    }
}
