package dev.howdah.pg;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds out who keeps a write of ours waiting for a lock: over another session and while it waits,
 * because afterwards nobody knows. It looks only after an attempt has failed for a lock, four times
 * a second until it has seen somebody.
 */
final class LockWatch {
    private static final Texts TEXTS = Texts.of(LockWatch.class);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final int NETWORK_MILLIS = 2_000;
    private static final int SHOWN = 5;
    private static final int SHOWN_CHARACTERS = 100;

    /** What stands in such a statement may be a secret, and problems are written down. */
    private static final Pattern SECRETS =
            Pattern.compile("password|secret|scram-sha|token|identified", Pattern.CASE_INSENSITIVE);

    /** A prepared transaction has the number 0 and no session. */
    private static final String BLOCKERS =
            """
            SELECT b.pid,
                   coalesce(a.usename, '')          AS user_name,
                   coalesce(a.application_name, '') AS application,
                   extract(epoch FROM clock_timestamp() - a.xact_start) * 1000  AS transaction_ms,
                   extract(epoch FROM clock_timestamp() - a.query_start) * 1000 AS statement_ms,
                   coalesce(left(a.query, 200), '') AS query
              FROM (SELECT DISTINCT u.pid
                      FROM unnest(pg_blocking_pids(?)) u (pid)) b
              LEFT JOIN pg_stat_activity a ON a.pid = b.pid
             ORDER BY a.xact_start, b.pid
             LIMIT 100
            """;

    /**
     * A session in our way.
     *
     * @param pid 0 for a prepared transaction
     * @param transaction how long it has been in its transaction; empty when we may not know
     * @param statement how long ago its last statement began; empty when we may not know
     */
    private record Blocker(
            int pid,
            String user,
            String application,
            Optional<Duration> transaction,
            Optional<Duration> statement,
            String query) {}

    private final PgPool onlooker;
    private boolean awake;
    private volatile List<Blocker> seen = List.of();

    /**
     * @param onlooker has a session to spare while ours waits
     */
    LockWatch(PgPool onlooker) {
        this.onlooker = onlooker;
    }

    /** While it is open, somebody looks, if the watch is awake. */
    static final class Look implements AutoCloseable {
        private volatile boolean over;

        @Override
        public void close() {
            over = true;
        }
    }

    /** An attempt has failed for a lock: the next one is looked at. */
    void wake() {
        awake = true;
    }

    /** Looks in the background from now on at what blocks the backend. */
    Look at(int pid) {
        Look look = new Look();
        if (!awake) {
            return look;
        }
        Thread.ofVirtual().name("lock-watch").start(() -> lookUntilSeen(pid, look));
        return look;
    }

    private void lookUntilSeen(int pid, Look look) {
        while (!look.over) {
            List<Blocker> now = blockers(pid);
            if (!now.isEmpty()) {
                seen = now;
                return;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** Empty when there is none, or nobody can be asked. */
    private List<Blocker> blockers(int pid) {
        try (Connection connection = onlooker.borrow()) {
            connection.setNetworkTimeout(Runnable::run, NETWORK_MILLIS);
            connection.setAutoCommit(true);
            try (PreparedStatement statement =
                            WriteConnection.prepared(connection, Sql.of(BLOCKERS, pid));
                    ResultSet rows = statement.executeQuery()) {
                List<Blocker> blockers = new ArrayList<>();
                while (rows.next()) {
                    blockers.add(
                            new Blocker(
                                    rows.getInt("pid"),
                                    rows.getString("user_name"),
                                    rows.getString("application"),
                                    Cells.millis(rows, "transaction_ms"),
                                    Cells.millis(rows, "statement_ms"),
                                    rows.getString("query")));
                }
                return blockers;
            }
        } catch (SQLException | ProblemException _) {
            return List.of();
        }
    }

    /** What is to be said when the lock was never granted. */
    Problem problem(Problem general, int attempts) {
        List<Blocker> blockers = seen;
        if (blockers.isEmpty()) {
            return new Problem(
                    general.kind(),
                    TEXTS.text("write.blockedUnseen", attempts),
                    TEXTS.text("write.blockedUnseen.remedy"),
                    general.detail());
        }
        return new Problem(
                general.kind(),
                TEXTS.text(
                        "write.blocked",
                        attempts,
                        blockers.size(),
                        blockers.stream()
                                .limit(SHOWN)
                                .map(LockWatch::sentence)
                                .collect(Collectors.joining("; "))),
                TEXTS.text("write.blocked.remedy", blockers.size()),
                general.detail()
                        + blockers.stream()
                                .limit(SHOWN)
                                .filter(each -> !each.query().isBlank())
                                .map(each -> "\n" + each.pid() + ": " + beginning(each.query()))
                                .collect(Collectors.joining()));
    }

    private static String sentence(Blocker blocker) {
        if (blocker.pid() == 0) {
            return TEXTS.text("write.blocker.prepared");
        }
        String who =
                blocker.application().isEmpty()
                        ? TEXTS.text("write.blocker", pid(blocker), oneLine(blocker.user()))
                        : TEXTS.text(
                                "write.blocker.application",
                                pid(blocker),
                                oneLine(blocker.user()),
                                oneLine(blocker.application()));
        return blocker.transaction()
                .map(time ->
                        TEXTS.text(
                                "write.blocker.since",
                                who,
                                Quantities.duration(time),
                                Quantities.duration(blocker.statement().orElse(time))))
                .orElse(who);
    }

    private static String pid(Blocker blocker) {
        return Integer.toString(blocker.pid());
    }

    private static String beginning(String query) {
        if (SECRETS.matcher(query).find()) {
            return TEXTS.text("write.blocker.secret");
        }
        String line = oneLine(query).strip();
        return line.length() <= SHOWN_CHARACTERS ? line : line.substring(0, SHOWN_CHARACTERS) + "…";
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ");
    }
}
