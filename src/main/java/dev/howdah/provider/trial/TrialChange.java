package dev.howdah.provider.trial;

import dev.howdah.core.Change;
import dev.howdah.core.ChangeOutcome;
import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.provider.AllowRule;
import dev.howdah.provider.Allowlist;
import dev.howdah.provider.Provider;
import dev.howdah.provider.trial.TrialState.Cause;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A change of an allowlist that is on trial from the moment on at which it is sent. */
final class TrialChange {
    private static final Texts TEXTS = Texts.of(TrialChange.class);

    private final AllowlistGuard guard;
    private final Change change;
    private final Supplied trial;

    private TrialChange(AllowlistGuard guard, Change change, Supplied trial) {
        this.guard = guard;
        this.change = change;
        this.trial = trial;
    }

    /** What is known of the trial when the change runs. */
    private interface Supplied {
        Trial now() throws ProblemException;
    }

    /**
     * The change with its trial told beforehand.
     *
     * @param change of {@code seen} into {@code wanted}, as the provider described it
     */
    static Change of(
            AllowlistGuard guard,
            String service,
            Change change,
            Allowlist seen,
            List<AllowRule> wanted) {
        return new TrialChange(guard, change, () -> trial(service, change, seen, wanted)).whole();
    }

    /**
     * As above, for a way back: the list may be anything by then, so it is read when the change
     * runs.
     */
    static Change of(AllowlistGuard guard, Provider provider, Change back) {
        return new TrialChange(
                        guard,
                        back,
                        () -> trial(provider.id(), back, provider.allowlist(), List.of()))
                .whole();
    }

    private static Trial trial(
            String service, Change change, Allowlist seen, List<AllowRule> wanted) {
        return new Trial(
                change.id(),
                service,
                change.target(),
                seen.rules(),
                wanted,
                seen.takesLabels(),
                seen.effectWithin(),
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private Change whole() {
        List<String> warnings = new ArrayList<>(change.warnings());
        warnings.add(TEXTS.text("trial.warning", AllowlistGuard.LIMIT.toSeconds()));
        return change.by(warnings, () -> sent(guard.begun(trial.now())));
    }

    private ChangeOutcome sent(Trial begun) throws ProblemException {
        try {
            ChangeOutcome outcome = change.action().run();
            switch (outcome.status()) {
                case DONE -> guard.tryOut(begun);
                case FAILED -> guard.cameToNothing(begun);
                case PARTLY, UNKNOWN -> guard.goBack(begun, Cause.NOT_WHOLE);
            }
            return outcome;
        } catch (ProblemException e) {
            if (e.problem().kind() == Problem.Kind.UNKNOWN_OUTCOME) {
                guard.goBack(begun, Cause.NOT_WHOLE);
            } else {
                guard.cameToNothing(begun);
            }
            throw e;
        } catch (RuntimeException e) {
            guard.goBack(begun, Cause.NOT_WHOLE);
            throw e;
        } finally {
            guard.sent();
        }
    }
}
