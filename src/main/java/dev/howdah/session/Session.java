package dev.howdah.session;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.pg.PgPool;
import dev.howdah.pg.PgReader;
import dev.howdah.pg.PgVisit;
import dev.howdah.pg.PgVisits;
import dev.howdah.pg.PgWriter;
import dev.howdah.pg.Query;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.activity.SessionCountsQuery;
import dev.howdah.pg.activity.SessionCountsSnapshot;
import dev.howdah.pg.server.sizes.SchemasQuery;
import dev.howdah.pg.server.vitals.VitalsQuery;
import dev.howdah.profile.Profile;
import dev.howdah.provider.ProviderQuestion;
import dev.howdah.refresh.RefreshLoop;
import dev.howdah.refresh.Subscription;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A server that is open in the window: one pool, and two loops that read through it. What is fast
 * and seen travels in {@link #fast()}; what may take long goes through {@link #slow()}, so that it
 * never holds up the rest.
 */
public final class Session implements AutoCloseable {
    private final Profile profile;
    private final Supplier<Secret> password;
    private final PgPool pool;
    private final PgReader reader;
    private final PgWriter writer;
    private final PgVisits visits;
    private final Hosting hosting;
    private final RefreshLoop fast;
    private final RefreshLoop slow;
    private final VitalsHistory vitals = new VitalsHistory();
    private final SchemaGrowth growth = new SchemaGrowth();
    private final Subscription vitalsWatch;
    private final Subscription growthWatch;

    /** Of a server that nobody hosts for us. */
    public Session(Profile profile, Supplier<Secret> password, Executor uiThread, Clock clock)
            throws ProblemException {
        this(profile, password, Hosting.nobody(uiThread, clock), uiThread, clock);
    }

    /** Connects to nothing yet; the first panel that is shown does. */
    public Session(
            Profile profile,
            Supplier<Secret> password,
            Hosting hosting,
            Executor uiThread,
            Clock clock)
            throws ProblemException {
        this.profile = profile;
        this.hosting = hosting;
        this.password = password;
        this.pool = new PgPool(profile.target(), password);
        this.reader = new PgReader(pool, clock);
        this.writer = new PgWriter(pool);
        this.visits = new PgVisits(pool, password, clock);
        this.fast = new RefreshLoop(profile.name() + "-fast", reader, uiThread, clock);
        this.slow = new RefreshLoop(profile.name() + "-slow", reader, uiThread, clock);
        this.vitalsWatch = fast.subscribe(new VitalsQuery(), VitalsHistory.PAUSE, vitals::take);
        this.growthWatch =
                slow.subscribe(new SchemasQuery(false), SchemaGrowth.PAUSE, growth::take);
        fast.start();
        slow.start();
        hosting.loop().start();
    }

    public Profile profile() {
        return profile;
    }

    /** What a change that acts on this server is described with. */
    public ChangeTarget target() {
        return new ChangeTarget(
                profile.name(),
                profile.environment(),
                profile.readOnly(),
                Optional.of(
                        new ChangeTarget.Login(
                                profile.target().user(), profile.target().address())));
    }

    /** For queries of a few milliseconds that wait behind no lock. */
    public RefreshLoop fast() {
        return fast;
    }

    /** For sizes, statements and everything else that is rare or may take seconds. */
    public RefreshLoop slow() {
        return slow;
    }

    /** The last hour in numbers, for charts and judgements. */
    public VitalsHistory vitals() {
        return vitals;
    }

    /** How the schemas have grown since the console first looked. */
    public SchemaGrowth growth() {
        return growth;
    }

    /** The server is in front, with whichever tab: its history goes on. */
    public void shown() {
        vitalsWatch.shown();
        growthWatch.shown();
    }

    /** Another server is in front, or the window is minimised: nothing is asked for history. */
    public void hidden() {
        vitalsWatch.hidden();
        growthWatch.hidden();
    }

    /** For a single question now, off the JavaFX thread. */
    public PgReader reader() {
        return reader;
    }

    /** For the action of a change only. */
    public PgWriter writer() {
        return writer;
    }

    /** For short stays in other databases of the server, or as other roles. */
    public PgVisits visits() {
        return visits;
    }

    /**
     * Logs in over a connection of its own, as any client would, asks something and leaves. Blocks
     * for half a minute at the most.
     */
    public void logInAnew() throws ProblemException {
        try (PgVisit visit = visits.in(profile.target().database())) {
            SessionCountsSnapshot _ = visit.reader().ask(new SessionCountsQuery());
        }
    }

    /** The provider's side of the server. */
    public Hosting hosting() {
        return hosting;
    }

    /** For PostgreSQL's own tools, which log in by themselves. Never shown. */
    public Secret password() {
        return password.get();
    }

    public PgPool pool() {
        return pool;
    }

    /**
     * The exact text that a panel sends; empty before the first connection or when it can't ask.
     */
    public String sqlOf(Query<?> query) {
        ServerShape shape = pool.lastShape();
        if (shape == null) {
            return "";
        }
        try {
            return query.sql(shape).text();
        } catch (ProblemException e) {
            return "";
        }
    }

    /** The exact text of what a panel sends that asks the server and its provider. */
    public String sentBy(Query<?> query, ProviderQuestion<?>... questions) {
        String sql = sqlOf(query);
        return (sql.isEmpty() ? "" : "-- SQL\n" + sql.strip() + "\n\n")
                + hosting.requestsOf(questions);
    }

    /** The shape of the server; null before the first connection. */
    public @Nullable ServerShape shape() {
        return pool.lastShape();
    }

    /** Stops reading, or goes on; what somebody asks for is read all the same. */
    public void pause(boolean paused) {
        for (RefreshLoop loop : List.of(fast, slow, hosting.loop())) {
            if (paused) {
                loop.pause();
            } else {
                loop.resume();
            }
        }
    }

    /** After the person changed something or pressed Retry: everything is tried anew, at once. */
    public void retry() {
        pool.lookAgain();
        fast.askAllNow();
        slow.askAllNow();
        hosting.loop().askAllNow();
    }

    /** Stops the loops and ends our sessions on the server. Blocks briefly. */
    @Override
    public void close() {
        fast.close();
        slow.close();
        hosting.loop().close();
        pool.close();
    }
}
