package dev.howdah.dump;

import dev.howdah.core.AtomicFile;
import dev.howdah.core.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A password for a tool that logs in by itself: in a file that only we may read, for as long as the
 * tool runs. An argument would be seen by everybody on this desktop.
 */
final class PasswordFile implements AutoCloseable {
    private final Path folder;
    private final Path file;

    PasswordFile(Secret password) throws IOException {
        folder = Files.createTempDirectory("howdah");
        file = folder.resolve("pgpass");
        String escaped = password.reveal().replace("\\", "\\\\").replace(":", "\\:");
        AtomicFile.write(file, ("*:*:*:*:" + escaped + "\n").getBytes(StandardCharsets.UTF_8));
    }

    Path path() {
        return file;
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
    }
}
