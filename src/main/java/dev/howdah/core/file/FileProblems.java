package dev.howdah.core.file;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says why the console's own files can't be read or written. */
public final class FileProblems {
    private static final Texts TEXTS = Texts.of(FileProblems.class);

    /** Less than this is a full disk to everything but the smallest file. */
    private static final long FULL_BELOW_BYTES = 64L << 10;

    private FileProblems() {}

    /**
     * LOCAL. The disk itself is asked whether it is full or read-only, because the operating
     * system's sentence comes in any language.
     */
    public static ProblemException of(IOException e, Path file) {
        return new ProblemException(problem(file.toAbsolutePath()).withDetail(e.toString()), e);
    }

    private static Problem problem(Path file) {
        Path existing = file;
        while (!Files.exists(existing) && existing.getParent() != null) {
            existing = existing.getParent();
        }
        Path folder = Files.isDirectory(existing) ? existing : existing.getParent();
        if (!existing.equals(file) && !Files.isDirectory(existing)) {
            return local("file.blocked", file, existing);
        }
        if (!Files.isWritable(existing) || (folder != null && !Files.isWritable(folder))) {
            return local("file.readOnly", file, existing);
        }
        return local(isFull(existing) ? "file.full" : "file.failed", file, existing);
    }

    private static Problem local(String key, Path file, Path existing) {
        return Problem.of(
                Problem.Kind.LOCAL,
                TEXTS.text(key, file, existing),
                TEXTS.text(key + ".remedy", file, existing));
    }

    private static boolean isFull(Path existing) {
        try {
            return Files.getFileStore(existing).getUsableSpace() < FULL_BELOW_BYTES;
        } catch (IOException _) {
            // a disk that doesn't say is taken for one with room
            return false;
        }
    }
}
