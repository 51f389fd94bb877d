package dev.howdah.lab.copies;

import dev.howdah.lab.node.Folders;
import dev.howdah.lab.operation.KeyedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where one copy is. A file says what it is; it is written when the copy is whole and removed
 * before the copy is, so a folder without one is half of a copy and of no use.
 */
record CopyFolder(Path path) {
    private static final String FACTS = "facts";

    /** Those in this folder, whole and half; empty when there is no such folder. */
    static List<CopyFolder> in(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory).sorted().map(CopyFolder::new).toList();
        }
    }

    /** That of its node. */
    Path node() {
        return path.resolve("node");
    }

    /** What it is; empty when it is not whole. */
    Optional<LabCopy> facts() throws IOException {
        return KeyedFile.read(path.resolve(FACTS)).flatMap(CopyFolder::read);
    }

    /** Whether it never became whole, or was being removed; one that can't be read is neither. */
    boolean isHalf() {
        return Files.notExists(path.resolve(FACTS));
    }

    /** From now on it is whole. */
    void finish(LabCopy copy) throws IOException {
        Map<String, String> text = new TreeMap<>();
        text.put("id", copy.id().toString());
        text.put("name", copy.name());
        text.put("server", copy.server());
        copy.original().ifPresent(id -> text.put("original", id.toString()));
        copy.restoredTo().ifPresent(moment -> text.put("restoredTo", moment.toString()));
        text.put("database", copy.database());
        text.put("madeAt", copy.madeAt().toString());
        text.put("took", copy.took().toString());
        text.put("bytes", Long.toString(copy.bytes()));
        KeyedFile.write(path.resolve(FACTS), text);
    }

    private static Optional<LabCopy> read(Map<String, String> text) {
        try {
            return Optional.of(
                    new LabCopy(
                            UUID.fromString(of(text, "id")),
                            of(text, "name"),
                            of(text, "server"),
                            Optional.ofNullable(text.get("original")).map(UUID::fromString),
                            Optional.ofNullable(text.get("restoredTo")).map(Instant::parse),
                            of(text, "database"),
                            Instant.parse(of(text, "madeAt")),
                            Duration.parse(of(text, "took")),
                            Long.parseLong(of(text, "bytes"))));
        } catch (IllegalArgumentException | DateTimeException _) {
            // somebody edited it; what can't be told is of no use
            return Optional.empty();
        }
    }

    private static String of(Map<String, String> text, String key) {
        String value = text.get(key);
        if (value == null) {
            throw new IllegalArgumentException(key + " is missing");
        }
        return value;
    }

    /** Removes it; a run that is killed meanwhile leaves half of a copy. Its server is stopped. */
    void remove() throws IOException {
        Files.deleteIfExists(path.resolve(FACTS));
        Folders.delete(path);
    }
}
