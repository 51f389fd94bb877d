package dev.howdah.session;

import dev.howdah.core.Operation;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.provider.allowlist.AllowlistDifference;
import dev.howdah.provider.Provider;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Tells what an old allowlist would undo besides: it goes back as a whole, also when others have
 * edited the list since.
 */
final class MovedList {
    /** So many rules are named; the rest is counted. */
    private static final int NAMED = 5;

    private static final Texts TEXTS = Texts.of(MovedList.class);

    private MovedList() {}

    /**
     * Blocks for a read.
     *
     * @param done changed the list
     * @return one sentence; empty when the list is as it was left
     */
    static Optional<String> since(Operation done, Provider provider) {
        Allowlist now;
        try {
            now = provider.allowlist();
        } catch (ProblemException _) {
            return Optional.of(TEXTS.text("wayBack.list.unknown"));
        }
        boolean labels = now.takesLabels();
        List<AllowRule> left = Allowlist.read(done.memo().getOrDefault(Operation.AFTER, ""));
        if (AllowlistDifference.between(left, now.rules(), labels).isNone()) {
            return Optional.empty();
        }
        List<AllowRule> before = Allowlist.read(done.memo().getOrDefault(Operation.BEFORE, ""));
        AllowlistDifference undone =
                AllowlistDifference.between(now.rules(), before, labels);
        return undone.isNone()
                ? Optional.of(TEXTS.text("wayBack.list.same"))
                : Optional.of(
                        TEXTS.text(
                                "wayBack.list.moved",
                                undone.removed().size(),
                                named(undone.removed()),
                                undone.added().size(),
                                named(undone.added())));
    }

    private static String named(List<AllowRule> rules) {
        String names =
                rules.stream()
                        .limit(NAMED)
                        .map(rule -> rule.origin().text())
                        .collect(Collectors.joining(", "));
        return rules.size() > NAMED
                ? TEXTS.text("wayBack.list.more", names, rules.size() - NAMED)
                : names;
    }
}
