package dev.howdah.history;

import dev.howdah.core.ProblemException;
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
import java.util.List;

/**
 * A file of lines that is always replaced as a whole, the oldest line first. Any thread may call,
 * and several consoles may share the folder.
 */
final class LineFile {
    private static final Duration LOCK_LIMIT = Duration.ofSeconds(5);

    private final Path folder;
    private final Path file;
    private final Path lock;
    private final int kept;

    /**
     * Touches no file yet.
     *
     * @param kept so many lines; the oldest go first
     */
    LineFile(Path folder, String name, int kept) {
        this.folder = folder;
        this.file = folder.resolve(name + ".jsonl");
        this.lock = folder.resolve(name + ".lock");
        this.kept = kept;
    }

    /** Adds a line, and returns when it is safe on disk. Blocks. */
    void add(String line) throws ProblemException {
        try {
            PrivateFiles.createFolder(folder);
            try (ProcessLock _ = ProcessLock.take(lock, LOCK_LIMIT)) {
                List<String> lines = new ArrayList<>(read());
                lines.add(line);
                List<String> rest = lines.subList(Math.max(0, lines.size() - kept), lines.size());
                AtomicFile.write(
                        file, (String.join("\n", rest) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw FileProblems.of(e, file);
        }
    }

    /** The newest first; none when there is no file. Blocks. */
    List<String> newestFirst() throws ProblemException {
        try {
            return read().reversed();
        } catch (IOException e) {
            throw FileProblems.of(e, file);
        }
    }

    private List<String> read() throws IOException {
        try {
            // not readAllLines, which refuses the whole file for one wrong byte
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        } catch (NoSuchFileException _) {
            return List.of();
        }
    }
}
