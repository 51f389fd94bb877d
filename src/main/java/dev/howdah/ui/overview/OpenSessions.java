package dev.howdah.ui.overview;

import dev.howdah.core.Problem;
import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.health.session.SessionFacts;
import dev.howdah.health.session.SessionFacts.BlockedSession;
import dev.howdah.health.session.SessionFacts.OpenSession;
import dev.howdah.pg.activity.ActivitySnapshot;
import dev.howdah.pg.activity.ActivitySnapshot.SessionRow;
import dev.howdah.pg.activity.SessionState;
import dev.howdah.pg.activity.locks.LocksSnapshot;
import dev.howdah.pg.activity.locks.LocksSnapshot.WantedLock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the rules want to know about sessions, put together from what three queries say: those in a
 * transaction, those whose transaction has failed, and the queues for locks.
 */
final class OpenSessions {
    private static final Texts TEXTS = Texts.of(OpenSessions.class);
    private static final Comparator<OpenSession> LONGEST_FIRST =
            Comparator.comparing(OpenSession::duration).reversed();

    private Reading<ActivitySnapshot> activity = Reading.waiting();
    private Reading<ActivitySnapshot> failed = Reading.waiting();
    private Reading<LocksSnapshot> locks = Reading.waiting();

    void takeActivity(Reading<ActivitySnapshot> reading) {
        activity = reading;
    }

    /** Those that are idle in a transaction that has failed. */
    void takeFailed(Reading<ActivitySnapshot> reading) {
        failed = reading;
    }

    void takeLocks(Reading<LocksSnapshot> reading) {
        locks = reading;
    }

    /** Whether somebody waits for another, so that it is worth asking what for. */
    boolean anybodyBlocked() {
        return activity.content()
                .map(known -> known.sessions().stream().anyMatch(SessionRow::isBlocked))
                .orElse(false);
    }

    /** As fresh as activity is, which the rest only completes. */
    Reading<SessionFacts> facts() {
        return switch (activity) {
            case Reading.Waiting<ActivitySnapshot> _ -> Reading.waiting();
            case Reading.Unavailable<ActivitySnapshot> none ->
                    new Reading.Unavailable<>(none.reason());
            case Reading.Fresh<ActivitySnapshot>(ActivitySnapshot known, var _)
                    when !known.tracked() ->
                    new Reading.Unavailable<>(untracked());
            case Reading.Stale<ActivitySnapshot>(ActivitySnapshot known, var _, var _)
                    when !known.tracked() ->
                    new Reading.Unavailable<>(untracked());
            case Reading.Fresh<ActivitySnapshot> fresh ->
                    new Reading.Fresh<>(of(fresh.value()), fresh.takenAt());
            case Reading.Stale<ActivitySnapshot> old ->
                    new Reading.Stale<>(of(old.value()), old.takenAt(), old.reason());
        };
    }

    /** Nothing was found because the server does not look; that must not pass for fine. */
    private static Problem untracked() {
        return Problem.of(
                Problem.Kind.NOT_SUPPORTED,
                TEXTS.text("sessions.untracked"),
                TEXTS.text("sessions.untracked.remedy"));
    }

    private SessionFacts of(ActivitySnapshot known) {
        List<SessionRow> others =
                known.sessions().stream()
                        .filter(row -> row.isClient() && !row.client().ours())
                        .toList();
        Stream<SessionRow> aborted =
                failed.content().stream()
                        .flatMap(found -> found.sessions().stream())
                        .filter(row -> row.isClient() && !row.client().ours());
        return new SessionFacts(
                known.hidden(),
                longest(
                        Stream.concat(
                                others.stream()
                                        .filter(row ->
                                                row.state() == SessionState.IDLE_IN_TRANSACTION),
                                aborted),
                        SessionRow::age),
                longest(
                        others.stream().filter(row -> row.state() == SessionState.ACTIVE),
                        row -> row.ages().statement()),
                longest(others.stream(), row -> row.ages().transaction()),
                others.stream()
                        .filter(SessionRow::isBlocked)
                        .map(this::blocked)
                        .sorted(Comparator.comparing(BlockedSession::session, LONGEST_FIRST))
                        .toList());
    }

    /** Those of which the duration is known, longest first. */
    private static List<OpenSession> longest(
            Stream<SessionRow> rows, Function<SessionRow, Optional<Duration>> duration) {
        return rows.flatMap(row -> duration.apply(row).map(age -> open(row, age)).stream())
                .sorted(LONGEST_FIRST)
                .toList();
    }

    private static OpenSession open(SessionRow row, Duration duration) {
        return new OpenSession(
                row.pid(), row.client().user(), row.client().application(), duration);
    }

    private BlockedSession blocked(SessionRow row) {
        Optional<WantedLock> wanted =
                locks.content().stream()
                        .flatMap(known -> known.rows().stream())
                        .filter(lock -> lock.pid() == row.pid())
                        .flatMap(lock -> lock.wanted().stream())
                        .findFirst();
        Duration waits =
                wanted.flatMap(WantedLock::waiting)
                        .or(() -> row.ages().statement())
                        .orElse(Duration.ZERO);
        return new BlockedSession(
                open(row, waits),
                wanted.map(WantedLock::relation).filter(name -> !name.isEmpty()),
                row.blockedBy());
    }
}
