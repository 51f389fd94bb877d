package dev.howdah.pg;

import java.time.Clock;

/**
 * A short stay on a server beside the pool: in another database, or as another role. It has one
 * session of its own, which ends with {@link #close()}.
 */
public final class PgVisit implements AutoCloseable {
    private final PgPool pool;
    private final PgReader reader;
    private final PgWriter writer;
    private final Runnable afterwards;

    /**
     * @param onlooker has a session to spare, in any database
     */
    PgVisit(PgPool pool, PgPool onlooker, Clock clock, Runnable afterwards) {
        this.pool = pool;
        this.reader = new PgReader(pool, clock);
        this.writer = new PgWriter(pool, onlooker);
        this.afterwards = afterwards;
    }

    public PgReader reader() {
        return reader;
    }

    /** For the action of a change only. */
    public PgWriter writer() {
        return writer;
    }

    /** The session itself, for what is neither a query nor a write, like trying out rights. */
    public PgPool pool() {
        return pool;
    }

    /** Ends the session. Blocks briefly. */
    @Override
    public void close() {
        pool.close();
        afterwards.run();
    }
}
