package dev.howdah.pg.activity.signal;

import dev.howdah.core.Texts;
import dev.howdah.pg.Sql;
import dev.howdah.pg.SqlNames;
import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.pg.activity.SessionState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * What can be done to a session. The session is looked for by pid and start of the backend in the
 * very statement that sends the signal, so that whoever got its pid meanwhile is left alone; where
 * the act is meant for what the session did when it was seen, that is looked for as well.
 */
public enum Signal {
    /** Ends the statement that was seen, and only that one; the session lives on. */
    CANCEL("pg_cancel_backend"),
    /** Ends the session, whatever it does. */
    TERMINATE("pg_terminate_backend"),
    /** Ends the session if it still is in the idleness it was seen in. */
    TERMINATE_IDLE("pg_terminate_backend");

    private static final Texts TEXTS = Texts.of(Signal.class);
    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS'+00'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private final String function;

    Signal(String function) {
        this.function = function;
    }

    /**
     * Why this can't be done to that session, one full sentence; empty when it can.
     *
     * @param user the role that would do it
     */
    public Optional<String> obstacle(SessionRow row, String user) {
        String pid = Integer.toString(row.pid());
        if (row.client().ours()) {
            return Optional.of(TEXTS.text("signal.ours", pid));
        }
        if (row.leader().isPresent()) {
            String leader = Integer.toString(row.leader().getAsInt());
            return Optional.of(TEXTS.text("signal.parallel", pid, leader));
        }
        if (row.key().backendStart().isEmpty()) {
            return Optional.of(TEXTS.text("signal.startHidden", pid, user, SqlNames.quoted(user)));
        }
        return switch (row.backendType()) {
            case "client backend", "autovacuum worker" -> stateObstacle(row, pid);
            case "walsender" -> Optional.of(TEXTS.text("signal.replication", pid));
            default -> Optional.of(TEXTS.text("signal.background", pid, row.backendType()));
        };
    }

    private Optional<String> stateObstacle(SessionRow row, String pid) {
        boolean runs = row.state() == SessionState.ACTIVE;
        return switch (this) {
            case CANCEL ->
                    runs && row.statement().startedAt().isPresent()
                            ? Optional.empty()
                            : Optional.of(TEXTS.text("signal.nothingToCancel", pid));
            case TERMINATE_IDLE ->
                    row.state() == SessionState.IDLE && row.statement().stateSince().isPresent()
                            ? Optional.empty()
                            : Optional.of(TEXTS.text("signal.notIdle", pid));
            case TERMINATE -> Optional.empty();
        };
    }

    /** The one statement that finds the session and signals it; answers with no row if it can't. */
    Sql sql(SessionRow row) {
        return Sql.of(
                """
                SELECT pg_catalog.%s(s.pid) AS signalled
                  FROM pg_catalog.pg_stat_get_activity(%d) s
                 WHERE %s
                """
                        .formatted(function, row.pid(), String.join("\n   AND ", conditions(row))));
    }

    /** Answers with one row as long as the signal has not had its effect. */
    Sql stillThere(SessionRow row) {
        return Sql.of(
                """
                SELECT s.pid
                  FROM pg_catalog.pg_stat_get_activity(%d) s
                 WHERE %s
                """
                        .formatted(row.pid(), String.join("\n   AND ", conditionsOfEffect(row))));
    }

    private String[] conditions(SessionRow row) {
        String same = "s.backend_start = " + literal(row.key().backendStart());
        return switch (this) {
            case TERMINATE -> new String[] {same};
            case CANCEL ->
                    new String[] {
                        same,
                        "s.state = 'active'",
                        "s.query_start = " + literal(row.statement().startedAt())
                    };
            case TERMINATE_IDLE ->
                    new String[] {
                        same,
                        "s.state = 'idle'",
                        "s.state_change = " + literal(row.statement().stateSince())
                    };
        };
    }

    private String[] conditionsOfEffect(SessionRow row) {
        return this == CANCEL ? conditions(row) : TERMINATE.conditions(row);
    }

    private static String literal(Optional<Instant> moment) {
        return SqlNames.literal(MICROSECONDS.format(moment.orElseThrow()));
    }
}
