package dev.howdah.ui.settings.logs;

import dev.howdah.core.FileProblems;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.provider.Provider;
import dev.howdah.provider.backup.BackupFile;
import dev.howdah.provider.service.LogArchive;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Fetches a stretch of a log into a file, which has its name only when all of it is there. */
record LogDownload(Provider provider, LogArchive archive, Path file) {
    private static final Texts TEXTS = Texts.of(LogDownload.class);

    /** Blocks until it is here; says what came of it, a full sentence. */
    String run() {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (BackupFile from = provider.openLogArchive(archive)) {
            long bytes = copied(from.content(), part);
            if (from.totalBytes().isPresent() && from.totalBytes().getAsLong() != bytes) {
                return TEXTS.text(
                        "archive.cut",
                        Quantities.bytes((double) bytes),
                        Quantities.bytes((double) from.totalBytes().getAsLong()));
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            return TEXTS.text("archive.done", Quantities.bytes((double) bytes), file);
        } catch (ProblemException e) {
            return TEXTS.text("archive.failed", e.problem().sentence());
        } catch (IOException e) {
            return TEXTS.text("archive.failed", FileProblems.of(e, file).problem().sentence());
        } finally {
            remove(part);
        }
    }

    /** There is none any more when all went well. */
    private static void remove(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException _) {
            // it is left under a name that says what it is
        }
    }

    private static long copied(InputStream content, Path part) throws IOException {
        try (OutputStream out = Files.newOutputStream(part)) {
            return content.transferTo(out);
        }
    }
}
