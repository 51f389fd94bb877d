package dev.howdah.ui.connect.test;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.pg.PgPool;
import dev.howdah.pg.PgReader;
import dev.howdah.pg.PgTarget;
import dev.howdah.pg.ServerGreeting;
import dev.howdah.pg.ServerShape;
import dev.howdah.pg.TlsMode;
import dev.howdah.pg.activity.SessionCountsQuery;
import dev.howdah.pg.activity.SessionCountsSnapshot;
import dev.howdah.ui.notice.Notice;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One visit to a server, step by step: looks whether somebody is there and what TLS is offered,
 * connects, looks at what it is and what we may do there, and leaves.
 */
final class ConnectionTest {
    private final PgTarget target;
    private final Secret password;
    private final ServerGreeting greeting = new ServerGreeting();
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

    /**
     * Blocks for half a minute at the most; not on the JavaFX thread.
     *
     * @param told hears of everything that is found when it is found, on this thread
     */
    void run(Consumer<Notice> told) throws ProblemException {
        TestFindings findings = new TestFindings(target);
        try {
            greet(findings, told);
            try (PgPool opened = opened()) {
                SessionCountsSnapshot counts =
                        new PgReader(opened, Clock.systemUTC()).ask(new SessionCountsQuery());
                ServerShape shape = Objects.requireNonNull(opened.lastShape());
                findings.server(shape, counts).forEach(told);
            }
        } finally {
            password.wipe();
        }
    }

    private void greet(TestFindings findings, Consumer<Notice> told) throws ProblemException {
        try (greeting) {
            long start = System.nanoTime();
            String address = greeting.reach(target);
            told.accept(findings.reached(address, Duration.ofNanos(System.nanoTime() - start)));
            if (target.tls() != TlsMode.DISABLE) {
                told.accept(
                        greeting.askForTls(target)
                                .map(findings::offeredTls)
                                .orElseThrow(TestFindings::noTls));
            }
        }
    }

    /** Hangs up, from any thread and without waiting; {@link #run} then fails soon. */
    synchronized void cancel() {
        cancelled = true;
        greeting.close();
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
