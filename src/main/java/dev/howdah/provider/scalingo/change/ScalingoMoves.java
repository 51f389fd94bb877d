package dev.howdah.provider.scalingo.change;

import dev.howdah.core.Problem.Kind;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.Operation.Act;
import dev.howdah.provider.Submissions.Deed;
import dev.howdah.provider.Submissions.Draft;
import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.provider.backup.BackupList;
import dev.howdah.provider.backup.RecoveryWindow;
import dev.howdah.provider.http.HttpAnswer;
import dev.howdah.provider.http.HttpCall;
import dev.howdah.provider.http.Json;
import dev.howdah.provider.plan.Interruption;
import dev.howdah.provider.plan.PlanOffer;
import dev.howdah.provider.plan.VersionOffer;
import dev.howdah.provider.scalingo.call.ScalingoProblems;
import dev.howdah.provider.service.ServiceFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The changes at which Scalingo works for a while: plan, version, backup, recovery. */
public final class ScalingoMoves {
    private static final Texts TEXTS = Texts.of(ScalingoMoves.class);

    private final ScalingoWork work;

    ScalingoMoves(ScalingoWork work) {
        this.work = work;
    }

    public Change plan(ChangeTarget target, ServiceFacts from, PlanOffer to)
            throws ProblemException {
        if (to.whyNot().isPresent()) {
            throw ScalingoProblems.of(Kind.BAD_INPUT, "planNot", to.whyNot().get());
        }
        List<String> warnings = new ArrayList<>();
        to.interruption().map(Interruption::sentence).ifPresent(warnings::add);
        warnings.add(TEXTS.text("plan.appRestarts"));
        if (work.service().dedicated()) {
            warnings.add(TEXTS.text("plan.noWayBack"));
        }
        return planTo(
                target, from.plan(), to.plan().id(), to.plan().name(), warnings, Optional.empty());
    }

    /** To the plan that was before. */
    Change planBack(ChangeTarget target, String from, String id, String name, Operation undone) {
        return planTo(
                target,
                from,
                id,
                name,
                List.of(TEXTS.text("plan.appRestarts")),
                Optional.of(undone));
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
                        work.service().app(),
                        "addons",
                        work.service().addon());
        Draft draft =
                new Draft(
                        Act.PLAN_CHANGE,
                        TEXTS.text("title.plan", name),
                        target,
                        call.preview(work.calls().platformBase(), List.of()),
                        warnings,
                        ScalingoWork.memo(undone, from, name));
        Change change = submitted(draft, call, from);
        return work.service().dedicated()
                ? change.noting(notes -> notes.oneWay(TEXTS.text("plan.noWayBack")))
                : change;
    }

    private Change submitted(Draft draft, HttpCall call, String from) {
        return work.submissions()
                .change(
                        draft,
                        new Deed() {
                            @Override
                            public Operation prepared(Operation planned) throws ProblemException {
                                requireSettled(Optional.of(from));
                                Optional<String> fromId =
                                        work.reads().planList().stream()
                                                .filter(plan -> plan.text("name").equals(from))
                                                .map(plan -> plan.text("id"))
                                                .findFirst();
                                return fromId.map(each ->
                                                planned.remembering(ScalingoMemo.FROM_ID, each))
                                        .orElse(planned);
                            }

                            @Override
                            public Operation sent(Operation written) throws ProblemException {
                                work.calls().platform(call);
                                return work.running(written);
                            }
                        });
    }

    /**
     * Refuses while Scalingo is at work, or when it has been since the change was described.
     *
     * @param plan that it has to be on still
     */
    private ServiceFacts requireSettled(Optional<String> plan) throws ProblemException {
        ServiceFacts now = work.reads().briefFacts();
        if (!now.settled()) {
            throw ScalingoProblems.of(Kind.LOCKED, "busy", now.providerState());
        }
        if (plan.isPresent() && !plan.get().equals(now.plan())) {
            throw ScalingoProblems.of(Kind.LOCKED, "changedMeanwhile");
        }
        return now;
    }

    public Change backUp(ChangeTarget target, BackupList seen) {
        HttpCall call =
                HttpCall.post(Json.object(), "databases", work.service().addon(), "backups");
        List<String> warnings =
                seen.full()
                        ? List.of(
                                TEXTS.text(
                                        "backup.oldestGoes",
                                        seen.onDemand().getLast().createdAt(),
                                        seen.onDemandKept().orElse(0)))
                        : List.of();
        return work.submissions()
                .change(
                        new Draft(
                                Act.BACKUP,
                                TEXTS.text("title.backup"),
                                target,
                                call.preview(work.calls().databaseBase(), List.of()),
                                warnings,
                                Map.of()),
                        new Deed() {
                            @Override
                            public Operation prepared(Operation planned) throws ProblemException {
                                return planned.remembering(
                                        ScalingoMemo.KNOWN,
                                        work.reads().backupEntries().stream()
                                                .map(BackupEntry::id)
                                                .collect(Collectors.joining(" ")));
                            }

                            @Override
                            public Operation sent(Operation written) throws ProblemException {
                                Json backup =
                                        work.calls()
                                                .database(call)
                                                .body()
                                                .unwrapped("database_backup");
                                return backup.text("id").isEmpty()
                                        ? work.running(written)
                                        : work.running(
                                                written.remembering(
                                                        ScalingoMemo.REMOTE, backup.text("id")));
                            }
                        });
    }

    public Change recover(ChangeTarget target, RecoveryWindow window, Instant moment) {
        HttpCall call =
                HttpCall.post(
                        Json.object().with("restore_time", moment.toString()),
                        "databases",
                        work.service().addon(),
                        "pitr",
                        "restore");
        return work.submissions()
                .change(
                        new Draft(
                                Act.RECOVERY,
                                TEXTS.text("title.recovery", moment),
                                target,
                                call.preview(work.calls().databaseBase(), List.of()),
                                List.of(window.consequence(), TEXTS.text("recovery.noWayBack")),
                                Map.of(ScalingoMemo.TO, moment.toString())),
                        new Deed() {
                            @Override
                            public Operation prepared(Operation planned) throws ProblemException {
                                requireSettled(Optional.empty());
                                RecoveryWindow now = work.reads().recoveryWindow();
                                if (!now.holds(moment)) {
                                    throw ScalingoProblems.of(Kind.BAD_INPUT, "outside", moment);
                                }
                                return now.earliest()
                                        .map(begin ->
                                                planned.remembering(
                                                        ScalingoMemo.EARLIEST, begin.toString()))
                                        .orElse(planned);
                            }

                            @Override
                            public Operation sent(Operation written) throws ProblemException {
                                Json answer = work.calls().database(call).body();
                                String id =
                                        answer.at("operation").text("id").isEmpty()
                                                ? answer.text("operation_id")
                                                : answer.at("operation").text("id");
                                return work.running(written.remembering(ScalingoMemo.REMOTE, id));
                            }
                        });
    }

    public Change upgrade(ChangeTarget target, ServiceFacts from, VersionOffer to) {
        HttpCall call = HttpCall.postNothing("databases", work.service().addon(), "upgrade");
        List<String> warnings = new ArrayList<>(List.of(to.interruption().sentence()));
        to.warning().ifPresent(warnings::add);
        return work.submissions()
                .change(
                        new Draft(
                                Act.VERSION_UPGRADE,
                                TEXTS.text("title.upgrade", to.text()),
                                target,
                                call.preview(work.calls().databaseBase(), List.of()),
                                warnings,
                                ScalingoWork.memo(Optional.empty(), from.version(), to.text())),
                        new Deed() {
                            @Override
                            public Operation prepared(Operation planned) throws ProblemException {
                                ServiceFacts now = requireSettled(Optional.empty());
                                // the call names no version: it goes to whatever is next by now
                                if (!now.version().equals(from.version())
                                        || work.reads().versions().stream()
                                                .noneMatch(each -> each.id().equals(to.id()))) {
                                    throw ScalingoProblems.of(Kind.LOCKED, "changedMeanwhile");
                                }
                                return planned;
                            }

                            @Override
                            public Operation sent(Operation written) throws ProblemException {
                                HttpAnswer answer = work.calls().database(call);
                                return work.running(
                                        written.remembering(
                                                ScalingoMemo.REMOTE,
                                                answer.body().text("operation_id")));
                            }
                        });
    }
}
