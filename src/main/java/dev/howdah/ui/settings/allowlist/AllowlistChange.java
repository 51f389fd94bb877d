package dev.howdah.ui.settings.allowlist;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.provider.Provider;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.provider.allowlist.AllowlistDifference;
import dev.howdah.provider.trial.guard.LockOutGuard;
import dev.howdah.ui.settings.allowlist.effect.AllowlistConsequences;
import dev.howdah.ui.settings.allowlist.effect.Overlaps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes one change of the edits: what it does and brings about, its trial, and its way back. */
record AllowlistChange(Provider provider, ChangeTarget target, LockOutGuard guard) {
    private static final Texts TEXTS = Texts.of(AllowlistChange.class);

    /** So many rules are named; the rest is counted, and in the preview. */
    private static final int NAMED = 10;

    /** Asks and sends nothing; BAD_INPUT when the provider would not take the list. */
    Change of(Allowlist seen, List<AllowRule> wanted, AllowlistConsequences consequences)
            throws ProblemException {
        Change plain = provider.changeAllowlist(target, seen, wanted);
        List<String> lines = new ArrayList<>();
        AllowlistDifference edits =
                AllowlistDifference.between(seen.rules(), wanted, seen.takesLabels());
        named("draft.added", edits.added(), lines);
        named("draft.removed", edits.removed(), lines);
        lines.addAll(consequences.warnings());
        Change told = plain.warning(lines);
        boolean costs = !consequences.warnings().isEmpty() && !consequences.needsWord();
        if (costs) {
            told = told.askingForName();
        }
        Allowlist after = seen.with(wanted);
        Change tried = guard.changes().list(told, seen, wanted);
        return back(after, seen.rules())
                .map(back ->
                        tried.withWayBack(() -> guard.changes().list(back, after, seen.rules())))
                .orElse(tried);
    }

    /** Empty for a list that the provider would no longer take: nothing speaks against leaving. */
    private Optional<Change> back(Allowlist after, List<AllowRule> before) {
        try {
            return Optional.of(provider.changeAllowlist(target, after, before));
        } catch (ProblemException _) {
            return Optional.empty();
        }
    }

    private static void named(String key, List<AllowRule> rules, List<String> lines) {
        if (!rules.isEmpty()) {
            List<String> names = rules.stream().limit(NAMED).map(Overlaps::named).toList();
            lines.add(
                    TEXTS.text(
                            key,
                            rules.size(),
                            String.join(", ", names),
                            Math.max(0, rules.size() - names.size())));
        }
    }
}
