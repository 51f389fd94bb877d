package dev.howdah.backup.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The SHA-256 of a backup's file, noted beside it when it arrived, in the form that sha256sum
 * checks.
 */
public final class FileSum {
    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})[ ][ *].+\\R?");
    private static final long LONGEST = 1 << 13;

    private FileSum() {}

    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where the sum of this file is noted. */
    static Path beside(Path file) {
        return file.resolveSibling(file.getFileName() + ".sha256");
    }

    static void write(Path file, String sha256) throws IOException {
        Files.writeString(beside(file), sha256 + "  " + file.getFileName() + "\n");
    }

    /** Empty when none was noted, or it can't be read. */
    static Optional<String> noted(Path file) throws IOException {
        Path beside = beside(file);
        try {
            if (Files.size(beside) > LONGEST) {
                return Optional.empty();
            }
            Matcher line =
                    LINE.matcher(
                            new String(Files.readAllBytes(beside), StandardCharsets.ISO_8859_1));
            return line.matches() ? Optional.of(line.group(1)) : Optional.empty();
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }
}
