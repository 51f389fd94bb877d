package dev.howdah.ui.settings;

import dev.howdah.core.Change;
import dev.howdah.core.ChangeTarget;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.provider.AllowRule;
import dev.howdah.provider.Allowlist;
import dev.howdah.provider.AllowlistDifference;
import dev.howdah.provider.Provider;
import dev.howdah.provider.trial.AllowlistGuard;
import java.util.ArrayList;
import java.util.List;

/** Makes one change of the edits: what it does and brings about, its trial, and its way back. */
record AllowlistChange(Provider provider, ChangeTarget target, AllowlistGuard guard) {
    private static final Texts TEXTS = Texts.of(AllowlistChange.class);

    /** So many rules are named; the rest is counted, and in the preview. */
    private static final int NAMED = 10;

    /** Asks and sends nothing; BAD_INPUT when the provider would not take the list. */
    Change of(Allowlist seen, List<AllowRule> wanted, AllowlistConsequences consequences)
            throws ProblemException {
        Change plain = provider.changeAllowlist(target, seen, wanted);
        List<String> warnings = new ArrayList<>();
        AllowlistDifference edits =
                AllowlistDifference.between(seen.rules(), wanted, seen.takesLabels());
        named("draft.added", edits.added(), warnings);
        named("draft.removed", edits.removed(), warnings);
        warnings.addAll(consequences.warnings());
        warnings.addAll(plain.warnings());
        Change told = plain.by(warnings, plain.action());
        Allowlist after = seen.with(wanted);
        Change back = provider.changeAllowlist(target, after, seen.rules());
        return guard.guarded(told, seen, wanted)
                .withWayBack(() -> guard.guarded(back, after, seen.rules()));
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
