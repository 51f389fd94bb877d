package dev.howdah.pg.activity.signal;

import dev.howdah.core.ProblemException;
import dev.howdah.pg.PgReader;
import dev.howdah.pg.PgWriter;
import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.pg.activity.locks.LocksQuery;
import dev.howdah.pg.activity.locks.LocksSnapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/**
 * Signals some sessions once and looks what came of it. Every session is signalled at once and then
 * all are waited for together: with the wait inside pg_terminate_backend(), which 13 lacks, ten
 * sessions that hang would take ten times as long, and their waiters with them.
 */
final class SignalRound {
    /** How long sessions have to end before they are called still alive. */
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final Duration STEP = Duration.ofMillis(50);

    /** What became of one session. */
    enum Result {
        ENDED,
        STILL_THERE,
        /** Nothing was signalled: it had gone, or does something else by now. */
        GONE,
        NOT_PERMITTED,
        /** The server answered with another error. */
        FAILED,
        /** The link broke; what happened is not known. */
        UNKNOWN,
        NOT_SENT
    }

    /**
     * All that is known afterwards.
     *
     * @param freed how many sessions no longer wait that waited behind the signalled ones; empty
     *     when that could not be read
     */
    record Effect(Map<SessionRow, Result> results, OptionalInt freed) {}

    private final PgWriter writer;
    private final PgReader reader;
    private final Signal signal;
    private final Map<SessionRow, Result> results = new LinkedHashMap<>();

    SignalRound(PgWriter writer, PgReader reader, Signal signal) {
        this.writer = writer;
        this.reader = reader;
        this.signal = signal;
    }

    Effect run(List<SessionRow> sessions) {
        Set<Integer> waitedBefore = waitersBehind(sessions);
        boolean linkBroke = false;
        for (SessionRow session : sessions) {
            Result result = linkBroke ? Result.NOT_SENT : send(session);
            results.put(session, result);
            linkBroke |= result == Result.UNKNOWN;
        }
        if (!linkBroke) {
            awaitEffect();
        }
        return new Effect(results, freed(waitedBefore));
    }

    private Result send(SessionRow session) {
        try {
            List<Boolean> answer = writer.call(signal.sql(session), row -> row.getBoolean(1));
            return answer.contains(true) ? Result.STILL_THERE : Result.GONE;
        } catch (ProblemException e) {
            return switch (e.problem().kind()) {
                case NOT_PERMITTED -> Result.NOT_PERMITTED;
                case UNREACHABLE, TIMED_OUT -> Result.UNKNOWN;
                default -> Result.FAILED;
            };
        }
    }

    private void awaitEffect() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            for (SessionRow session : with(Result.STILL_THERE)) {
                if (isOver(session)) {
                    results.put(session, Result.ENDED);
                }
            }
            if (with(Result.STILL_THERE).isEmpty() || System.nanoTime() > deadline) {
                return;
            }
            LockSupport.parkNanos(STEP.toNanos());
        }
    }

    private boolean isOver(SessionRow session) {
        try {
            return writer.call(signal.stillThere(session), row -> row.getInt(1)).isEmpty();
        } catch (ProblemException e) {
            // Not seen to be over; the deadline ends the wait.
            return false;
        }
    }

    private List<SessionRow> with(Result wanted) {
        List<SessionRow> some = new ArrayList<>();
        results.forEach((session, result) -> {
            if (result == wanted) {
                some.add(session);
            }
        });
        return some;
    }

    /** Who waits is only part of the report, so a failure to read it is not one of the act. */
    private Set<Integer> waitersBehind(List<SessionRow> sessions) {
        try {
            return reader.ask(new LocksQuery())
                    .waitersBehind(
                            sessions.stream().map(SessionRow::pid).collect(Collectors.toSet()));
        } catch (ProblemException e) {
            return Set.of();
        }
    }

    private OptionalInt freed(Set<Integer> waitedBefore) {
        if (waitedBefore.isEmpty()) {
            return OptionalInt.of(0);
        }
        try {
            Set<Integer> stillWaiting =
                    reader.ask(new LocksQuery()).rows().stream()
                            .filter(LocksSnapshot.LockRow::waits)
                            .map(LocksSnapshot.LockRow::pid)
                            .collect(Collectors.toSet());
            Set<Integer> freed = new TreeSet<>(waitedBefore);
            freed.removeAll(stillWaiting);
            return OptionalInt.of(freed.size());
        } catch (ProblemException e) {
            return OptionalInt.empty();
        }
    }
}
