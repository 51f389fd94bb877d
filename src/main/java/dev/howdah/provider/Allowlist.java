package dev.howdah.provider;

import java.time.Duration;
import java.util.List;

/**
 * Who may connect, as the provider has it.
 *
 * @param rules in the provider's order; empty means {@code emptyMeansOpen}
 * @param managed ranges of the provider that a rule may name; may be empty
 * @param emptyMeansOpen whether a list without rules lets everybody in; else it lets nobody in
 * @param maxRules the most the provider takes
 * @param takesIpv6 whether IPv6 ranges are taken
 * @param takesLabels whether a range may carry a label
 * @param effectWithin how long the provider may need until a change holds; zero when at once
 */
public record Allowlist(
        List<AllowRule> rules,
        List<AllowRule.Managed> managed,
        boolean emptyMeansOpen,
        int maxRules,
        boolean takesIpv6,
        boolean takesLabels,
        Duration effectWithin) {

    public Allowlist {
        rules = List.copyOf(rules);
        managed = List.copyOf(managed);
    }

    /** Whether the ranges let this address in; what managed ranges hold is not known. */
    public boolean admits(Cidr address) {
        return admits(rules, address) || (rules.isEmpty() && emptyMeansOpen);
    }

    /** Whether one of these ranges holds the address. */
    public static boolean admits(List<AllowRule> rules, Cidr address) {
        return rules.stream()
                .map(AllowRule::origin)
                .anyMatch(origin ->
                        origin instanceof AllowRule.Range(Cidr cidr) && cidr.contains(address));
    }
}
