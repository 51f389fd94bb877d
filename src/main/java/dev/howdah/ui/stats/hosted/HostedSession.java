package dev.howdah.ui.stats.hosted;

import dev.howdah.core.Texts;
import dev.howdah.provider.service.RunningQuery;
import dev.howdah.ui.Lines;
import dev.howdah.ui.Names;
import dev.howdah.ui.stats.session.SessionWords;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;

/** A session by the provider's account, in words that fit on one line. */
record HostedSession(RunningQuery told) {
    private static final Texts TEXTS = Texts.of(HostedSession.class);
    private static final int MOST_CHARACTERS = 1_000;

    /** What works comes first, then what holds something, and of these the oldest. */
    static final Comparator<HostedSession> BY_NEED =
            Comparator.comparingInt(HostedSession::rank)
                    .thenComparing(HostedSession::age, Comparator.reverseOrder())
                    .thenComparing(HostedSession::pid);

    /** The same session again, unless it began something else. */
    List<Object> key() {
        return List.of(told.pid(), told.startedAt());
    }

    /** By the words of pg_stat_activity. */
    private int rank() {
        if (isActive()) {
            return 0;
        }
        return isInTransaction() ? 1 : told.state().equals("idle") ? 3 : 2;
    }

    boolean isActive() {
        return told.state().equals("active");
    }

    boolean isInTransaction() {
        return told.state().startsWith("idle in transaction");
    }

    int pid() {
        return told.pid();
    }

    /** Since its query began; zero when that is not told. */
    Duration age() {
        return told.runningFor().orElse(Duration.ZERO);
    }

    String began() {
        return told.runningFor()
                .map(SessionWords::shortly)
                .map(ago -> TEXTS.text("hosted.ago", ago))
                .orElse("");
    }

    String state() {
        return Names.visible(told.state());
    }

    String user() {
        return Names.visible(told.user());
    }

    String query() {
        return Lines.one(told.query(), MOST_CHARACTERS);
    }
}
