package dev.howdah.journal;

import dev.howdah.core.ProblemException;
import dev.howdah.core.change.ChangeLog.Entry;
import dev.howdah.core.change.ChangeLog.Status;
import dev.howdah.core.change.ChangeLog.Writer;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.RunningChange.Transaction;
import dev.howdah.journal.JournaledChange.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/** Makes changes of the journal's lines and of what is known of the providers' work on them. */
public final class JournalReader {
    private final FileChangeLog log;
    private final FileOperationLog operations;
    private final Predicate<UUID> isRunningHere;
    private final Predicate<String> endsWithConsole;
    private final Writer here = ThisConsole.writer();

    /**
     * @param isRunningHere whether this process is still at the change
     * @param endsWithConsole whether what works on a service ends with the console that asked
     */
    public JournalReader(
            FileChangeLog log,
            FileOperationLog operations,
            Predicate<UUID> isRunningHere,
            Predicate<String> endsWithConsole) {
        this.log = log;
        this.operations = operations;
        this.isRunningHere = isRunningHere;
        this.endsWithConsole = endsWithConsole;
    }

    /**
     * The newest lines as changes. Blocks on the disk.
     *
     * @param lines so many at the most; a change has two
     */
    public JournalSnapshot read(int lines) throws ProblemException {
        JournalPart part = log.read(lines);
        Map<UUID, Operation> works = operations.all();
        Map<UUID, Entry> last = new LinkedHashMap<>();
        Map<UUID, Instant> starts = new HashMap<>();
        Map<UUID, List<Transaction>> commits = new HashMap<>();
        for (Entry entry : part.newest()) {
            last.merge(
                    entry.change(),
                    entry,
                    // of several without an end the first one says what was sent
                    (newer, older) -> newer.status() == Status.STARTED ? older : newer);
            if (entry.status() == Status.STARTED) {
                starts.put(entry.change(), entry.at());
            }
            entry.particulars()
                    .transaction()
                    .ifPresent(each ->
                            commits.computeIfAbsent(entry.change(), _ -> new ArrayList<>())
                                    .addFirst(each));
        }
        List<JournaledChange> changes = new ArrayList<>();
        for (Entry entry : last.values()) {
            Optional<Operation> work = Optional.ofNullable(works.get(entry.change()));
            changes.add(
                    new JournaledChange(
                            entry,
                            Optional.ofNullable(starts.get(entry.change())),
                            work.map(each -> result(each, entry)).orElseGet(() -> result(entry)),
                            work,
                            Optional.empty(),
                            commits.getOrDefault(entry.change(), List.of())));
        }
        return new JournalSnapshot(new Undone(changes).all(), part.damaged(), part.hasOlder());
    }

    /** Tells which changes were taken back, by others that are in effect themselves. */
    private static final class Undone {
        private final List<JournaledChange> changes;
        private final Map<UUID, List<JournaledChange>> undoing = new HashMap<>();

        Undone(List<JournaledChange> changes) {
            this.changes = changes;
            for (JournaledChange each : changes) {
                each.notes()
                        .undoes()
                        .filter(_ -> each.result() == Result.DONE)
                        .ifPresent(id ->
                                undoing.computeIfAbsent(id, _ -> new ArrayList<>()).add(each));
            }
        }

        List<JournaledChange> all() {
            return changes.stream().map(each -> each.undone(at(each.id(), Set.of()))).toList();
        }

        /**
         * @param seen those that this is asked for, should somebody have edited a circle
         */
        private Optional<Instant> at(UUID change, Set<UUID> seen) {
            if (seen.contains(change)) {
                return Optional.empty();
            }
            Set<UUID> now = new HashSet<>(seen);
            now.add(change);
            return undoing.getOrDefault(change, List.of()).stream()
                    .filter(back -> at(back.id(), now).isEmpty())
                    .findFirst()
                    .map(back ->
                            back.operation().flatMap(Operation::endedAt).orElse(back.entry().at()));
        }
    }

    private Result result(Operation operation, Entry entry) {
        return switch (operation.state()) {
            case SUBMITTING -> isAtWork(entry) ? Result.UNDER_WAY : Result.CUT_OFF;
            case RUNNING ->
                    endsWithConsole.test(operation.service()) && !isAtWork(entry)
                            ? Result.CUT_OFF
                            : Result.UNDER_WAY;
            case DONE -> Result.DONE;
            case PARTLY -> Result.PARTLY;
            case FAILED -> Result.FAILED;
            case UNSURE, ABANDONED -> Result.UNKNOWN;
        };
    }

    private Result result(Entry entry) {
        return switch (entry.status()) {
            case STARTED -> isUnderWay(entry) ? Result.UNDER_WAY : Result.CUT_OFF;
            case DONE -> Result.DONE;
            case PARTLY -> Result.PARTLY;
            case FAILED -> Result.FAILED;
            case UNKNOWN -> Result.UNKNOWN;
            case REFUSED -> Result.REFUSED;
        };
    }

    /** Whether the console that asked still runs, though the change itself has returned. */
    private boolean isAtWork(Entry entry) {
        return entry.particulars()
                .writer()
                .filter(writer -> writer.equals(here) || ThisConsole.lives(writer))
                .isPresent();
    }

    private boolean isUnderWay(Entry entry) {
        return entry.particulars()
                .writer()
                .filter(writer ->
                        writer.equals(here)
                                ? isRunningHere.test(entry.change())
                                : ThisConsole.lives(writer))
                .isPresent();
    }
}
