package dev.howdah.history;

import dev.howdah.core.ProblemException;
import dev.howdah.pg.restore.RestoreProof;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;

/**
 * The proofs of restores, and beside them what the files of backups turned out to be worth; one
 * line each. Any thread may call, and several consoles may share the folder.
 */
public final class RestoreProofHistory {
    /** The oldest go first. */
    static final int KEPT = 300;

    private final LineFile restores;
    private final LineFile files;

    /**
     * Touches no file yet.
     *
     * @param folder the application-data folder
     */
    public RestoreProofHistory(Path folder) {
        this.restores = new LineFile(folder, "restores", KEPT);
        this.files = new LineFile(folder, "backup-files", KEPT);
    }

    /** Adds a proof, and returns when it is safe on disk. Blocks. */
    public void add(RestoreProof proof) throws ProblemException {
        restores.add(RestoreProofLine.written(proof));
    }

    /** Adds a judgement, and returns when it is safe on disk. Blocks. */
    public void add(FileProof proof) throws ProblemException {
        files.add(FileProofLine.written(proof));
    }

    /** Those of one server, by the id of its profile, newest first. Blocks. */
    public List<RestoreProof> of(UUID original) throws ProblemException {
        return restores.newestFirst().stream()
                .flatMap(line -> RestoreProofLine.read(line).stream())
                .filter(proof -> proof.original().equals(original))
                .toList();
    }

    /** Those of one server, by the id of its profile, newest first. Blocks. */
    public List<FileProof> filesOf(UUID server) throws ProblemException {
        return files.newestFirst().stream()
                .flatMap(line -> FileProofLine.read(line).stream())
                .filter(proof -> proof.server().equals(server))
                .toList();
    }
}
