package dev.howdah.journal;

import dev.howdah.core.ProblemException;
import dev.howdah.core.change.Operation;
import dev.howdah.core.change.OperationLog;
import dev.howdah.core.file.AtomicFile;
import dev.howdah.core.file.FileProblems;
import dev.howdah.core.file.PrivateFiles;
import dev.howdah.core.file.ProcessLock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The operations of all services in one small file, an operation a line, which is replaced as a
 * whole whenever one changes. Lines that this version can't read are kept as they are. Several
 * consoles may share the folder.
 */
public final class FileOperationLog implements OperationLog {
    /** Of each service, so many that have ended are remembered. */
    static final int KEPT = 300;

    /** Lines of others are kept, but not without end. */
    private static final int FOREIGN_KEPT = 1_000;

    private static final Duration LOCK_LIMIT = Duration.ofSeconds(5);

    private final Path folder;
    private final Path file;

    /** Touches no file yet. */
    public FileOperationLog(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("operations.jsonl");
    }

    /** The file as it is: operations by id in the order of asking, and lines nobody understands. */
    private record Content(Map<UUID, Operation> operations, List<String> foreign) {}

    @Override
    public Optional<Operation> begin(Operation operation) throws ProblemException {
        Operation[] inTheWay = new Operation[1];
        change(content -> {
            for (Operation other : content.operations().values()) {
                if (other.standsInTheWayOf(operation)) {
                    inTheWay[0] = other;
                    return content;
                }
            }
            return with(content, operation);
        });
        return Optional.ofNullable(inTheWay[0]);
    }

    @Override
    public void write(Operation operation) throws ProblemException {
        change(content -> with(content, operation));
    }

    @Override
    public Operation replace(Operation seen, Operation now) throws ProblemException {
        Content after =
                change(content ->
                        seen.equals(content.operations().get(seen.id()))
                                ? with(content, now)
                                : content);
        return after.operations().getOrDefault(seen.id(), now);
    }

    @Override
    public Optional<Operation> find(UUID id) throws ProblemException {
        return Optional.ofNullable(read().operations().get(id));
    }

    @Override
    public List<Operation> of(String service) throws ProblemException {
        return read().operations().values().stream()
                .filter(operation -> operation.service().equals(service))
                .sorted(Comparator.comparing(Operation::askedAt).reversed())
                .toList();
    }

    /** Those of all services, by id. */
    public Map<UUID, Operation> all() throws ProblemException {
        return Map.copyOf(read().operations());
    }

    private static Content with(Content content, Operation operation) {
        Map<UUID, Operation> operations = new LinkedHashMap<>(content.operations());
        operations.put(operation.id(), operation);
        Set<UUID> kept =
                operations.values().stream()
                        .filter(each -> each.service().equals(operation.service()))
                        .filter(each -> each.state().ended())
                        .sorted(Comparator.comparing(Operation::askedAt).reversed())
                        .limit(KEPT)
                        .map(Operation::id)
                        .collect(Collectors.toSet());
        operations
                .values()
                .removeIf(each ->
                        each.service().equals(operation.service())
                                && each.state().ended()
                                && !kept.contains(each.id()));
        return new Content(operations, content.foreign());
    }

    private Content change(UnaryOperator<Content> change) throws ProblemException {
        try {
            PrivateFiles.createFolder(folder);
            try (ProcessLock _ = ProcessLock.take(folder.resolve("operations.lock"), LOCK_LIMIT)) {
                Content before = content();
                Content after = change.apply(before);
                if (!after.equals(before)) {
                    AtomicFile.write(file, bytes(after));
                }
                return after;
            }
        } catch (IOException e) {
            throw FileProblems.of(e, file);
        }
    }

    /** Needs no lock: the file is only ever replaced as a whole. */
    private Content read() throws ProblemException {
        try {
            return content();
        } catch (IOException e) {
            throw FileProblems.of(e, file);
        }
    }

    private Content content() throws IOException {
        Map<UUID, Operation> operations = new LinkedHashMap<>();
        List<String> foreign = new ArrayList<>();
        String text;
        try {
            text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException _) {
            return new Content(operations, foreign);
        }
        for (String line : text.split("\n", -1)) {
            Optional<Operation> operation = OperationLine.read(line);
            if (operation.isPresent()) {
                operations.put(operation.get().id(), operation.get());
            } else if (!line.isBlank() && foreign.size() < FOREIGN_KEPT) {
                foreign.add(line);
            }
        }
        return new Content(operations, foreign);
    }

    private static byte[] bytes(Content content) {
        StringBuilder text = new StringBuilder();
        content.foreign().forEach(line -> text.append(line).append('\n'));
        content.operations()
                .values()
                .forEach(each -> text.append(OperationLine.written(each)).append('\n'));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
