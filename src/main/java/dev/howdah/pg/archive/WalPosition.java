package dev.howdah.pg.archive;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place in the stream of WAL (an LSN).
 *
 * @param bytes since the stream began, 0 or more
 */
public record WalPosition(long bytes) implements Comparable<WalPosition> {

    /** Reads PostgreSQL's way of writing: two hexadecimal numbers and a slash, "16/B374D848". */
    public static Optional<WalPosition> parse(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        int slash = text.indexOf('/');
        long high = Long.parseLong(text.substring(0, slash), 16);
        long low = Long.parseLong(text.substring(slash + 1), 16);
        return Optional.of(new WalPosition((high << 32) + low));
    }

    /** How many bytes were written from there to here; 0 when there is not earlier. */
    public long bytesSince(WalPosition earlier) {
        return Math.max(0, bytes - earlier.bytes);
    }

    @Override
    public int compareTo(WalPosition other) {
        return Long.compare(bytes, other.bytes);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%X/%X", bytes >>> 32, bytes & 0xFFFF_FFFFL);
    }
}
