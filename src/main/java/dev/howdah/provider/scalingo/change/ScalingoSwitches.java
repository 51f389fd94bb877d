package dev.howdah.provider.scalingo.change;

import dev.howdah.core.Problem;
import dev.howdah.core.Problem.Kind;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.Operation.Act;
import dev.howdah.provider.Submissions.Deed;
import dev.howdah.provider.Submissions.Draft;
import dev.howdah.provider.backup.BackupSchedule;
import dev.howdah.provider.http.HttpCall;
import dev.howdah.provider.http.Json;
import dev.howdah.provider.scalingo.call.ScalingoProblems;
import dev.howdah.provider.scalingo.read.ScalingoDatabaseJson;
import dev.howdah.provider.service.MaintenanceWindow;
import dev.howdah.provider.service.ServiceFacts;
import dev.howdah.provider.service.Switch;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is set about a database and takes effect without moving it: switches, hours, the window. */
public final class ScalingoSwitches {
    private static final Texts TEXTS = Texts.of(ScalingoSwitches.class);

    private final ScalingoWork work;

    ScalingoSwitches(ScalingoWork work) {
        this.work = work;
    }

    public Change turn(ChangeTarget target, Switch what, boolean on, Optional<Operation> undone) {
        String name =
                what == Switch.FORCE_TLS
                        ? ScalingoDatabaseJson.FORCE_SSL
                        : ScalingoDatabaseJson.PUBLICLY_AVAILABLE;
        HttpCall call =
                on
                        ? HttpCall.post(
                                Json.object().with("feature", Json.object().with("name", name)),
                                "databases",
                                work.service().addon(),
                                "features")
                        : HttpCall.delete("databases", work.service().addon(), "features")
                                .with("feature", name);
        String key = (on ? "on." : "off.") + what.name();
        Map<String, String> memo =
                new TreeMap<>(
                        ScalingoWork.memo(undone, Boolean.toString(!on), Boolean.toString(on)));
        memo.put(Operation.SUBJECT, what.name());
        return work.submissions()
                .change(
                        new Draft(
                                Act.SWITCH,
                                TEXTS.text("title." + key),
                                target,
                                call.preview(work.calls().databaseBase(), List.of()),
                                List.of(TEXTS.text("switch." + key)),
                                memo),
                        new Deed() {
                            @Override
                            public Operation prepared(Operation planned) throws ProblemException {
                                requireTurnable(what, on);
                                return planned;
                            }

                            @Override
                            public Operation sent(Operation written) throws ProblemException {
                                work.calls().database(call);
                                return work.running(written);
                            }
                        });
    }

    private void requireTurnable(Switch what, boolean on) throws ProblemException {
        Map<Switch, Switch.Position> now = work.reads().briefFacts().switches();
        Switch.Position position = now.getOrDefault(what, Switch.Position.UNKNOWN);
        if (position == (on ? Switch.Position.ON : Switch.Position.OFF)) {
            throw ScalingoProblems.of(Kind.BAD_INPUT, "turnedAlready");
        }
        if (position == Switch.Position.TURNING
                || position == Switch.Position.TURNING_ON
                || position == Switch.Position.TURNING_OFF) {
            throw ScalingoProblems.of(Kind.LOCKED, "turning");
        }
        Optional<Problem> inTheWay = inTheWay(what, on, now);
        if (inTheWay.isPresent()) {
            throw new ProblemException(inTheWay.get());
        }
    }

    /** A database that is open to the internet forces TLS. */
    public static Optional<Problem> inTheWay(
            Switch what, boolean on, Map<Switch, Switch.Position> positions) {
        if (on
                && what == Switch.PUBLIC_ACCESS
                && positions.get(Switch.FORCE_TLS) != Switch.Position.ON) {
            return Optional.of(ScalingoProblems.of(Kind.BAD_INPUT, "tlsFirst").problem());
        }
        if (!on
                && what == Switch.FORCE_TLS
                && positions.get(Switch.PUBLIC_ACCESS) != Switch.Position.OFF) {
            return Optional.of(ScalingoProblems.of(Kind.BAD_INPUT, "publicFirst").problem());
        }
        return Optional.empty();
    }

    public Change schedule(
            ChangeTarget target, BackupSchedule from, BackupSchedule to, Optional<Operation> undone)
            throws ProblemException {
        if (from.hoursUtc().size() > 1 || to.hoursUtc().size() > 1) {
            throw ScalingoProblems.of(Kind.NOT_SUPPORTED, "severalHours");
        }
        Json database = Json.object().with("periodic_backups_enabled", to.on());
        if (!to.hoursUtc().isEmpty()) {
            database = database.with("periodic_backups_scheduled_at", to.hoursUtc().getFirst());
        }
        return patch(
                Act.BACKUP_SCHEDULE,
                to.on() && !to.hoursUtc().isEmpty()
                        ? TEXTS.text("title.schedule", to.hoursUtc().getFirst())
                        : TEXTS.text(to.on() ? "title.scheduleOn" : "title.scheduleOff"),
                target,
                database,
                to.on() ? List.of() : List.of(TEXTS.text("schedule.off")),
                ScalingoWork.memo(undone, ScalingoWords.written(from), ScalingoWords.written(to)));
    }

    public Change window(
            ChangeTarget target,
            MaintenanceWindow from,
            MaintenanceWindow to,
            Optional<Operation> undone) {
        Json window =
                Json.object()
                        .with("weekday_utc", ScalingoDatabaseJson.weekday(to.dayUtc()))
                        .with("starting_hour_utc", to.hourUtc());
        return patch(
                Act.MAINTENANCE_WINDOW,
                TEXTS.text("title.window", ScalingoWords.day(to.dayUtc()), to.hourUtc()),
                target,
                Json.object().with("maintenance_window", window),
                List.of(),
                ScalingoWork.memo(undone, ScalingoWords.written(from), ScalingoWords.written(to)));
    }

    private Change patch(
            Act act,
            String title,
            ChangeTarget target,
            Json database,
            List<String> warnings,
            Map<String, String> memo) {
        HttpCall call =
                HttpCall.patch(
                        Json.object().with("database", database),
                        "databases",
                        work.service().addon());
        return work.submissions()
                .change(
                        new Draft(
                                act,
                                title,
                                target,
                                call.preview(work.calls().databaseBase(), List.of()),
                                warnings,
                                memo),
                        new Deed() {
                            @Override
                            public Operation prepared(Operation planned) throws ProblemException {
                                requireToBeChanged(planned);
                                return planned;
                            }

                            @Override
                            public Operation sent(Operation written) throws ProblemException {
                                work.calls().database(call);
                                return work.done(written);
                            }
                        });
    }

    /**
     * It has to be as it was shown, and not yet as it is wanted: else the effect of somebody else
     * would be taken for ours.
     */
    private void requireToBeChanged(Operation planned) throws ProblemException {
        ServiceFacts facts = work.reads().briefFacts();
        Optional<String> now =
                planned.act() == Act.BACKUP_SCHEDULE
                        ? facts.schedule().map(ScalingoWords::written)
                        : facts.window().map(ScalingoWords::written);
        Map<String, String> memo = planned.memo();
        if (now.equals(Optional.ofNullable(memo.get(ScalingoMemo.TO)))) {
            throw ScalingoProblems.of(Kind.BAD_INPUT, "turnedAlready");
        }
        if (!memo.containsKey(Operation.UNDOES)
                && !now.equals(Optional.ofNullable(memo.get(ScalingoMemo.FROM)))) {
            throw ScalingoProblems.of(Kind.LOCKED, "changedMeanwhile");
        }
    }
}
