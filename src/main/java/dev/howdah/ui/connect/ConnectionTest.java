package dev.howdah.ui.connect;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.pg.PgPool;
import dev.howdah.pg.PgReader;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.activity.SessionCountsQuery;
import dev.howdah.pg.activity.SessionCountsSnapshot;
import dev.howdah.ui.Notice;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One visit to a server: connects, looks at what it is and what we may do there, and leaves. */
final class ConnectionTest {
    private final PgTarget target;
    private final Secret password;
    private boolean cancelled;
    private @Nullable PgPool pool;

    /**
     * Opens nothing yet.
     *
     * @param password wiped when the test is over
     */
    ConnectionTest(PgTarget target, Secret password) {
        this.target = target;
        this.password = password;
    }

    /** What was found. Blocks for 15 s at the most; not on the JavaFX thread. */
    List<Notice> run() throws ProblemException {
        try (PgPool opened = opened()) {
            SessionCountsSnapshot counts =
                    new PgReader(opened, Clock.systemUTC()).ask(new SessionCountsQuery());
            ServerShape shape = Objects.requireNonNull(opened.lastShape());
            return new TestFindings(target, shape).with(counts);
        } finally {
            password.wipe();
        }
    }

    /** Hangs up, from any thread and without waiting; {@link #run()} then fails soon. */
    synchronized void cancel() {
        cancelled = true;
        PgPool open = pool;
        if (open != null) {
            Thread.ofVirtual().name("howdah-test-end").start(open::close);
        }
    }

    private synchronized PgPool opened() throws ProblemException {
        PgPool opened = new PgPool(target, () -> password);
        pool = opened;
        if (cancelled) {
            opened.close();
        }
        return opened;
    }
}
