package dev.howdah.provider.backup;

import dev.howdah.core.file.Checksum;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file that a provider gives, a backup's or a log's, while it is read. Close it.
 *
 * @param name a name for the file, without folders
 * @param content from {@code from} to the end; reading throws when the link breaks, and ends early
 *     without a word when the provider lies about the length, so count
 * @param from the first byte of the content; 0 unless a continuation was asked for and granted
 * @param totalBytes of the whole file; empty when not told, and then its end proves nothing
 * @param version changes when the file does; empty when not told, and then it can't be continued
 * @param checksum over the whole file; empty when none is told
 */
public record BackupFile(
        String name,
        InputStream content,
        long from,
        OptionalLong totalBytes,
        String version,
        Optional<Checksum> checksum)
        implements AutoCloseable {

    /** One whose checksum nobody tells. */
    public BackupFile(
            String name, InputStream content, long from, OptionalLong totalBytes, String version) {
        this(name, content, from, totalBytes, version, Optional.empty());
    }

    @Override
    public void close() throws IOException {
        content.close();
    }
}
