package dev.howdah.lab.operation;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.file.PrivateFiles;
import dev.howdah.lab.node.LabProblems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The lab's operations, each in a file of its own, written before and after every step. One is
 * under way at the service at a time, and one beside it. Any thread may ask.
 */
public final class LabOperations {
    private static final Logger LOG = LoggerFactory.getLogger(LabOperations.class);
    private static final Texts TEXTS = Texts.of(LabOperations.class);
    private static final String ENDING = ".operation";
    private static final int KEPT = 100;

    private final Path folder;

    /** Newest first. Who only looks must not wait for those who write to the disk. */
    private volatile List<LabOperation> all;

    /**
     * @param folder made when it is missing; what is in it is read at once
     */
    public LabOperations(Path folder) throws ProblemException {
        this.folder = folder;
        List<LabOperation> found = new ArrayList<>();
        try {
            PrivateFiles.createFolder(folder);
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(each -> each.toString().endsWith(ENDING)).toList()) {
                    KeyedFile.read(file).flatMap(OperationText::read).ifPresent(found::add);
                }
            }
        } catch (IOException e) {
            throw LabProblems.of(e, folder);
        }
        found.sort(Comparator.comparing(LabOperation::beganAt).reversed());
        all = List.copyOf(found);
    }

    /** Newest first, at most a hundred. */
    public List<LabOperation> all() {
        return all;
    }

    /** Empty when it never began here, or was forgotten after a hundred others. */
    public Optional<LabOperation> find(UUID id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /** The one at the service that has not ended. */
    public Optional<LabOperation> underWay() {
        return underWay(false);
    }

    /** The one beside the service that has not ended. */
    public Optional<LabOperation> underWayBeside() {
        return underWay(true);
    }

    /** Those of an instant in which an earlier run was ended. */
    public List<LabOperation> leftInAnInstant() {
        return all.stream()
                .filter(each -> !each.state().ended() && each.act().isInstant())
                .toList();
    }

    private Optional<LabOperation> underWay(boolean beside) {
        return all.stream()
                .filter(each -> !each.state().ended() && !each.act().isInstant())
                .filter(each -> each.act().isBesideTheService() == beside)
                .findFirst();
    }

    /** Writes a new one; LOCKED when another is in its way or it began before. */
    public synchronized void begin(LabOperation operation) throws ProblemException {
        Optional<LabOperation> other =
                underWay(operation.act().isBesideTheService()).or(() -> find(operation.id()));
        if (other.isPresent()) {
            throw busyWith(other.get());
        }
        add(operation);
    }

    /** Writes down one of an instant, whatever else is under way. */
    public synchronized void note(LabOperation instant) throws ProblemException {
        add(instant);
    }

    private void add(LabOperation operation) throws ProblemException {
        save(operation);
        List<LabOperation> next = new ArrayList<>(all);
        next.addFirst(operation);
        while (next.size() > KEPT) {
            forget(next.removeLast());
        }
        all = List.copyOf(next);
    }

    /** Takes one up that has failed; LOCKED when another is under way. */
    public synchronized LabOperation beginAgain(LabOperation failed) throws ProblemException {
        Optional<LabOperation> other = underWay();
        if (other.isPresent()) {
            throw busyWith(other.get());
        }
        LabOperation again = failed.again();
        write(again);
        return again;
    }

    /** As it is now; returns when that is safe on disk. */
    synchronized void write(LabOperation operation) throws ProblemException {
        save(operation);
        show(operation);
    }

    /** As it is now, for those who ask; the next start need not know. */
    synchronized void show(LabOperation operation) {
        all =
                all.stream()
                        .map(each -> each.id().equals(operation.id()) ? operation : each)
                        .toList();
    }

    private static ProblemException busyWith(LabOperation other) {
        return new ProblemException(
                Problem.of(
                        Problem.Kind.LOCKED,
                        TEXTS.text("busy", other.title()),
                        TEXTS.text("busy.remedy")));
    }

    private void save(LabOperation operation) throws ProblemException {
        Map<String, String> text = OperationText.of(operation);
        try {
            KeyedFile.write(file(operation), text);
        } catch (IOException e) {
            throw LabProblems.of(e, folder);
        }
    }

    private void forget(LabOperation operation) {
        try {
            Files.deleteIfExists(file(operation));
        } catch (IOException e) {
            LOG.warn("an old operation of the lab could not be removed", e);
        }
    }

    private Path file(LabOperation operation) {
        return folder.resolve(operation.id() + ENDING);
    }
}
