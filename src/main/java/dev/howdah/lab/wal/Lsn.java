package dev.howdah.lab.wal;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A position in the WAL, as PostgreSQL's pg_lsn.
 *
 * @param bytes from the beginning of the first timeline; unsigned
 */
public record Lsn(long bytes) implements Comparable<Lsn> {
    private static final Pattern TEXT = Pattern.compile("([0-9A-Fa-f]{1,8})/([0-9A-Fa-f]{1,8})");

    /** Reads "0/3000028". */
    public static Lsn parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no WAL position: " + text);
        }
        return new Lsn(
                Long.parseLong(matcher.group(1), 16) << 32 | Long.parseLong(matcher.group(2), 16));
    }

    @Override
    public int compareTo(Lsn other) {
        return Long.compareUnsigned(bytes, other.bytes);
    }

    public boolean isAfter(Lsn other) {
        return compareTo(other) > 0;
    }

    /** As PostgreSQL writes it. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%X/%X", bytes >>> 32, bytes & 0xffffffffL);
    }
}
