package dev.howdah.lab;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** Puts what goes wrong with the lab's folder and processes into sentences. */
final class LabProblems {
    static final Texts TEXTS = Texts.of(LabProblems.class);

    /** PostgreSQL stops writing WAL, and so stops, when less than a segment or two is left. */
    private static final long FULL_BELOW_BYTES = 40L << 20;

    private LabProblems() {}

    /** The sentence and remedy under {@code key}, which have the same arguments. */
    static ProblemException local(String key, String detail, Object... arguments) {
        return new ProblemException(
                Problem.of(
                                Problem.Kind.LOCAL,
                                TEXTS.text(key, arguments),
                                TEXTS.text(key + ".remedy", arguments))
                        .withDetail(detail));
    }

    /**
     * Why the folder could not be worked in. The disk itself is asked whether it is full or
     * read-only, because the operating system's sentence comes in any language.
     */
    static ProblemException of(IOException e, Path folder) {
        String detail = e.toString();
        Path existing = nearestExisting(folder);
        if (!Files.isDirectory(existing)) {
            return local("folder.blocked", detail, folder, existing);
        }
        if (!Files.isWritable(existing)) {
            return local("folder.readOnly", detail, folder);
        }
        if (isFull(existing)) {
            return local("folder.full", detail, folder);
        }
        return local("folder.failed", detail, folder);
    }

    /** Why one of PostgreSQL's programs failed; {@code detail} ends with what it said. */
    static ProblemException program(String key, String detail, Path folder) {
        return isFull(nearestExisting(folder))
                ? local("folder.full", detail, folder)
                : local(key, detail, folder);
    }

    /** Refuses a folder that has less room than is needed, before anything is written. */
    static void requireRoom(Path folder, long neededBytes) throws ProblemException {
        Path existing = nearestExisting(folder);
        long freeBytes = freeBytes(existing);
        if (freeBytes < neededBytes) {
            throw local(
                    "folder.small",
                    "",
                    Quantities.bytes((double) neededBytes),
                    folder,
                    Quantities.bytes((double) freeBytes));
        }
    }

    /** Why the lab's own server did not do what it was asked; the detail has the SQLSTATE. */
    static ProblemException of(SQLException e, String key, Path folder) {
        ProblemException problem = program(key, e.getSQLState() + " " + e.getMessage(), folder);
        problem.initCause(e);
        return problem;
    }

    private static boolean isFull(Path existing) {
        return freeBytes(existing) < FULL_BELOW_BYTES;
    }

    private static long freeBytes(Path existing) {
        try {
            return Files.getFileStore(existing).getUsableSpace();
        } catch (IOException _) {
            // a disk that doesn't say is taken for one with room
            return Long.MAX_VALUE;
        }
    }

    private static Path nearestExisting(Path folder) {
        Path existing = folder.toAbsolutePath();
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        return existing;
    }
}
