package dev.howdah.ui.stats.session;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.pg.activity.ActivitySnapshot.Wait;
import dev.howdah.pg.activity.locks.LocksSnapshot;
import dev.howdah.ui.Lines;
import dev.howdah.ui.Names;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;

/** What is said of a session, wherever it is said. Every text fits on one line. */
public final class SessionWords {
    private static final Texts TEXTS = Texts.of(SessionWords.class);

    /** Names come from servers and may be long. */
    private static final int MAX_NAME = 200;

    private static final int MAX_PIDS = 3;

    private SessionWords() {}

    public static String state(SessionRow row) {
        if (row.isBlocked()) {
            return TEXTS.text("session.blocked");
        }
        return switch (row.state()) {
            case ACTIVE -> TEXTS.text("session.active");
            case IDLE -> TEXTS.text("session.idle");
            case IDLE_IN_TRANSACTION -> TEXTS.text("session.idleInTransaction");
            case IDLE_IN_TRANSACTION_ABORTED -> TEXTS.text("session.failedTransaction");
            case FASTPATH_CALL -> TEXTS.text("session.fastpath");
            case NOT_TRACKED -> TEXTS.text("session.notTracked");
            case HIDDEN -> TEXTS.text("session.hidden");
            case OTHER -> TEXTS.text("session.other");
        };
    }

    public static String icon(SessionRow row) {
        if (row.isBlocked()) {
            return "fth-lock";
        }
        return switch (row.state()) {
            case ACTIVE, FASTPATH_CALL -> "fth-play";
            case IDLE_IN_TRANSACTION -> "fth-pause-circle";
            case IDLE_IN_TRANSACTION_ABORTED -> "fth-x-circle";
            case IDLE -> "fth-moon";
            case HIDDEN -> "fth-eye-off";
            case NOT_TRACKED, OTHER -> "fth-help-circle";
        };
    }

    /** How long in its state; empty when our role may not see it. */
    public static String age(SessionRow row) {
        return row.age().map(SessionWords::shortly).orElse("");
    }

    /** Whole seconds are enough for what is read every two of them. */
    public static String shortly(Duration duration) {
        return Quantities.duration(
                        duration.compareTo(Duration.ofSeconds(1)) < 0
                                ? duration
                                : Duration.ofSeconds(duration.toSeconds()))
                .replace(".0 s", " s");
    }

    static String concern(Concern concern) {
        return switch (concern) {
            case NONE -> "";
            case LONG -> TEXTS.text("concern.long");
            case TOO_LONG -> TEXTS.text("concern.tooLong");
        };
    }

    public static String waitsOn(SessionRow row) {
        String on = row.waitsOn().map(SessionWords::event).orElse("");
        return row.blockedBy().isEmpty()
                ? on
                : TEXTS.text("session.waitsOn.by", on, pids(row.blockedBy()));
    }

    private static String event(Wait wait) {
        return name(wait.event().isEmpty() ? wait.type() : wait.type() + ": " + wait.event());
    }

    /** The first few, and how many more. */
    static String pids(List<Integer> pids) {
        String first =
                pids.stream()
                        .limit(MAX_PIDS)
                        .map(SessionWords::pid)
                        .collect(Collectors.joining(", "));
        return pids.size() > MAX_PIDS
                ? TEXTS.text("session.pids.more", first, pids.size() - MAX_PIDS)
                : first;
    }

    static String pid(int pid) {
        return pid == LocksSnapshot.PREPARED
                ? TEXTS.text("session.prepared")
                : Integer.toString(pid);
    }

    public static String user(SessionRow row) {
        return name(row.client().user());
    }

    public static String application(SessionRow row) {
        return row.isClient() || !row.client().application().isEmpty()
                ? name(row.client().application())
                : name(row.backendType());
    }

    public static String database(SessionRow row) {
        return name(row.client().database());
    }

    /** Its address; a program on the server itself has none. */
    public static String client(SessionRow row) {
        if (!row.client().address().isEmpty()) {
            return name(row.client().address());
        }
        return row.isClient() ? TEXTS.text("session.local") : "";
    }

    /** Who it is, for sentences: its application, else its user, else what kind of process. */
    public static String who(SessionRow row) {
        String application = application(row);
        return application.isEmpty() ? user(row) : application;
    }

    public static String statement(SessionRow row) {
        String text = row.statement().text().text();
        String line = Lines.one(text, 1_000);
        return row.statement().text().cut() && !line.endsWith("…") ? line + "…" : line;
    }

    private static String name(String name) {
        return Names.visible(name.length() <= MAX_NAME ? name : name.substring(0, MAX_NAME) + "…");
    }
}
