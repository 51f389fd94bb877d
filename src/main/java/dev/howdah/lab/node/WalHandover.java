package dev.howdah.lab.node;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Gives a standby the WAL that its primary wrote and could not send any more. Both are stopped. A
 * standby that is promoted first replays all that it finds in pg_wal (src/backend/access/transam/
 * xlogrecovery.c, WaitForWALToBecomeAvailable), so nothing that was ever acknowledged is lost as
 * long as the dead primary's disk can be read.
 */
record WalHandover(Path primaryData, Path standbyData) {
    private static final Pattern WAL = Pattern.compile("[0-9A-F]{24}|[0-9A-F]{8}\\.history");

    /**
     * @return false when the primary's WAL is not there to be read
     */
    boolean run() throws IOException {
        Path from = primaryData.resolve("pg_wal");
        if (!Files.isDirectory(from)) {
            return false;
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(from)) {
            files =
                    all.filter(file -> WAL.matcher(file.getFileName().toString()).matches())
                            .sorted()
                            .toList();
        }
        for (Path file : files) {
            give(file);
        }
        return !files.isEmpty();
    }

    private void give(Path file) throws IOException {
        Path target = standbyData.resolve("pg_wal").resolve(file.getFileName());
        try {
            if (Files.exists(target) && Files.mismatch(file, target) == -1) {
                return;
            }
            Path beside = target.resolveSibling(target.getFileName() + ".handover");
            Files.copy(file, beside, StandardCopyOption.REPLACE_EXISTING);
            Files.move(
                    beside,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (NoSuchFileException e) {
            // somebody is deleting the dead node; what was readable is handed over
            if (Files.exists(file)) {
                throw e;
            }
        }
    }
}
