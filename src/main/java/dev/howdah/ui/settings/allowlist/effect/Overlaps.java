package dev.howdah.ui.settings.allowlist.effect;

import dev.howdah.core.Texts;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.AllowRule.Range;
import dev.howdah.provider.allowlist.Cidr;
import dev.howdah.ui.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a range has in common with the rules of a list, in sentences. */
public final class Overlaps {
    private static final Texts TEXTS = Texts.of(Overlaps.class);
    private static final int SHOWN = 3;

    private Overlaps() {}

    /** Why a range need not be added, or what it makes superfluous; empty when neither. */
    public static String of(Cidr wanted, List<AllowRule> rules) {
        Optional<AllowRule> wider = rules.stream().filter(rule -> holds(rule, wanted)).findFirst();
        if (wider.isPresent()) {
            return TEXTS.text(
                    wider.get().origin().equals(new Range(wanted))
                            ? "overlap.same"
                            : "overlap.inside",
                    wanted,
                    named(wider.get()));
        }
        List<String> narrower =
                rules.stream()
                        .filter(rule ->
                                rule.origin() instanceof Range(Cidr cidr) && wanted.contains(cidr))
                        .map(Overlaps::named)
                        .toList();
        return narrower.isEmpty()
                ? ""
                : TEXTS.text(
                        "overlap.holds",
                        wanted,
                        String.join(", ", narrower.subList(0, Math.min(SHOWN, narrower.size()))),
                        Math.max(0, narrower.size() - SHOWN));
    }

    /** Rules that change nothing, because another one lets in the same and more. */
    static List<String> superfluous(List<AllowRule> rules) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).origin() instanceof Range(Cidr cidr)) {
                for (int j = 0; j < rules.size(); j++) {
                    boolean same = rules.get(j).origin().equals(rules.get(i).origin());
                    if (i != j && (!same || j < i) && holds(rules.get(j), cidr)) {
                        found.add(
                                TEXTS.text(
                                        same ? "overlap.same" : "overlap.inside",
                                        named(rules.get(i)),
                                        named(rules.get(j))));
                        break;
                    }
                }
            }
        }
        return found;
    }

    private static boolean holds(AllowRule rule, Cidr range) {
        return rule.origin() instanceof Range(Cidr cidr) && cidr.contains(range);
    }

    /** A rule in a sentence: its range, and its label in brackets. */
    public static String named(AllowRule rule) {
        String text = rule.origin().text();
        return rule.label().isEmpty() ? text : text + " (" + Names.visible(rule.label()) + ")";
    }
}
