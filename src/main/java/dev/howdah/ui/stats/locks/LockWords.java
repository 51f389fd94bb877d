package dev.howdah.ui.stats.locks;

import dev.howdah.core.Texts;
import dev.howdah.pg.activity.locks.LocksSnapshot;
import dev.howdah.pg.activity.locks.LocksSnapshot.WantedLock;
import dev.howdah.ui.Names;
import dev.howdah.ui.stats.session.SessionWords;

/** What is said of a line in a queue for a lock. Every text fits on one line. */
final class LockWords {
    private static final Texts TEXTS = Texts.of(LockWords.class);

    private LockWords() {}

    /** Its process id and who it is. */
    static String session(LockLine line) {
        if (line.pid() == LocksSnapshot.PREPARED) {
            return TEXTS.text("locks.prepared");
        }
        String pid = Integer.toString(line.pid());
        return line.session()
                .map(session -> TEXTS.text("locks.session", pid, SessionWords.who(session)))
                .orElse(pid);
    }

    static String state(LockLine line) {
        if (line.inCycle()) {
            return TEXTS.text("locks.deadlock");
        }
        if (line.row().waits()) {
            return TEXTS.text("session.blocked");
        }
        if (line.pid() == LocksSnapshot.PREPARED) {
            return TEXTS.text("locks.prepared.state");
        }
        return line.session().map(SessionWords::state).orElse("");
    }

    static String icon(LockLine line) {
        if (line.row().waits()) {
            return "fth-lock";
        }
        return line.session().map(SessionWords::icon).orElse("fth-archive");
    }

    static String age(LockLine line) {
        return line.age().map(SessionWords::shortly).orElse("");
    }

    /** Mode and object of the lock it waits for; empty when it doesn't wait. */
    static String wants(LockLine line) {
        return line.row().wanted().map(LockWords::wants).orElse("");
    }

    private static String wants(WantedLock wanted) {
        String mode =
                wanted.mode().endsWith("Lock")
                        ? wanted.mode().substring(0, wanted.mode().length() - "Lock".length())
                        : wanted.mode();
        String words = TEXTS.text("locks.wants", mode, object(wanted));
        return Names.visible(
                wanted.database().isEmpty()
                        ? words
                        : TEXTS.text("locks.inDatabase", words, wanted.database()));
    }

    private static String object(WantedLock wanted) {
        boolean named = !wanted.relation().isEmpty();
        return switch (wanted.kind()) {
            case "relation" -> named ? wanted.relation() : wanted.where();
            case "tuple" ->
                    named
                            ? TEXTS.text("locks.row.at", wanted.relation(), wanted.where())
                            : wanted.where();
            case "transactionid" ->
                    named ? TEXTS.text("locks.row", wanted.relation()) : wanted.where();
            default ->
                    named
                            ? TEXTS.text("locks.of", wanted.kind(), wanted.relation())
                            : wanted.where().isEmpty()
                                    ? wanted.kind()
                                    : TEXTS.text("locks.of", wanted.kind(), wanted.where());
        };
    }

    static String behind(LockLine line) {
        return line.behind() == 0 ? "" : Integer.toString(line.behind());
    }

    /** The statement; for a prepared transaction the ways to end it. */
    static String statement(LockLine line) {
        if (line.pid() == LocksSnapshot.PREPARED) {
            return line.row().prepared().isEmpty()
                    ? TEXTS.text("locks.prepared.unnamed")
                    : TEXTS.text(
                            "locks.prepared.end",
                            Names.visible(String.join(", ", line.row().prepared())));
        }
        return line.session().map(SessionWords::statement).orElse("");
    }
}
