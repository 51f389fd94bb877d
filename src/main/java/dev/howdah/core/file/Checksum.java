package dev.howdah.core.file;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * A sum over all bytes of a file, as somebody else tells it.
 *
 * @param hex in lower-case hexadecimal digits, as many as the kind has
 */
public record Checksum(Kind kind, String hex) {

    /** How it is made, the surest first. */
    public enum Kind {
        SHA_512("SHA-512", 64),
        SHA_256("SHA-256", 32),
        SHA_1("SHA-1", 20),
        MD5("MD5", 16),
        CRC_32C("CRC-32C", 4),
        CRC_32("CRC-32", 4);

        private final String words;
        private final int bytes;

        Kind(String words, int bytes) {
            this.words = words;
            this.bytes = bytes;
        }

        /** As people and the JDK call it: "SHA-256". */
        public String words() {
            return words;
        }
    }

    /** Empty when it is no sum of this kind. */
    public static Optional<Checksum> of(Kind kind, byte[] sum) {
        return sum.length == kind.bytes
                ? Optional.of(new Checksum(kind, HexFormat.of().formatHex(sum)))
                : Optional.empty();
    }

    /** Empty when it is no sum of this kind. */
    public static Optional<Checksum> ofHex(Kind kind, String hex) {
        return hex.length() == 2 * kind.bytes
                        && hex.chars().allMatch(each -> Character.digit(each, 16) >= 0)
                ? Optional.of(new Checksum(kind, hex.toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** "SHA_256:ab…", for {@link #parsed}. */
    public String written() {
        return kind.name() + ":" + hex;
    }

    /** Empty when it was not {@link #written} by us. */
    public static Optional<Checksum> parsed(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        try {
            return ofHex(Kind.valueOf(text.substring(0, colon)), text.substring(colon + 1));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
