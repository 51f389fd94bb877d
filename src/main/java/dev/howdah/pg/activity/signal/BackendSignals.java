package dev.howdah.pg.activity.signal;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeOutcome;
import dev.howdah.core.change.ChangeOutcome.Status;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.pg.PgReader;
import dev.howdah.pg.PgWriter;
import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.pg.activity.signal.SignalRound.Effect;
import dev.howdah.pg.activity.signal.SignalRound.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Describes the changes that end statements and sessions; nothing is sent until one runs. */
public final class BackendSignals {
    /** More sessions are not signalled by one change: nobody can have looked at them all. */
    public static final int MAX_SESSIONS = 200;

    /** So many consequences are told one by one. */
    private static final int MAX_TOLD = 6;

    private static final Texts TEXTS = Texts.of(BackendSignals.class);

    private final PgWriter writer;
    private final PgReader reader;

    public BackendSignals(PgWriter writer, PgReader reader) {
        this.writer = writer;
        this.reader = reader;
    }

    /**
     * Sends a signal to sessions as they were seen. A session that is gone, or for which the right
     * is missing, takes nothing from the others.
     *
     * @param sessions at least one; those that have an {@link Signal#obstacle} must not be among
     *     them. Beyond {@link #MAX_SESSIONS} the rest is left out, and the change says so
     */
    public Change change(Signal signal, ChangeTarget target, List<SessionRow> sessions) {
        List<SessionRow> meant = sessions.stream().limit(MAX_SESSIONS).toList();
        List<String> warnings = new ArrayList<>();
        if (meant.size() < sessions.size()) {
            warnings.add(
                    TEXTS.text("signal.tooMany", meant.size(), sessions.size() - meant.size()));
        }
        warnings.addAll(consequences(signal, meant));
        return Change.of(
                        TEXTS.text(titleKey(signal), meant.size()),
                        target,
                        preview(signal, meant),
                        warnings,
                        () -> outcome(signal, new SignalRound(writer, reader, signal).run(meant)))
                .noting(notes -> notes.oneWay(TEXTS.text("signal.oneWay")));
    }

    /** Of these sessions, those that have been idle for at least so long, longest first. */
    public static List<SessionRow> idleFor(
            Duration atLeast, Collection<SessionRow> sessions, String user) {
        return sessions.stream()
                .filter(row -> Signal.TERMINATE_IDLE.obstacle(row, user).isEmpty())
                .filter(row -> age(row).compareTo(atLeast) >= 0)
                .sorted(Comparator.comparing(BackendSignals::age).reversed())
                .toList();
    }

    private static Duration age(SessionRow row) {
        return row.age().orElse(Duration.ZERO);
    }

    private static String preview(Signal signal, List<SessionRow> sessions) {
        return sessions.stream()
                .map(row -> signal.sql(row).text() + ";")
                .collect(Collectors.joining("\n\n"));
    }

    private static List<String> consequences(Signal signal, List<SessionRow> sessions) {
        return switch (signal) {
            case CANCEL -> List.of();
            case TERMINATE -> rollBacks(sessions);
            case TERMINATE_IDLE -> List.of(idleOnes(sessions), TEXTS.text("signal.pools"));
        };
    }

    private static List<String> rollBacks(List<SessionRow> sessions) {
        List<SessionRow> open =
                sessions.stream().filter(row -> row.ages().transaction().isPresent()).toList();
        List<String> told = new ArrayList<>();
        open.stream()
                .limit(MAX_TOLD)
                .forEach(row ->
                        told.add(
                                TEXTS.text(
                                        row.hasXid() ? "signal.losesWork" : "signal.losesReads",
                                        Integer.toString(row.pid()),
                                        who(row),
                                        Quantities.duration(
                                                row.ages().transaction().orElseThrow()))));
        if (open.size() > MAX_TOLD) {
            told.add(TEXTS.text("signal.losesMore", open.size() - MAX_TOLD));
        }
        if (sessions.stream().anyMatch(row -> row.backendType().equals("autovacuum worker"))) {
            told.add(TEXTS.text("signal.autovacuum"));
        }
        return told;
    }

    private static String idleOnes(List<SessionRow> sessions) {
        Map<String, Long> byProgram =
                sessions.stream()
                        .collect(Collectors.groupingBy(BackendSignals::who, Collectors.counting()));
        String shares =
                byProgram.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                        .limit(MAX_TOLD)
                        .map(share -> TEXTS.text("signal.share", share.getValue(), share.getKey()))
                        .collect(Collectors.joining(", "));
        return TEXTS.text("signal.idleOnes", byProgram.size(), shares);
    }

    private static String who(SessionRow row) {
        String application = row.client().application();
        return application.isEmpty() ? row.client().user() : application;
    }

    private static ChangeOutcome outcome(Signal signal, Effect effect) {
        Collection<Result> results = effect.results().values();
        long ended = results.stream().filter(result -> result == Result.ENDED).count();
        String sentence =
                TEXTS.text(
                        signal == Signal.CANCEL ? "signal.cancelled" : "signal.terminated",
                        ended,
                        results.size());
        if (effect.freed().isEmpty()) {
            sentence += " " + TEXTS.text("signal.freedUnknown");
        } else if (effect.freed().getAsInt() > 0) {
            sentence += " " + TEXTS.text("signal.freed", effect.freed().getAsInt());
        }
        return new ChangeOutcome(
                status(results),
                sentence,
                effect.results().entrySet().stream()
                        .map(entry ->
                                TEXTS.text(
                                        lineKey(signal, entry.getValue()),
                                        Integer.toString(entry.getKey().pid()),
                                        who(entry.getKey())))
                        .toList());
    }

    private static Status status(Collection<Result> results) {
        Set<Result> seen = EnumSet.copyOf(results);
        if (seen.contains(Result.UNKNOWN)) {
            return Status.UNKNOWN;
        }
        Set<Result> wanted = EnumSet.of(Result.ENDED, Result.GONE);
        if (wanted.containsAll(seen)) {
            return Status.DONE;
        }
        return seen.stream().anyMatch(wanted::contains) ? Status.PARTLY : Status.FAILED;
    }

    private static String titleKey(Signal signal) {
        return switch (signal) {
            case CANCEL -> "signal.cancel.title";
            case TERMINATE -> "signal.terminate.title";
            case TERMINATE_IDLE -> "signal.terminateIdle.title";
        };
    }

    private static String lineKey(Signal signal, Result result) {
        boolean cancels = signal == Signal.CANCEL;
        return switch (result) {
            case ENDED -> cancels ? "signal.cancel.ended" : "signal.terminate.ended";
            case STILL_THERE ->
                    cancels ? "signal.cancel.stillThere" : "signal.terminate.stillThere";
            case GONE ->
                    switch (signal) {
                        case CANCEL -> "signal.cancel.gone";
                        case TERMINATE -> "signal.terminate.gone";
                        case TERMINATE_IDLE -> "signal.terminateIdle.gone";
                    };
            case NOT_PERMITTED -> "signal.notPermitted";
            case FAILED -> "signal.failed";
            case UNKNOWN -> "signal.unknown";
            case NOT_SENT -> "signal.notSent";
        };
    }
}
