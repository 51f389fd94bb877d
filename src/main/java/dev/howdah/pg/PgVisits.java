package dev.howdah.pg;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.Texts;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Lets us into the other databases of a server, and in as other roles, one visit at a time: so that
 * with the pool's two sessions we never hold more than three.
 */
public final class PgVisits {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Texts TEXTS = Texts.of(PgVisits.class);

    private final PgPool home;
    private final Supplier<Secret> password;
    private final Clock clock;
    private final Semaphore oneAtATime = new Semaphore(1);

    /**
     * @param home the pool of the server; visits start from its target
     */
    public PgVisits(PgPool home, Supplier<Secret> password, Clock clock) {
        this.home = home;
        this.password = password;
        this.clock = clock;
    }

    /** As the role we are always logged in as. */
    public PgVisit in(String database) throws ProblemException {
        return visit(home.target().inDatabase(database), password);
    }

    /** As another role, whose password is known. */
    public PgVisit as(String user, Secret itsPassword, String database) throws ProblemException {
        return visit(home.target().inDatabase(database).as(user), () -> itsPassword);
    }

    /**
     * Blocks while another visit lasts, for half a minute at the most. Nobody may open a second
     * visit before the first is closed.
     */
    private PgVisit visit(PgTarget target, Supplier<Secret> itsPassword) throws ProblemException {
        try {
            if (!oneAtATime.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy(Problem.Kind.TIMED_OUT);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw busy(Problem.Kind.UNREACHABLE);
        }
        AtomicBoolean released = new AtomicBoolean();
        Runnable release =
                () -> {
                    if (released.compareAndSet(false, true)) {
                        oneAtATime.release();
                    }
                };
        try {
            return new PgVisit(new PgPool(target, itsPassword, 1), home, clock, release);
        } catch (ProblemException | RuntimeException e) {
            release.run();
            throw e;
        }
    }

    private static ProblemException busy(Problem.Kind kind) {
        return new ProblemException(
                Problem.of(kind, TEXTS.text("visit.busy"), TEXTS.text("visit.busy.remedy")));
    }
}
