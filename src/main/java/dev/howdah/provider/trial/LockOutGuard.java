package dev.howdah.provider.trial;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.provider.Provider;
import dev.howdah.provider.allowlist.AllowlistDifference;
import dev.howdah.provider.trial.TrialState.Cause;
import dev.howdah.provider.trial.TrialState.End;
import dev.howdah.provider.trial.TrialState.GoingBack;
import dev.howdah.provider.trial.TrialState.OnTrial;
import dev.howdah.provider.trial.TrialState.Proof;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Puts what can lock us out of one service on trial, its allowlist and its switches: unless a new
 * login works afterwards and a person keeps the change in time, what was before goes back. The
 * trial is on disk before anything is sent, so that it ends even when the console dies. It has no
 * timer: a {@link GuardClock} calls {@link #tick}, and tests do it by hand.
 */
public final class LockOutGuard implements AutoCloseable {
    /** How long a person has, from when on a connection proves something. */
    public static final Duration LIMIT = Duration.ofSeconds(60);

    /** What a person wants, until the next tick. */
    private enum Wish {
        NOTHING,
        KEEP,
        TAKE_BACK
    }

    private final Provider provider;
    private final String service;
    private final boolean encrypted;
    private final TrialFolder folder;
    private final TrialPaper paper;
    private final TakingBack takingBack;
    private final ProofRounds proofs;
    private final Clock clock;
    private final TrialNews news;
    private final ReentrantLock ticking = new ReentrantLock();
    private final AtomicReference<Wish> wish = new AtomicReference<>(Wish.NOTHING);
    private Instant lastTick = Instant.MIN;
    private boolean closed;

    /**
     * Of one service; looks at nothing yet.
     *
     * @param background for logins, which may block
     * @param uiThread where news are told
     */
    public LockOutGuard(
            GuardedProvider service,
            TrialFolder folder,
            FreshLogin login,
            Executor background,
            Executor uiThread,
            Clock clock) {
        this.provider = service.provider();
        this.service = provider.id();
        this.encrypted = service.encrypted();
        this.folder = folder;
        this.paper = new TrialPaper(this.service, folder);
        this.takingBack = new TakingBack(service);
        this.proofs = new ProofRounds(login, background);
        this.clock = clock;
        this.news = new TrialNews(uiThread);
    }

    /** How the trial stands, for whoever wants to know; any thread. */
    public TrialNews news() {
        return news;
    }

    /** Edits of an earlier start that were not sent; blocks on the disk. */
    public AllowlistDifference draft() throws ProblemException {
        return folder.draft(service);
    }

    /** Keeps edits that were not sent for the next start; blocks on the disk. */
    public void keepDraft(AllowlistDifference draft) throws ProblemException {
        folder.write(service, draft);
    }

    /** Keeps what is on trial if it is proven, with the next tick. */
    public void keep() {
        wish.set(Wish.KEEP);
    }

    /** Takes back what was before, or tries that again at once, with the next tick. */
    public void takeBack() {
        wish.set(Wish.TAKE_BACK);
    }

    /** Puts changes on trial. */
    public TrialChanges changes() {
        return new TrialChanges(this, provider, encrypted);
    }

    /** Nothing was sent yet; LOCKED while another change is on trial. */
    Trial begun(Trial planned) throws ProblemException {
        ticking.lock();
        try {
            if (closed) {
                throw TrialPaper.refusal("trial.closed");
            }
            Trial trial = planned.from(clock.instant(), LIMIT);
            paper.begin(trial);
            wish.set(Wish.NOTHING);
            news.publish(new TrialState.Sending(trial));
            return trial;
        } finally {
            ticking.unlock();
        }
    }

    /** What came of sending is known: if the server was closed meanwhile, it goes back. */
    void sent() {
        ticking.lock();
        try {
            if (closed) {
                close();
            }
        } finally {
            ticking.unlock();
        }
    }

    /** The time counts from now; if that can't be written, what is on disk ends a little sooner. */
    void tryOut(Trial sent) {
        tryOut(sent.from(clock.instant(), LIMIT), false);
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

    /** If that can't be written, the way back finds out that there is nothing to do. */
    void cameToNothing(Trial trial) {
        ticking.lock();
        try {
            end(trial, End.NEVER_HELD, Optional.empty());
        } catch (ProblemException _) {
            goBack(trial, Cause.NOT_WHOLE);
        } finally {
            ticking.unlock();
        }
    }

    private void end(Trial trial, End end, Optional<Cause> cause) throws ProblemException {
        paper.end(trial);
        news.publish(new TrialState.Ended(trial, end, cause, clock.instant()));
    }

    /** Does what is due; blocks while something goes back. Told how it went by {@link #news}. */
    public void tick() throws ProblemException {
        ticking.lock();
        try {
            if (closed) {
                return;
            }
            Instant now = clock.instant();
            boolean wasSetBack = now.isBefore(lastTick);
            Duration by = wasSetBack ? Duration.between(lastTick, now) : Duration.ZERO;
            lastTick = now;
            switch (news.state()) {
                case TrialState.Idle _, TrialState.Ended _, TrialState.Elsewhere _ -> adopt(now);
                case TrialState.Sending _ -> {
                    // the provider is being told
                }
                case OnTrial on -> waiting(on, on.trial().shifted(by), now);
                case GoingBack back -> attempt(back, now);
            }
        } finally {
            ticking.unlock();
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
        } else if (ours.get().isInTime(now, LIMIT) && takingBack.isDone(ours.get())) {
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
            proofs.go(on, proof -> proven(trial, proof));
        }
    }

    /** What holds from when the provider shows it has its time from then on. */
    private void shown(OnTrial on) {
        news.publish(on);
        if (on.trial().settlesOnceShown()) {
            tryOut(on.trial().settled(on.now(), LIMIT), true);
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
        ticking.lock();
        try {
            if (news.state() instanceof OnTrial on && on.trial().change().equals(trial.change())) {
                news.publish(on.with(Optional.of(proof), on.trouble()));
            }
        } finally {
            ticking.unlock();
        }
    }

    private void attempt(GoingBack back, Instant now) {
        boolean atOnce = wish.getAndSet(Wish.NOTHING) == Wish.TAKE_BACK;
        if (atOnce || !now.isBefore(back.nextAt())) {
            try {
                end(back.trial(), takingBack.once(back.trial()), Optional.of(back.cause()));
            } catch (ProblemException e) {
                news.publish(back.failed(e.problem(), clock.instant()));
            }
        }
    }

    /** Leaves what is on trial to others, as a console does that dies. */
    public void leave() {
        ticking.lock();
        try {
            closed = true;
            paper.release();
        } finally {
            ticking.unlock();
        }
    }

    /**
     * The server or the console is closed, which keeps nothing: what is on trial goes back now, and
     * what can't is left to the next start. Blocks as long as the provider does.
     */
    @Override
    public void close() {
        ticking.lock();
        try {
            closed = true;
            if (news.state() instanceof OnTrial on) {
                goBack(on.trial(), Cause.LEFT);
            }
            if (news.state() instanceof GoingBack back) {
                attempt(back, back.nextAt());
            }
            // what is being sent goes back when that is known, or with the next start
            if (!(news.state() instanceof TrialState.Sending)) {
                paper.release();
            }
        } finally {
            ticking.unlock();
        }
    }
}
