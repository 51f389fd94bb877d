package dev.howdah.lab.node;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;

/** Puts what goes wrong with the lab's folder and processes into sentences. */
public final class LabProblems {
    private static final Texts TEXTS = Texts.of(LabProblems.class);

    /** PostgreSQL stops writing WAL, and so stops, when less than a segment or two is left. */
    private static final long FULL_BELOW_BYTES = 40L << 20;

    private LabProblems() {}

    /**
     * Why the folder could not be worked in. The disk itself is asked whether it is full or
     * read-only, because the operating system's sentence comes in any language.
     */
    public static ProblemException of(IOException e, Path folder) {
        Path existing = nearestExisting(folder);
        Problem problem;
        if (!Files.isDirectory(existing)) {
            problem = local("folder.blocked", folder, existing);
        } else if (!Files.isWritable(existing)) {
            problem = local("folder.readOnly", folder);
        } else {
            problem = local(isFull(existing) ? "folder.full" : "folder.failed", folder);
        }
        return new ProblemException(problem.withDetail(e.toString()), e);
    }

    /**
     * Why one of PostgreSQL's programs failed.
     *
     * @param key of the sentence, if it isn't the disk
     * @param detail what the program said
     */
    static ProblemException program(String key, String detail, Path folder) {
        return new ProblemException(ofServer(key, folder).withDetail(detail));
    }

    /** Why a server that was just started did not let us in. */
    static ProblemException notStarted(SQLException e, Path folder) {
        return of(e, "node.notStarted", folder);
    }

    /** Why a server that was restored did not take its own password. */
    public static ProblemException notOpened(SQLException e, Path folder) {
        return of(e, "node.notOpened", folder);
    }

    /** Why a running server could not be copied. */
    static ProblemException notCopied(SQLException e, Path folder) {
        return of(e, "node.notCopied", folder);
    }

    /** Why a primary and its standbys could not be brought together. */
    public static ProblemException notFollowing(SQLException e, Path folder) {
        return of(e, "node.notFollowing", folder);
    }

    /** A standby that should have followed its primary by now. */
    public static ProblemException notFollowing(Path folder) {
        return program("node.notFollowing", "", folder);
    }

    /** Why a running server did not take the sample data. */
    public static ProblemException notFilled(SQLException e, Path folder) {
        return of(e, "sample.notFilled", folder);
    }

    /** Refuses a folder that has less room than is needed, before anything is written. */
    public static void requireRoom(Path folder, long neededBytes) throws ProblemException {
        long freeBytes = freeBytes(nearestExisting(folder));
        if (freeBytes < neededBytes) {
            throw new ProblemException(
                    local(
                            "folder.small",
                            Quantities.bytes((double) neededBytes),
                            folder,
                            Quantities.bytes((double) freeBytes)));
        }
    }

    private static ProblemException of(SQLException e, String key, Path folder) {
        return new ProblemException(
                ofServer(key, folder).withDetail(e.getSQLState() + " " + e.getMessage()), e);
    }

    private static Problem ofServer(String key, Path folder) {
        return local(isFull(nearestExisting(folder)) ? "folder.full" : key, folder);
    }

    /** The sentence under the key and its remedy, which have the same arguments. */
    private static Problem local(String key, Object... arguments) {
        return Problem.of(
                Problem.Kind.LOCAL,
                TEXTS.text(key, arguments),
                TEXTS.text(key + ".remedy", arguments));
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
