package dev.howdah.provider.scalingo.change;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Change;
import dev.howdah.core.change.ChangeTarget;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.Operation.Act;
import dev.howdah.core.change.Operation.State;
import dev.howdah.provider.Submissions.Deed;
import dev.howdah.provider.Submissions.Draft;
import dev.howdah.provider.allowlist.AllowRule;
import dev.howdah.provider.allowlist.Allowlist;
import dev.howdah.provider.service.Switch;
import java.util.List;
import java.util.Optional;

/** All changes of one database, and the ways back from them. */
public final class ScalingoChanges {
    private static final Texts TEXTS = Texts.of(ScalingoChanges.class);

    private final ScalingoWork work;
    private final ScalingoMoves moves;
    private final ScalingoSwitches switches;
    private final ScalingoQueries queries;
    private final ScalingoUserChanges users;

    public ScalingoChanges(ScalingoWork work) {
        this.work = work;
        this.moves = new ScalingoMoves(work);
        this.switches = new ScalingoSwitches(work);
        this.queries = new ScalingoQueries(work);
        this.users = new ScalingoUserChanges(work);
    }

    public ScalingoMoves moves() {
        return moves;
    }

    public ScalingoSwitches switches() {
        return switches;
    }

    public ScalingoQueries queries() {
        return queries;
    }

    public ScalingoUserChanges users() {
        return users;
    }

    /**
     * @param undone the operation that is taken back, for which the list may be anything by now
     */
    public Change allowlist(
            ChangeTarget target,
            List<AllowRule> seen,
            List<AllowRule> wanted,
            Optional<Operation> undone)
            throws ProblemException {
        ScalingoAllowlist list =
                new ScalingoAllowlist(work.calls(), work.reads(), work.service(), wanted);
        if (undone.isEmpty()) {
            list.check(seen);
        }
        return work.submissions()
                .change(
                        new Draft(
                                Act.ALLOWLIST,
                                TEXTS.text("title.allowlist"),
                                target,
                                list.preview(seen),
                                List.of(TEXTS.text("allowlist.effect")),
                                ScalingoWork.memo(
                                        undone,
                                        Allowlist.written(seen),
                                        Allowlist.written(wanted))),
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

    /** Empty when nothing of it is in effect, and for what Scalingo can't take back. */
    public Optional<Change> wayBack(ChangeTarget target, Operation operation) {
        if (operation.state() == State.FAILED) {
            return Optional.empty();
        }
        Optional<Operation> undone = Optional.of(operation);
        String from = operation.memo().getOrDefault(ScalingoMemo.FROM, "");
        String to = operation.memo().getOrDefault(ScalingoMemo.TO, "");
        String subject = operation.memo().getOrDefault(Operation.SUBJECT, "");
        try {
            return switch (operation.act()) {
                case ALLOWLIST ->
                        Optional.of(
                                allowlist(
                                        target, Allowlist.read(to), Allowlist.read(from), undone));
                case SWITCH ->
                        from.isEmpty()
                                ? Optional.empty()
                                : Optional.of(
                                        switches.turn(
                                                target,
                                                Switch.valueOf(subject),
                                                Boolean.parseBoolean(from),
                                                undone));
                case BACKUP_SCHEDULE ->
                        Optional.of(
                                switches.schedule(
                                        target,
                                        ScalingoWords.schedule(to),
                                        ScalingoWords.schedule(from),
                                        undone));
                case MAINTENANCE_WINDOW ->
                        Optional.of(
                                switches.window(
                                        target,
                                        ScalingoWords.window(to),
                                        ScalingoWords.window(from),
                                        undone));
                case PLAN_CHANGE ->
                        Optional.ofNullable(operation.memo().get(ScalingoMemo.FROM_ID))
                                .filter(_ -> !work.service().dedicated())
                                .map(id -> moves.planBack(target, to, id, from, operation));
                case BACKUP,
                        RECOVERY,
                        COPY,
                        USER_CREATED,
                        USER_DROPPED,
                        PASSWORD,
                        VERSION_UPGRADE,
                        REPLICA,
                        PROMOTION,
                        SESSION_END,
                        NODE_FAILURE,
                        DOWNLOAD ->
                        Optional.empty();
            };
        } catch (ProblemException | IllegalArgumentException _) {
            // a memo of another version, or a list that Scalingo no longer takes
            return Optional.empty();
        }
    }
}
