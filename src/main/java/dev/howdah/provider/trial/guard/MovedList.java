package dev.howdah.provider.trial.guard;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Operation;
import dev.howdah.provider.Provider;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.provider.allowlist.AllowlistDifference;
import dev.howdah.provider.trial.folder.TrialPaper;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The allowlist as it is when an old one is about to come back. That comes as a whole, so what
 * others have added since goes: it is told beforehand, and nothing else may go than what was told.
 *
 * @param shown empty when the provider could not be asked
 */
record MovedList(Operation undone, Optional<Allowlist> shown) {
    /** So many rules are named; the rest is counted. */
    private static final int NAMED = 5;

    private static final Texts TEXTS = Texts.of(MovedList.class);

    /**
     * Blocks for a read.
     *
     * @param undone changed the list
     */
    static MovedList since(Operation undone, Provider provider) {
        try {
            return new MovedList(undone, Optional.of(provider.allowlist()));
        } catch (ProblemException _) {
            return new MovedList(undone, Optional.empty());
        }
    }

    /** One sentence; none when the list is as it was left. */
    List<String> warnings() {
        return shown.map(this::warnings).orElse(List.of(TEXTS.text("list.unknown")));
    }

    private List<String> warnings(Allowlist now) {
        boolean labels = now.takesLabels();
        if (isSame(left(), now)) {
            return List.of();
        }
        List<AllowRule> before = rules(Operation.BEFORE);
        AllowlistDifference difference = AllowlistDifference.between(now.rules(), before, labels);
        return List.of(
                difference.isNone()
                        ? TEXTS.text("list.same")
                        : TEXTS.text(
                                "list.moved",
                                difference.removed().size(),
                                named(difference.removed()),
                                difference.added().size(),
                                named(difference.added())));
    }

    /** The list as it is now, which is as it was shown. LOCKED when it is not. */
    Allowlist unchanged(Provider provider) throws ProblemException {
        Allowlist now = provider.allowlist();
        boolean expected =
                shown.map(then -> isSame(then.rules(), now))
                        .orElse(undone.state() != Operation.State.DONE || isSame(left(), now));
        if (!expected) {
            throw TrialPaper.refusal("listChanged");
        }
        return now;
    }

    private List<AllowRule> left() {
        return rules(Operation.AFTER);
    }

    private List<AllowRule> rules(String which) {
        return Allowlist.read(undone.memo().getOrDefault(which, ""));
    }

    private static boolean isSame(List<AllowRule> rules, Allowlist now) {
        return AllowlistDifference.between(rules, now.rules(), now.takesLabels()).isNone();
    }

    private static String named(List<AllowRule> rules) {
        String names =
                rules.stream()
                        .limit(NAMED)
                        .map(rule -> rule.origin().text())
                        .collect(Collectors.joining(", "));
        return rules.size() > NAMED ? TEXTS.text("list.more", names, rules.size() - NAMED) : names;
    }
}
