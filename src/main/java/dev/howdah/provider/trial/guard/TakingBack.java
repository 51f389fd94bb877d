package dev.howdah.provider.trial.guard;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeRunner;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.Operation.State;
import dev.howdah.provider.Operations;
import dev.howdah.provider.Provider;
import dev.howdah.provider.trial.Trial;
import dev.howdah.provider.trial.TrialState;
import dev.howdah.provider.trial.Tried;
import java.util.List;
import java.util.Optional;

/** Brings back what was before, and believes only what the provider then shows. */
final class TakingBack {
    private static final Texts TEXTS = Texts.of(TakingBack.class);

    private final Provider provider;
    private final Operations operations;
    private final ChangeRunner runner;

    TakingBack(GuardedProvider service) {
        this.provider = service.provider();
        this.operations = service.operations();
        this.runner = service.runner();
    }

    /** Whether the whole change is known to be in effect; asks the provider while it is not. */
    boolean isDone(Trial trial) {
        try {
            return of(trial, operations.look())
                    .filter(each -> each.state() == State.DONE)
                    .isPresent();
        } catch (ProblemException _) {
            return false;
        }
    }

    private static Optional<Operation> of(Trial trial, List<Operation> all) {
        return all.stream().filter(each -> each.id().equals(trial.change())).findFirst();
    }

    /**
     * One attempt, to be repeated until it returns: it looks before it sends, so that repeating it
     * is safe whatever became of the last one.
     */
    TrialState.End once(Trial trial) throws ProblemException {
        try {
            return attempted(trial);
        } catch (RuntimeException e) {
            throw new ProblemException(
                    Problem.of(
                                    Problem.Kind.FAILED,
                                    TEXTS.text("back.defect"),
                                    TEXTS.text("back.defect.remedy"))
                            .withDetail(e.toString()),
                    e);
        }
    }

    private TrialState.End attempted(Trial trial) throws ProblemException {
        List<Operation> all = operations.look();
        Optional<Operation> tried = of(trial, all);
        for (Operation other : all) {
            if (trial.tried().isActedOnBy(other)
                    && !other.state().ended()
                    && !other.id().equals(trial.change())) {
                throw problem(Problem.Kind.LOCKED, "back.inTheWay", other.title());
            }
        }
        Tried.Standing now = trial.tried().standing(provider);
        boolean mayStillHappen = tried.filter(each -> !each.state().ended()).isPresent();
        if (!mayStillHappen && now.isAsBefore()) {
            return TrialState.End.WENT_BACK;
        }
        if (cameToNothing(tried, now)) {
            return TrialState.End.NEVER_HELD;
        }
        Optional<Change> back =
                tried.filter(trial.tried()::isBefore)
                        .flatMap(each -> provider.wayBack(trial.target(), each));
        runner.run(back.isPresent() ? back.get() : now.back().to(trial.target()));
        if (!trial.tried().standing(provider).isAsBefore()) {
            throw problem(Problem.Kind.FAILED, "back.notYet", provider.providerName());
        }
        return TrialState.End.WENT_BACK;
    }

    /**
     * Nothing of the change is in effect. An operation is written down before anything is sent, so
     * without one what is not as it was wanted is somebody else's.
     */
    private static boolean cameToNothing(Optional<Operation> tried, Tried.Standing now) {
        return tried.isPresent() ? tried.get().state() == State.FAILED : !now.isAsWanted();
    }

    private static ProblemException problem(Problem.Kind kind, String key, Object... arguments) {
        return new ProblemException(
                Problem.of(kind, TEXTS.text(key, arguments), TEXTS.text(key + ".remedy")));
    }
}
