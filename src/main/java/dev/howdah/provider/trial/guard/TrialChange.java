package dev.howdah.provider.trial.guard;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.provider.trial.Trial;
import dev.howdah.provider.trial.TrialState.Cause;
import java.util.ArrayList;
import java.util.List;

/** A change that is on trial from the moment on at which it is sent. */
final class TrialChange {
    private static final Texts TEXTS = Texts.of(TrialChange.class);

    private final LockOutGuard guard;
    private final Change change;
    private final Supplied trial;

    private TrialChange(LockOutGuard guard, Change change, Supplied trial) {
        this.guard = guard;
        this.change = change;
        this.trial = trial;
    }

    /** What is known of the trial when the change runs. */
    interface Supplied {
        Trial now() throws ProblemException;
    }

    /** The change with its trial told beforehand. */
    static Change of(LockOutGuard guard, Change change, Supplied trial) {
        return new TrialChange(guard, change, trial).whole();
    }

    private Change whole() {
        List<String> warnings = new ArrayList<>(change.warnings());
        warnings.add(TEXTS.text("trial.warning", LockOutGuard.LIMIT.toSeconds()));
        return change.by(warnings, () -> sent(guard.begun(trial.now())));
    }

    private ChangeOutcome sent(Trial begun) throws ProblemException {
        try {
            ChangeOutcome outcome = change.action().run();
            switch (outcome.status()) {
                case DONE -> guard.course().tryOut(begun);
                case FAILED -> guard.cameToNothing(begun);
                case PARTLY, UNKNOWN -> guard.course().goBack(begun, Cause.NOT_WHOLE);
            }
            return outcome;
        } catch (ProblemException e) {
            if (e.problem().kind() == Problem.Kind.UNKNOWN_OUTCOME) {
                guard.course().goBack(begun, Cause.NOT_WHOLE);
            } else {
                guard.cameToNothing(begun);
            }
            throw e;
        } catch (RuntimeException | Error e) {
            // whatever it is, nobody knows what was sent
            guard.course().goBack(begun, Cause.NOT_WHOLE);
            throw e;
        } finally {
            guard.sent();
        }
    }
}
