package dev.howdah.backup.download;

import dev.howdah.core.file.AtomicFile;
import dev.howdah.core.file.Checksum;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * What is noted beside a part, so that a later start can go on with it.
 *
 * @param backup the provider's id
 * @param version of the file of which it is a part
 * @param safeBytes so many surely are on the disk
 * @param told the checksum of the whole file, by the provider; empty when it told none
 */
record PartNote(String backup, String version, long safeBytes, Optional<Checksum> told) {

    private static Path beside(Path part) {
        return part.resolveSibling(part.getFileName() + ".note");
    }

    void write(Path part) throws IOException {
        Properties lines = new Properties();
        lines.setProperty("backup", backup);
        lines.setProperty("version", version);
        lines.setProperty("bytes", Long.toString(safeBytes));
        told.ifPresent(sum -> lines.setProperty("checksum", sum.written()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        lines.store(bytes, null);
        AtomicFile.write(beside(part), bytes.toByteArray());
    }

    /** Empty when there is none, or it is not one of ours. */
    static Optional<PartNote> of(Path part) throws IOException {
        try (InputStream in = Files.newInputStream(beside(part))) {
            Properties lines = new Properties();
            lines.load(
                    new java.io.InputStreamReader(
                            new java.io.ByteArrayInputStream(in.readNBytes(1 << 14)),
                            StandardCharsets.ISO_8859_1));
            return Optional.of(
                    new PartNote(
                            lines.getProperty("backup", ""),
                            lines.getProperty("version", ""),
                            Long.parseLong(lines.getProperty("bytes", "0")),
                            Checksum.parsed(lines.getProperty("checksum", ""))));
        } catch (NoSuchFileException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    static void remove(Path part) throws IOException {
        Files.deleteIfExists(beside(part));
    }
}
