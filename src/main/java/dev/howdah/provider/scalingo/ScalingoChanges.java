package dev.howdah.provider.scalingo;

import dev.howdah.core.Change;
import dev.howdah.core.ChangeTarget;
import dev.howdah.core.Operation;
import dev.howdah.core.Operation.Act;
import dev.howdah.core.Operation.State;
import dev.howdah.core.Problem.Kind;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.provider.AllowRule;
import dev.howdah.provider.Allowlist;
import dev.howdah.provider.BackupEntry;
import dev.howdah.provider.BackupList;
import dev.howdah.provider.BackupSchedule;
import dev.howdah.provider.Interruption;
import dev.howdah.provider.MaintenanceWindow;
import dev.howdah.provider.PlanOffer;
import dev.howdah.provider.RecoveryWindow;
import dev.howdah.provider.RunningQuery;
import dev.howdah.provider.ServiceFacts;
import dev.howdah.provider.Submissions;
import dev.howdah.provider.Submissions.Deed;
import dev.howdah.provider.Submissions.Draft;
import dev.howdah.provider.Switch;
import dev.howdah.provider.VersionOffer;
import dev.howdah.provider.http.HttpAnswer;
import dev.howdah.provider.http.HttpCall;
import dev.howdah.provider.http.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** The changes of one database: what is sent, what is said before, and how it is recognised. */
final class ScalingoChanges {
    private static final Texts TEXTS = Texts.of(ScalingoChanges.class);

    private final Submissions submissions;
    private final ScalingoCalls calls;
    private final ScalingoReads reads;
    private final ScalingoService service;
    private final ScalingoUserChanges users;

    ScalingoChanges(
            Submissions submissions,
            ScalingoCalls calls,
            ScalingoReads reads,
            ScalingoService service) {
        this.submissions = submissions;
        this.calls = calls;
        this.reads = reads;
        this.service = service;
        this.users = new ScalingoUserChanges(submissions, calls, reads, service);
    }

    ScalingoUserChanges users() {
        return users;
    }

    Change plan(ChangeTarget target, ServiceFacts from, PlanOffer to) throws ProblemException {
        if (to.whyNot().isPresent()) {
            throw ScalingoProblems.of(Kind.BAD_INPUT, "planNot", to.whyNot().get());
        }
        List<String> warnings = new ArrayList<>();
        to.interruption().map(Interruption::sentence).ifPresent(warnings::add);
        warnings.add(TEXTS.text("plan.appRestarts"));
        if (service.dedicated()) {
            warnings.add(TEXTS.text("plan.noWayBack"));
        }
        return planTo(
                target, from.plan(), to.plan().id(), to.plan().name(), warnings, Optional.empty());
    }

    private Change planTo(
            ChangeTarget target,
            String from,
            String id,
            String name,
            List<String> warnings,
            Optional<Operation> undone) {
        HttpCall call =
                HttpCall.patch(
                        Json.object().with("addon", Json.object().with("plan_id", id)),
                        "apps",
                        service.app(),
                        "addons",
                        service.addon());
        Draft draft =
                new Draft(
                        Act.PLAN_CHANGE,
                        TEXTS.text("title.plan", name),
                        target,
                        call.preview(calls.platformBase(), List.of()),
                        warnings,
                        memo(undone, from, name));
        return submissions.change(
                draft,
                new Deed() {
                    @Override
                    public Operation prepared(Operation planned) throws ProblemException {
                        requireSettled(Optional.of(from));
                        Optional<String> fromId =
                                reads.planList().stream()
                                        .filter(plan -> plan.text("name").equals(from))
                                        .map(plan -> plan.text("id"))
                                        .findFirst();
                        return fromId.map(each -> planned.remembering(ScalingoMemo.FROM_ID, each))
                                .orElse(planned);
                    }

                    @Override
                    public Operation sent(Operation written) throws ProblemException {
                        calls.platform(call);
                        return running(written);
                    }
                });
    }

    /**
     * Refuses while Scalingo is at work, or when it has been since the change was described.
     *
     * @param plan that it has to be on still
     */
    private ServiceFacts requireSettled(Optional<String> plan) throws ProblemException {
        ServiceFacts now = reads.briefFacts();
        if (!now.settled()) {
            throw ScalingoProblems.of(Kind.LOCKED, "busy", now.providerState());
        }
        if (plan.isPresent() && !plan.get().equals(now.plan())) {
            throw ScalingoProblems.of(Kind.LOCKED, "changedMeanwhile");
        }
        return now;
    }

    /**
     * @param undone the operation that is taken back, for which the list may be anything by now
     */
    Change allowlist(
            ChangeTarget target,
            List<AllowRule> seen,
            List<AllowRule> wanted,
            Optional<Operation> undone)
            throws ProblemException {
        ScalingoAllowlist list = new ScalingoAllowlist(calls, reads, service, wanted);
        list.check();
        return submissions.change(
                new Draft(
                        Act.ALLOWLIST,
                        TEXTS.text("title.allowlist"),
                        target,
                        list.preview(seen),
                        List.of(TEXTS.text("allowlist.effect")),
                        memo(undone, Allowlist.written(seen), Allowlist.written(wanted))),
                new Deed() {
                    @Override
                    public Operation prepared(Operation planned) throws ProblemException {
                        if (undone.isEmpty()) {
                            list.requireStill(seen);
                        }
                        return planned;
                    }

                    @Override
                    public Operation sent(Operation written) throws ProblemException {
                        return list.applied(written);
                    }
                });
    }

    Change turn(ChangeTarget target, Switch what, boolean on, Optional<Operation> undone) {
        String name =
                what == Switch.FORCE_TLS
                        ? ScalingoJson.FORCE_SSL
                        : ScalingoJson.PUBLICLY_AVAILABLE;
        HttpCall call =
                on
                        ? HttpCall.post(
                                Json.object().with("feature", Json.object().with("name", name)),
                                "databases",
                                service.addon(),
                                "features")
                        : HttpCall.delete("databases", service.addon(), "features")
                                .with("feature", name);
        String key = (on ? "on." : "off.") + what.name();
        Map<String, String> memo =
                new TreeMap<>(memo(undone, Boolean.toString(!on), Boolean.toString(on)));
        memo.put(Operation.SUBJECT, what.name());
        return submissions.change(
                new Draft(
                        Act.SWITCH,
                        TEXTS.text("title." + key),
                        target,
                        call.preview(calls.databaseBase(), List.of()),
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
                        calls.database(call);
                        return running(written);
                    }
                });
    }

    private void requireTurnable(Switch what, boolean on) throws ProblemException {
        Map<Switch, Switch.Position> now = reads.briefFacts().switches();
        Switch.Position position = now.getOrDefault(what, Switch.Position.UNKNOWN);
        if (position == (on ? Switch.Position.ON : Switch.Position.OFF)) {
            throw ScalingoProblems.of(Kind.BAD_INPUT, "turnedAlready");
        }
        if (position == Switch.Position.TURNING
                || position == Switch.Position.TURNING_ON
                || position == Switch.Position.TURNING_OFF) {
            throw ScalingoProblems.of(Kind.LOCKED, "turning");
        }
        if (on && what == Switch.PUBLIC_ACCESS && now.get(Switch.FORCE_TLS) != Switch.Position.ON) {
            throw ScalingoProblems.of(Kind.BAD_INPUT, "tlsFirst");
        }
        if (!on
                && what == Switch.FORCE_TLS
                && now.get(Switch.PUBLIC_ACCESS) != Switch.Position.OFF) {
            throw ScalingoProblems.of(Kind.BAD_INPUT, "publicFirst");
        }
    }

    Change backUp(ChangeTarget target, BackupList seen) {
        HttpCall call =
                HttpCall.post(Json.object(), "databases", service.addon(), "backups");
        List<String> warnings =
                seen.full()
                        ? List.of(
                                TEXTS.text(
                                        "backup.oldestGoes",
                                        seen.onDemand().getLast().createdAt(),
                                        seen.onDemandKept().orElse(0)))
                        : List.of();
        return submissions.change(
                new Draft(
                        Act.BACKUP,
                        TEXTS.text("title.backup"),
                        target,
                        call.preview(calls.databaseBase(), List.of()),
                        warnings,
                        Map.of()),
                new Deed() {
                    @Override
                    public Operation prepared(Operation planned) throws ProblemException {
                        return planned.remembering(
                                ScalingoMemo.KNOWN,
                                reads.backupEntries().stream()
                                        .map(BackupEntry::id)
                                        .collect(Collectors.joining(" ")));
                    }

                    @Override
                    public Operation sent(Operation written) throws ProblemException {
                        Json backup = calls.database(call).body().unwrapped("database_backup");
                        return backup.text("id").isEmpty()
                                ? running(written)
                                : running(
                                        written.remembering(
                                                ScalingoMemo.REMOTE, backup.text("id")));
                    }
                });
    }

    Change schedule(
            ChangeTarget target,
            BackupSchedule from,
            BackupSchedule to,
            Optional<Operation> undone)
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
                memo(undone, ScalingoWords.written(from), ScalingoWords.written(to)));
    }

    Change window(
            ChangeTarget target,
            MaintenanceWindow from,
            MaintenanceWindow to,
            Optional<Operation> undone) {
        Json window =
                Json.object()
                        .with("weekday_utc", ScalingoJson.weekday(to.dayUtc()))
                        .with("starting_hour_utc", to.hourUtc());
        return patch(
                Act.MAINTENANCE_WINDOW,
                TEXTS.text("title.window", ScalingoWords.day(to.dayUtc()), to.hourUtc()),
                target,
                Json.object().with("maintenance_window", window),
                List.of(),
                memo(undone, ScalingoWords.written(from), ScalingoWords.written(to)));
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
                        Json.object().with("database", database), "databases", service.addon());
        return submissions.change(
                new Draft(
                        act,
                        title,
                        target,
                        call.preview(calls.databaseBase(), List.of()),
                        warnings,
                        memo),
                written -> {
                    calls.database(call);
                    return done(written);
                });
    }

    Change recover(ChangeTarget target, RecoveryWindow window, Instant moment) {
        HttpCall call =
                HttpCall.post(
                        Json.object().with("restore_time", moment.toString()),
                        "databases",
                        service.addon(),
                        "pitr",
                        "restore");
        return submissions.change(
                new Draft(
                        Act.RECOVERY,
                        TEXTS.text("title.recovery", moment),
                        target,
                        call.preview(calls.databaseBase(), List.of()),
                        List.of(window.consequence(), TEXTS.text("recovery.noWayBack")),
                        Map.of(ScalingoMemo.TO, moment.toString())),
                new Deed() {
                    @Override
                    public Operation prepared(Operation planned) throws ProblemException {
                        requireSettled(Optional.empty());
                        RecoveryWindow now = reads.recoveryWindow();
                        if (!now.holds(moment)) {
                            throw ScalingoProblems.of(Kind.BAD_INPUT, "outside", moment);
                        }
                        return planned.remembering(
                                ScalingoMemo.EARLIEST, now.earliest().orElseThrow().toString());
                    }

                    @Override
                    public Operation sent(Operation written) throws ProblemException {
                        Json answer = calls.database(call).body();
                        String id =
                                answer.at("operation").text("id").isEmpty()
                                        ? answer.text("operation_id")
                                        : answer.at("operation").text("id");
                        return running(written.remembering(ScalingoMemo.REMOTE, id));
                    }
                });
    }

    Change upgrade(ChangeTarget target, ServiceFacts from, VersionOffer to) {
        HttpCall call = HttpCall.postNothing("databases", service.addon(), "upgrade");
        List<String> warnings = new ArrayList<>(List.of(to.interruption().sentence()));
        to.warning().ifPresent(warnings::add);
        return submissions.change(
                new Draft(
                        Act.VERSION_UPGRADE,
                        TEXTS.text("title.upgrade", to.text()),
                        target,
                        call.preview(calls.databaseBase(), List.of()),
                        warnings,
                        memo(Optional.empty(), from.version(), to.text())),
                new Deed() {
                    @Override
                    public Operation prepared(Operation planned) throws ProblemException {
                        ServiceFacts now = requireSettled(Optional.empty());
                        // the call names no version: it goes to whatever is next by now
                        if (!now.version().equals(from.version())
                                || reads.versions().stream()
                                        .noneMatch(each -> each.id().equals(to.id()))) {
                            throw ScalingoProblems.of(Kind.LOCKED, "changedMeanwhile");
                        }
                        return planned;
                    }

                    @Override
                    public Operation sent(Operation written) throws ProblemException {
                        HttpAnswer answer = calls.database(call);
                        return running(
                                written.remembering(
                                        ScalingoMemo.REMOTE, answer.body().text("operation_id")));
                    }
                });
    }

    Change endQuery(ChangeTarget target, RunningQuery query, boolean wholeSession)
            throws ProblemException {
        if (query.startedAt().isEmpty()) {
            throw ScalingoProblems.of(Kind.NOT_SUPPORTED, "noStart");
        }
        HttpCall call =
                reads.actionCall(
                        wholeSession ? "pg-terminate-query" : "pg-cancel-query",
                        Json.object().with("pid", query.pid()));
        return submissions.change(
                new Draft(
                        Act.SESSION_END,
                        TEXTS.text(wholeSession ? "title.terminate" : "title.cancel", query.pid()),
                        target,
                        call.preview(calls.databaseBase(), List.of()),
                        List.of(TEXTS.text("query.race")),
                        Map.of(
                                Operation.SUBJECT,
                                Integer.toString(query.pid()),
                                ScalingoMemo.FROM,
                                query.startedAt().get().toString())),
                new Deed() {
                    @Override
                    public Operation prepared(Operation planned) throws ProblemException {
                        if (reads.runningQueries().stream()
                                .noneMatch(
                                        now ->
                                                now.pid() == query.pid()
                                                        && now.startedAt()
                                                                .equals(query.startedAt())
                                                        && now.query().equals(query.query()))) {
                            throw ScalingoProblems.of(Kind.BAD_INPUT, "queryGone", query.pid());
                        }
                        return planned;
                    }

                    @Override
                    public Operation sent(Operation written) throws ProblemException {
                        ScalingoReads.result(calls.database(call).body());
                        return done(written);
                    }
                });
    }

    Change collectStatistics(ChangeTarget target) {
        HttpCall call = reads.actionCall("pg-stat-statements-enable", Json.missing());
        return submissions.change(
                new Draft(
                        Act.SWITCH,
                        TEXTS.text("title.statistics"),
                        target,
                        call.preview(calls.databaseBase(), List.of()),
                        List.of(),
                        Map.of(Operation.SUBJECT, "pg_stat_statements")),
                written -> {
                    ScalingoReads.result(calls.database(call).body());
                    return done(written);
                });
    }

    /** Empty when nothing of it is in effect, and for what Scalingo can't take back. */
    Optional<Change> wayBack(ChangeTarget target, Operation operation) {
        String from = operation.memo().getOrDefault(ScalingoMemo.FROM, "");
        if (operation.state() == State.FAILED) {
            return Optional.empty();
        }
        try {
            return switch (operation.act()) {
                case ALLOWLIST ->
                        Optional.of(
                                allowlist(
                                        target,
                                        Allowlist.read(
                                                operation
                                                        .memo()
                                                        .getOrDefault(ScalingoMemo.TO, "")),
                                        Allowlist.read(from),
                                        Optional.of(operation)));
                case SWITCH ->
                        from.isEmpty()
                                ? Optional.empty()
                                : Optional.of(
                                        turn(
                                                target,
                                                Switch.valueOf(
                                                        operation
                                                                .memo()
                                                                .getOrDefault(
                                                                        Operation.SUBJECT, "")),
                                                Boolean.parseBoolean(from),
                                                Optional.of(operation)));
                case BACKUP_SCHEDULE ->
                        Optional.of(
                                schedule(
                                        target,
                                        ScalingoWords.schedule(
                                                operation
                                                        .memo()
                                                        .getOrDefault(ScalingoMemo.TO, "")),
                                        ScalingoWords.schedule(from),
                                        Optional.of(operation)));
                case MAINTENANCE_WINDOW ->
                        Optional.of(
                                window(
                                        target,
                                        ScalingoWords.window(
                                                operation
                                                        .memo()
                                                        .getOrDefault(ScalingoMemo.TO, "")),
                                        ScalingoWords.window(from),
                                        Optional.of(operation)));
                case PLAN_CHANGE ->
                        Optional.ofNullable(operation.memo().get(ScalingoMemo.FROM_ID))
                                .filter(_ -> !service.dedicated())
                                .map(
                                        id ->
                                                planTo(
                                                        target,
                                                        operation
                                                                .memo()
                                                                .getOrDefault(
                                                                        ScalingoMemo.TO, ""),
                                                        id,
                                                        from,
                                                        List.of(TEXTS.text("plan.appRestarts")),
                                                        Optional.of(operation)));
                case BACKUP,
                        RECOVERY,
                        USER_CREATED,
                        USER_DROPPED,
                        PASSWORD,
                        VERSION_UPGRADE,
                        REPLICA,
                        PROMOTION,
                        SESSION_END ->
                        Optional.empty();
            };
        } catch (ProblemException | IllegalArgumentException _) {
            // a memo of another version, or a list that Scalingo no longer takes
            return Optional.empty();
        }
    }

    private static Map<String, String> memo(Optional<Operation> undone, String from, String to) {
        Map<String, String> memo = new TreeMap<>();
        memo.put(ScalingoMemo.FROM, from);
        memo.put(ScalingoMemo.TO, to);
        undone.map(Operation::id).map(UUID::toString).ifPresent(id -> memo.put(Operation.UNDOES, id));
        return memo;
    }

    private Operation running(Operation written) {
        return written.in(State.RUNNING, TEXTS.text("operation.running"), reads.now());
    }

    private Operation done(Operation written) {
        return written.in(State.DONE, TEXTS.text("operation.done"), reads.now());
    }
}
