package dev.howdah.provider.trial.guard;

import dev.howdah.core.ProblemException;
import dev.howdah.provider.Provider;
import dev.howdah.provider.allowlist.AllowlistDifference;
import dev.howdah.provider.trial.Trial;
import dev.howdah.provider.trial.TrialNews;
import dev.howdah.provider.trial.TrialState;
import dev.howdah.provider.trial.TrialState.Cause;
import dev.howdah.provider.trial.TrialState.End;
import dev.howdah.provider.trial.TrialState.GoingBack;
import dev.howdah.provider.trial.TrialState.OnTrial;
import dev.howdah.provider.trial.folder.TrialFolder;
import dev.howdah.provider.trial.folder.TrialPaper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;
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

    private final Provider provider;
    private final String service;
    private final boolean encrypted;
    private final TrialFolder folder;
    private final TrialPaper paper;
    private final Clock clock;
    private final TrialNews news;
    private final TrialCourse course;
    private final ReentrantLock ticking = new ReentrantLock();
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
        this.clock = clock;
        this.news = new TrialNews(uiThread);
        this.course =
                new TrialCourse(
                        paper,
                        new TakingBack(service),
                        new ProofRounds(login, background),
                        news,
                        clock,
                        this::alone);
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
        course.wish(TrialCourse.Wish.KEEP);
    }

    /** Takes back what was before, or tries that again at once, with the next tick. */
    public void takeBack() {
        course.wish(TrialCourse.Wish.TAKE_BACK);
    }

    /** Puts changes on trial. */
    public TrialChanges changes() {
        return new TrialChanges(this, provider, encrypted);
    }

    /** What is done from the outside while nothing else is under way. */
    private void alone(Runnable step) {
        ticking.lock();
        try {
            step.run();
        } finally {
            ticking.unlock();
        }
    }

    /** How the trial goes on when something was sent. */
    TrialCourse course() {
        return course;
    }

    /** Nothing was sent yet; LOCKED while another change is on trial. */
    Trial begun(Trial planned) throws ProblemException {
        ticking.lock();
        try {
            if (closed) {
                throw TrialPaper.refusal("closed");
            }
            Trial trial = planned.from(clock.instant(), LIMIT);
            course.begin(trial);
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

    /** If that can't be written, the way back finds out that there is nothing to do. */
    void cameToNothing(Trial trial) {
        ticking.lock();
        try {
            course.end(trial, End.NEVER_HELD, Optional.empty());
        } catch (ProblemException _) {
            course.goBack(trial, Cause.NOT_WHOLE);
        } finally {
            ticking.unlock();
        }
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
            course.step(now, by);
        } finally {
            ticking.unlock();
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
                course.goBack(on.trial(), Cause.LEFT);
            }
            if (news.state() instanceof GoingBack back) {
                course.attempt(back, back.nextAt());
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
