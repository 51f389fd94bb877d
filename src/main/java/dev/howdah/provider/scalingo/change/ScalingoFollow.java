package dev.howdah.provider.scalingo.change;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.Operation.State;
import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.provider.backup.BackupSchedule;
import dev.howdah.provider.scalingo.read.ScalingoReads;
import dev.howdah.provider.service.ServiceFacts;
import dev.howdah.provider.service.ServiceState;
import dev.howdah.provider.service.Switch;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out from Scalingo's state how far an operation is. Scalingo documents no answer for its own
 * operations, so the effect is looked for instead.
 */
public final class ScalingoFollow {
    /**
     * A request whose reply was lost may still be on its way. When nothing of it shows for so long,
     * it never arrived.
     */
    static final Duration SETTLE = Duration.ofMinutes(2);

    /** What was taken shows its effect within this; source: the limit of Scalingo's Terraform. */
    static final Duration LONGEST = Duration.ofMinutes(40);

    /** By so much the clock here may be ahead of Scalingo's. */
    private static final Duration SKEW = Duration.ofMinutes(10);

    private static final Texts TEXTS = Texts.of(ScalingoFollow.class);

    private final ScalingoReads reads;

    public ScalingoFollow(ScalingoReads reads) {
        this.reads = reads;
    }

    public Operation seen(Operation operation) throws ProblemException {
        return switch (operation.act()) {
            case PLAN_CHANGE -> changed(operation, ServiceFacts::plan);
            case VERSION_UPGRADE -> changed(operation, ServiceFacts::version);
            case RECOVERY -> recovered(operation);
            case BACKUP -> backedUp(operation);
            case SWITCH -> turned(operation);
            case ALLOWLIST -> listed(operation);
            case BACKUP_SCHEDULE ->
                    shown(
                            operation,
                            reads.briefFacts()
                                    .schedule()
                                    .filter(now -> saysWhatWasWanted(now, operation))
                                    .isPresent());
            case MAINTENANCE_WINDOW ->
                    shown(
                            operation,
                            reads.briefFacts()
                                    .window()
                                    .map(ScalingoWords::written)
                                    .equals(wanted(operation)));
            case USER_CREATED -> shown(operation, userIsThere(operation));
            case USER_DROPPED -> shown(operation, !userIsThere(operation));
            case PASSWORD -> neverKnown(operation);
            case SESSION_END -> shown(operation, !queryIsThere(operation));
            case COPY, REPLICA, PROMOTION, NODE_FAILURE, DOWNLOAD -> neverKnown(operation);
        };
    }

    private static Optional<String> wanted(Operation operation) {
        return Optional.ofNullable(operation.memo().get(ScalingoMemo.TO));
    }

    /** A schedule that is off keeps its hour. */
    private static boolean saysWhatWasWanted(BackupSchedule now, Operation operation) {
        BackupSchedule wanted = ScalingoWords.schedule(wanted(operation).orElse(""));
        return now.on() == wanted.on()
                && (wanted.hoursUtc().isEmpty() || now.hoursUtc().equals(wanted.hoursUtc()));
    }

    /** Reads one word out of the facts. */
    private interface Word {
        String of(ServiceFacts facts);
    }

    /**
     * A change that ends when the database runs again with the new word. Between the answer and the
     * first sign of work the database still looks as before.
     */
    private Operation changed(Operation operation, Word word) throws ProblemException {
        ServiceFacts facts = reads.briefFacts();
        boolean arrived = word.of(facts).equals(wanted(operation).orElse(""));
        if (arrived && facts.settled()) {
            return done(operation);
        }
        if (arrived || atWork(facts)) {
            return atWork(operation, facts);
        }
        return operation.memo().containsKey(ScalingoMemo.CHANGING)
                ? failed(operation, "operation.undone")
                : withoutTrace(operation);
    }

    private static boolean atWork(ServiceFacts facts) {
        return facts.state() == ServiceState.CHANGING
                || facts.state() == ServiceState.STOPPED
                || facts.state() == ServiceState.CREATING
                || facts.currentOperation().isPresent();
    }

    /**
     * The beginning of the window jumps to the time of the recovery when that is done. It may have
     * begun just before already, after another recovery or with the database. Without a recovery it
     * moves, too, but stays days behind.
     */
    private Operation recovered(Operation operation) throws ProblemException {
        ServiceFacts facts = reads.briefFacts();
        if (!facts.settled()) {
            return atWork(facts) ? atWork(operation, facts) : withoutTrace(operation);
        }
        if (operation.memo().containsKey(ScalingoMemo.CHANGING)) {
            return done(operation);
        }
        Optional<Instant> earliest = reads.recoveryWindow().earliest();
        if (earliest.isEmpty()) {
            // also a recovery that has begun nowhere may find it so
            return operation.state().mayBeUnsent() ? unsure(operation) : done(operation);
        }
        boolean moved =
                !earliest.get().toString().equals(operation.memo().get(ScalingoMemo.EARLIEST));
        boolean reset = moved && earliest.get().isAfter(operation.askedAt().minus(SKEW));
        return reset ? done(operation) : withoutTrace(operation);
    }

    private Operation backedUp(Operation operation) throws ProblemException {
        String id = operation.memo().getOrDefault(ScalingoMemo.REMOTE, "");
        Optional<BackupEntry> entry = id.isEmpty() ? adopted(operation) : reads.backup(id);
        if (entry.isEmpty()) {
            return id.isEmpty() ? withoutTrace(operation) : failed(operation, "operation.gone");
        }
        Operation known = operation.remembering(ScalingoMemo.REMOTE, entry.get().id());
        return switch (entry.get().state()) {
            case DONE -> done(known);
            case FAILED -> failed(known, "operation.failed");
            case WAITING, RUNNING, UNKNOWN ->
                    known.in(State.RUNNING, TEXTS.text("operation.running"), reads.now());
        };
    }

    /** The first backup on demand that was not there before is the one asked for. */
    private Optional<BackupEntry> adopted(Operation operation) throws ProblemException {
        Set<String> known =
                new HashSet<>(
                        Arrays.asList(
                                operation
                                        .memo()
                                        .getOrDefault(ScalingoMemo.KNOWN, "")
                                        .split(" ", -1)));
        return reads.backupEntries().stream()
                .filter(entry -> entry.kind() == BackupEntry.Kind.ON_DEMAND)
                .filter(entry -> !known.contains(entry.id()))
                .min(Comparator.comparing(BackupEntry::createdAt));
    }

    private Operation turned(Operation operation) throws ProblemException {
        String subject = operation.memo().getOrDefault(Operation.SUBJECT, "");
        if (subject.equals("pg_stat_statements")) {
            return shown(
                    operation,
                    reads.extensions().stream()
                            .anyMatch(each -> each.startsWith("pg_stat_statements ")));
        }
        Map<Switch, Switch.Position> switches = reads.briefFacts().switches();
        Switch.Position wantedPosition =
                Boolean.parseBoolean(wanted(operation).orElse(""))
                        ? Switch.Position.ON
                        : Switch.Position.OFF;
        Switch.Position now =
                switches.getOrDefault(Switch.valueOf(subject), Switch.Position.UNKNOWN);
        return switch (now) {
            case ON, OFF -> now == wantedPosition ? done(operation) : withoutTrace(operation);
            case TURNING_ON, TURNING_OFF, TURNING ->
                    operation.in(State.RUNNING, TEXTS.text("operation.running"), reads.now());
            case FAILED -> failed(operation, "operation.failed");
            case UNKNOWN -> withoutTrace(operation);
        };
    }

    private Operation listed(Operation operation) throws ProblemException {
        State judged = ScalingoAllowlist.judged(reads.rules(Map.of()), operation);
        return switch (judged) {
            case DONE -> done(operation);
            case PARTLY ->
                    settled(operation)
                            ? operation.in(
                                    State.PARTLY, TEXTS.text("allowlist.between"), reads.now())
                            : unsure(operation);
            default -> withoutTrace(operation);
        };
    }

    private boolean userIsThere(Operation operation) throws ProblemException {
        String name = operation.memo().getOrDefault(Operation.SUBJECT, "");
        return reads.users().stream().anyMatch(user -> user.name().equals(name));
    }

    private boolean queryIsThere(Operation operation) throws ProblemException {
        String pid = operation.memo().getOrDefault(Operation.SUBJECT, "");
        String start = operation.memo().getOrDefault(ScalingoMemo.FROM, "");
        return reads.runningQueries().stream()
                .filter(query -> Integer.toString(query.pid()).equals(pid))
                .anyMatch(
                        query -> query.startedAt().map(Instant::toString).orElse("").equals(start));
    }

    /** The effect shows at once, or there is none. */
    private Operation shown(Operation operation, boolean there) {
        return there ? done(operation) : withoutTrace(operation);
    }

    /** No state tells which password is good. */
    private Operation neverKnown(Operation operation) {
        return operation.in(State.ABANDONED, TEXTS.text("operation.neverKnown"), reads.now());
    }

    private boolean settled(Operation operation) {
        Duration limit = operation.state().mayBeUnsent() ? SETTLE : LONGEST;
        return Duration.between(operation.askedAt(), reads.now()).compareTo(limit) > 0;
    }

    private Operation withoutTrace(Operation operation) {
        if (settled(operation)) {
            return failed(
                    operation,
                    operation.state().mayBeUnsent()
                            ? "operation.neverArrived"
                            : "operation.noEffect");
        }
        return operation.state().mayBeUnsent()
                ? unsure(operation)
                : operation.in(State.RUNNING, TEXTS.text("operation.running"), reads.now());
    }

    private Operation unsure(Operation operation) {
        return operation.in(State.UNSURE, TEXTS.text("operation.unsure"), reads.now());
    }

    private Operation atWork(Operation operation, ServiceFacts facts) {
        return operation
                .remembering(ScalingoMemo.CHANGING, "true")
                .in(
                        State.RUNNING,
                        TEXTS.text("operation.atWork", facts.providerState()),
                        reads.now());
    }

    private Operation done(Operation operation) {
        return operation.in(State.DONE, TEXTS.text("operation.done"), reads.now());
    }

    private Operation failed(Operation operation, String key) {
        return operation.in(State.FAILED, TEXTS.text(key), reads.now());
    }
}
