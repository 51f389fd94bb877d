package dev.howdah.provider.allowlist;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
 * @param onThisDesktop whether the service listens on this desktop's own address alone, so that
 *     nobody from elsewhere comes to it, whatever the list says
 */
public record Allowlist(
        List<AllowRule> rules,
        List<AllowRule.Managed> managed,
        boolean emptyMeansOpen,
        int maxRules,
        boolean takesIpv6,
        boolean takesLabels,
        Duration effectWithin,
        boolean onThisDesktop) {

    /** Of a service on a network. */
    public Allowlist(
            List<AllowRule> rules,
            List<AllowRule.Managed> managed,
            boolean emptyMeansOpen,
            int maxRules,
            boolean takesIpv6,
            boolean takesLabels,
            Duration effectWithin) {
        this(rules, managed, emptyMeansOpen, maxRules, takesIpv6, takesLabels, effectWithin, false);
    }

    public Allowlist {
        rules = List.copyOf(rules);
        managed = List.copyOf(managed);
    }

    /** The same list of the same provider, with other rules. */
    public Allowlist with(List<AllowRule> others) {
        return new Allowlist(
                others,
                managed,
                emptyMeansOpen,
                maxRules,
                takesIpv6,
                takesLabels,
                effectWithin,
                onThisDesktop);
    }

    /** Whether the ranges let this address in; what managed ranges hold is not known. */
    public boolean admits(Cidr address) {
        return admits(rules, address) || (rules.isEmpty() && emptyMeansOpen);
    }

    /**
     * As a text of one line a rule, to be kept in an operation's memo.
     *
     * @return what {@link #read} makes the same rules of, without their ids
     */
    public static String written(List<AllowRule> rules) {
        return rules.stream()
                .map(rule ->
                        switch (rule.origin()) {
                            case AllowRule.Range(Cidr cidr) ->
                                    "range\t" + cidr + "\t" + oneLine(rule.label());
                            case AllowRule.Managed(String id, String name) ->
                                    "managed\t"
                                            + oneLine(id)
                                            + "\t"
                                            + oneLine(name)
                                            + "\t"
                                            + oneLine(rule.label());
                        })
                .collect(Collectors.joining("\n"));
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\t\\r\\n]", " ");
    }

    /** The rules of a text that was {@link #written}; lines of another kind are left out. */
    public static List<AllowRule> read(String text) {
        List<AllowRule> rules = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            String[] parts = line.split("\t", -1);
            if (parts.length == 3 && parts[0].equals("range")) {
                Cidr.parse(parts[1])
                        .map(cidr -> AllowRule.of(cidr, parts[2]))
                        .ifPresent(rules::add);
            } else if (parts.length == 4 && parts[0].equals("managed")) {
                rules.add(
                        new AllowRule(
                                Optional.empty(),
                                new AllowRule.Managed(parts[1], parts[2]),
                                parts[3]));
            }
        }
        return List.copyOf(rules);
    }

    /** Whether one of these ranges holds the address. */
    public static boolean admits(List<AllowRule> rules, Cidr address) {
        return rules.stream()
                .map(AllowRule::origin)
                .anyMatch(origin ->
                        origin instanceof AllowRule.Range(Cidr cidr) && cidr.contains(address));
    }
}
