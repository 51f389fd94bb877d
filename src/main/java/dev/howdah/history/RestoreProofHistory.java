package dev.howdah.history;

import dev.howdah.core.AtomicFile;
import dev.howdah.core.FileProblems;
import dev.howdah.core.PrivateFiles;
import dev.howdah.core.ProblemException;
import dev.howdah.core.ProcessLock;
import dev.howdah.pg.restore.RestoreProof;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The proofs of restores, one line each in a file that is always replaced as a whole. Any thread
 * may call, and several consoles may share the folder.
 */
public final class RestoreProofHistory {
    /** The oldest go first. */
    static final int KEPT = 300;

    private static final Duration LOCK_LIMIT = Duration.ofSeconds(5);

    private final Path folder;
    private final Path file;

    /**
     * Touches no file yet.
     *
     * @param folder the application-data folder
     */
    public RestoreProofHistory(Path folder) {
        this.folder = folder;
        this.file = folder.resolve("restores.jsonl");
    }

    /** Adds a proof, and returns when it is safe on disk. Blocks. */
    public void add(RestoreProof proof) throws ProblemException {
        try {
            PrivateFiles.createFolder(folder);
            try (ProcessLock _ = ProcessLock.take(folder.resolve("restores.lock"), LOCK_LIMIT)) {
                List<String> lines = new ArrayList<>(lines());
                lines.add(RestoreProofLine.written(proof));
                List<String> kept = lines.subList(Math.max(0, lines.size() - KEPT), lines.size());
                AtomicFile.write(
                        file, (String.join("\n", kept) + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw FileProblems.of(e, file);
        }
    }

    /** Those of one server, by the id of its profile, newest first. Blocks. */
    public List<RestoreProof> of(UUID original) throws ProblemException {
        try {
            return lines().reversed().stream()
                    .flatMap(line -> RestoreProofLine.read(line).stream())
                    .filter(proof -> proof.original().equals(original))
                    .toList();
        } catch (IOException e) {
            throw FileProblems.of(e, file);
        }
    }

    private List<String> lines() throws IOException {
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
