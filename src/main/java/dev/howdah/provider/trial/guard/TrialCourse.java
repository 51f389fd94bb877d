package dev.howdah.provider.trial.guard;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.provider.trial.Trial;
import dev.howdah.provider.trial.TrialNews;
import dev.howdah.provider.trial.TrialState;
import dev.howdah.provider.trial.TrialState.Cause;
import dev.howdah.provider.trial.TrialState.End;
import dev.howdah.provider.trial.TrialState.GoingBack;
import dev.howdah.provider.trial.TrialState.OnTrial;
import dev.howdah.provider.trial.TrialState.Proof;
import dev.howdah.provider.trial.folder.TrialPaper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;

/**
 * How a trial goes on, step by step: waiting for a proof and for a person, kept, or going back.
 * Every step is published. Not for several threads at once, but for what a person wishes.
 */
final class TrialCourse {
    /** What a person wants, until the next tick. */
    enum Wish {
        NOTHING,
        KEEP,
        TAKE_BACK
    }

    private final TrialPaper paper;
    private final TakingBack takingBack;
    private final ProofRounds proofs;
    private final TrialNews news;
    private final Clock clock;
    private final Executor alone;
    private final AtomicReference<Wish> wish = new AtomicReference<>(Wish.NOTHING);

    /**
     * @param alone runs what comes from another thread when no step is under way
     */
    TrialCourse(
            TrialPaper paper,
            TakingBack takingBack,
            ProofRounds proofs,
            TrialNews news,
            Clock clock,
            Executor alone) {
        this.paper = paper;
        this.takingBack = takingBack;
        this.proofs = proofs;
        this.news = news;
        this.clock = clock;
        this.alone = alone;
    }

    /** Until the next step; any thread. */
    void wish(Wish wanted) {
        wish.set(wanted);
    }

    /** Written down, and about to be sent. */
    void begin(Trial trial) throws ProblemException {
        paper.begin(trial);
        wish.set(Wish.NOTHING);
        news.publish(new TrialState.Sending(trial));
    }

    /** The time counts from now; if that can't be written, what is on disk ends a little sooner. */
    void tryOut(Trial sent) {
        tryOut(sent.from(clock.instant(), LockOutGuard.LIMIT), false);
    }

    private void tryOut(Trial trial, boolean inEffect) {
        Optional<Problem> trouble = Optional.empty();
        try {
            paper.rewrite(trial);
        } catch (ProblemException e) {
            trouble = Optional.of(e.problem());
        }
        news.publish(new OnTrial(trial, clock.instant(), Optional.empty(), inEffect, trouble));
    }

    GoingBack goBack(Trial trial, Cause cause) {
        GoingBack back = new GoingBack(trial, cause, 0, Optional.empty(), clock.instant());
        news.publish(back);
        return back;
    }

    void end(Trial trial, End end, Optional<Cause> cause) throws ProblemException {
        paper.end(trial);
        news.publish(new TrialState.Ended(trial, end, cause, clock.instant()));
    }

    /**
     * Does what is due.
     *
     * @param shift zero, or less when the clock was set back since the last step
     */
    void step(Instant now, Duration shift) throws ProblemException {
        switch (news.state()) {
            case TrialState.Idle _, TrialState.Ended _, TrialState.Elsewhere _ -> adopt(now);
            case TrialState.Sending _ -> {
                // the provider is being told
            }
            case OnTrial on -> waiting(on, on.trial().shifted(shift), now);
            case GoingBack back -> attempt(back, now);
        }
    }

    /** What a console that has died left behind, perhaps this one before its last start. */
    private void adopt(Instant now) throws ProblemException {
        Optional<Trial> left = paper.left();
        if (left.isEmpty()) {
            if (news.state() instanceof TrialState.Elsewhere) {
                news.publish(new TrialState.Idle());
            }
            return;
        }
        Optional<Trial> ours = paper.adopt();
        if (ours.isEmpty()) {
            news.publish(new TrialState.Elsewhere(left.get()));
        } else if (ours.get().isInTime(now, LockOutGuard.LIMIT) && takingBack.isDone(ours.get())) {
            shown(new OnTrial(ours.get(), now, Optional.empty(), true, Optional.empty()));
        } else {
            goBack(ours.get(), Cause.LEFT);
        }
    }

    private void waiting(OnTrial before, Trial trial, Instant now) {
        boolean seenNow =
                !before.inEffect() && proofs.isDue(before, now) && takingBack.isDone(trial);
        OnTrial on =
                new OnTrial(
                        trial, now, before.proof(), before.inEffect() || seenNow, before.trouble());
        if (seenNow && trial.settlesOnceShown()) {
            shown(on);
            return;
        }
        Wish wanted = wish.getAndSet(Wish.NOTHING);
        if (wanted == Wish.KEEP && on.isProven()) {
            keep(on);
        } else if (wanted == Wish.TAKE_BACK) {
            attempt(goBack(trial, Cause.ASKED), now);
        } else if (on.left().isZero()) {
            Cause cause = on.isProven() ? Cause.NOT_KEPT : Cause.NO_CONNECTION;
            attempt(goBack(trial, cause), now);
        } else {
            news.publish(on);
            proofs.go(on, proof -> alone.execute(() -> proven(trial, proof)));
        }
    }

    /** What holds from when the provider shows it has its time from then on. */
    private void shown(OnTrial on) {
        news.publish(on);
        if (on.trial().settlesOnceShown()) {
            tryOut(on.trial().settled(on.now(), LockOutGuard.LIMIT), true);
        }
    }

    private void keep(OnTrial on) {
        try {
            end(on.trial(), End.KEPT, Optional.empty());
        } catch (ProblemException e) {
            news.publish(on.with(on.proof(), Optional.of(e.problem())));
        }
    }

    private void proven(Trial trial, Proof proof) {
        if (news.state() instanceof OnTrial on && on.trial().change().equals(trial.change())) {
            news.publish(on.with(Optional.of(proof), on.trouble()));
        }
    }

    void attempt(GoingBack back, Instant now) {
        boolean atOnce = wish.getAndSet(Wish.NOTHING) == Wish.TAKE_BACK;
        if (atOnce || !now.isBefore(back.nextAt())) {
            try {
                end(back.trial(), takingBack.once(back.trial()), Optional.of(back.cause()));
            } catch (ProblemException e) {
                news.publish(back.failed(e.problem(), clock.instant()));
            }
        }
    }
}
