package dev.howdah.lab.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.howdah.core.file.AtomicFile;
import dev.howdah.lab.backup.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which cluster an archive belongs to: files of another one have the same names.
 *
 * @param file holds the cluster's system identifier; need not exist
 */
record ArchiveOwner(Path file) {
    /** Whether it belongs to a cluster already, and not to this one. */
    boolean isAnother(DataFolder cluster) throws IOException {
        return Files.isRegularFile(file) && !isThis(cluster);
    }

    void become(DataFolder cluster) throws IOException {
        if (!isThis(cluster)) {
            AtomicFile.write(file, identifier(cluster).getBytes(UTF_8));
        }
    }

    private boolean isThis(DataFolder cluster) throws IOException {
        return Files.isRegularFile(file) && Files.readString(file).equals(identifier(cluster));
    }

    private static String identifier(DataFolder cluster) throws IOException {
        return Long.toUnsignedString(cluster.systemIdentifier());
    }
}
