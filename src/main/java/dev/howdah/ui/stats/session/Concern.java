package dev.howdah.ui.stats.session;

import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.pg.activity.SessionState;
import java.time.Duration;

/**
 * How worrying it is that a session has been in its state for so long. Only programs' sessions are
 * judged: what the server does by itself takes as long as it takes.
 */
public enum Concern {
    NONE,
    LONG,
    TOO_LONG;

    /** From when on a state is long, and from when on too long. */
    private record Limits(Duration lasting, Duration tooLong) {
        Concern of(Duration age) {
            if (age.compareTo(tooLong) >= 0) {
                return TOO_LONG;
            }
            return age.compareTo(lasting) >= 0 ? LONG : NONE;
        }
    }

    private static final Limits STATEMENT =
            new Limits(Duration.ofSeconds(60), Duration.ofMinutes(5));
    private static final Limits IDLE_IN_TRANSACTION =
            new Limits(Duration.ofSeconds(60), Duration.ofMinutes(10));
    private static final Limits BLOCKED =
            new Limits(Duration.ofSeconds(10), Duration.ofSeconds(60));

    public static Concern about(SessionRow row) {
        if (!row.isClient() || row.client().ours()) {
            return NONE;
        }
        Duration age = row.age().orElse(Duration.ZERO);
        if (row.isBlocked()) {
            return BLOCKED.of(age);
        }
        if (row.state().isIdleInTransaction()) {
            return IDLE_IN_TRANSACTION.of(age);
        }
        return row.state() == SessionState.ACTIVE ? STATEMENT.of(age) : NONE;
    }

    /** A wait for a lock, by the time since it began. */
    public static Concern aboutWait(Duration waiting) {
        return BLOCKED.of(waiting);
    }
}
