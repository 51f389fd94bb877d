package dev.howdah.provider.allowlist;

import java.util.ArrayList;
import java.util.List;

/**
 * What a changed allowlist lets in that the former did not, and the other way round, rule by rule.
 * Order and ids don't count, nor what people call a managed range.
 *
 * @param added in the order of the new list
 * @param removed in the order of the former one
 */
public record AllowlistDifference(List<AllowRule> added, List<AllowRule> removed) {

    public AllowlistDifference {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }

    /**
     * A rule that is there twice counts twice.
     *
     * @param labels whether a label is part of a rule; else another label is no difference
     */
    public static AllowlistDifference between(
            List<AllowRule> from, List<AllowRule> to, boolean labels) {
        return new AllowlistDifference(lacking(from, to, labels), lacking(to, from, labels));
    }

    /**
     * A list with these edits, also when it is no longer the one they were made for: what is gone
     * already is no trouble, nor what is there already.
     */
    public List<AllowRule> on(List<AllowRule> rules, boolean labels) {
        List<AllowRule> edited = new ArrayList<>(lacking(removed, rules, labels));
        edited.addAll(lacking(edited, added, labels));
        return List.copyOf(edited);
    }

    private static List<AllowRule> lacking(
            List<AllowRule> have, List<AllowRule> want, boolean labels) {
        List<String> left = new ArrayList<>(have.stream().map(rule -> key(rule, labels)).toList());
        return want.stream().filter(rule -> !left.remove(key(rule, labels))).toList();
    }

    private static String key(AllowRule rule, boolean labels) {
        String origin =
                switch (rule.origin()) {
                    case AllowRule.Range(Cidr cidr) -> cidr.toString();
                    case AllowRule.Managed(String id, String _) -> "managed " + id;
                };
        return labels ? origin + "\n" + rule.label() : origin;
    }

    /** Whether both lists say the same. */
    public boolean isNone() {
        return added.isEmpty() && removed.isEmpty();
    }
}
