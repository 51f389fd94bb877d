package dev.howdah.ui.overview;

import dev.howdah.core.Reading;
import dev.howdah.health.session.SessionFacts;
import dev.howdah.pg.activity.ActivityQuery;
import dev.howdah.pg.activity.FailedTransactionsQuery;
import dev.howdah.pg.activity.locks.LocksQuery;
import dev.howdah.pg.activity.locks.LocksSnapshot;
import dev.howdah.refresh.Subscription;
import dev.howdah.session.Session;
import java.util.function.Consumer;

/**
 * Looks at the sessions of a server while the Overview is on the screen, and for what they wait
 * while somebody waits. JavaFX thread only.
 */
final class WatchedSessions {
    private final OpenSessions sessions = new OpenSessions();
    private final Subscription locks;
    private final Consumer<Reading<SessionFacts>> show;
    private boolean onScreen;

    /**
     * @param show hears what is known of all sessions, whenever more is
     */
    WatchedSessions(Session session, OverviewReads reads, Consumer<Reading<SessionFacts>> show) {
        this.show = show;
        this.locks =
                session.fast().subscribe(new LocksQuery(), OverviewReads.OFTEN, this::takeLocks);
        reads.fast(
                new ActivityQuery(false),
                OverviewReads.OFTEN,
                reading -> {
                    sessions.takeActivity(reading);
                    askForLocks();
                    tell();
                });
        reads.slow(
                new FailedTransactionsQuery(),
                OverviewReads.NOW_AND_THEN,
                reading -> {
                    sessions.takeFailed(reading);
                    tell();
                });
    }

    private void takeLocks(Reading<LocksSnapshot> reading) {
        sessions.takeLocks(reading);
        tell();
    }

    private void tell() {
        show.accept(sessions.facts());
    }

    /** Reading the queues costs more than finding nobody in them. */
    private void askForLocks() {
        if (onScreen && sessions.anybodyBlocked()) {
            locks.shown();
        } else {
            locks.hidden();
        }
    }

    void shown() {
        onScreen = true;
        askForLocks();
    }

    void hidden() {
        onScreen = false;
        locks.hidden();
    }

    void close() {
        locks.close();
    }
}
