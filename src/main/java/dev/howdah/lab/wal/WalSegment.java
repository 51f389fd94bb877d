package dev.howdah.lab.wal;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One file of the WAL.
 *
 * @param number counted from 0 at the beginning of the WAL; goes on over timelines
 */
public record WalSegment(int timeline, long number) {
    private static final Pattern NAME = Pattern.compile("[0-9A-F]{24}");
    private static final long XLOG_ID_BYTES = 1L << 32;

    /** The file that holds this position. */
    public static WalSegment at(int timeline, Lsn position, long segmentBytes) {
        return new WalSegment(timeline, Long.divideUnsigned(position.bytes(), segmentBytes));
    }

    /**
     * Reads a file's name; empty for everything that is not a whole segment, like histories and
     * partial ones.
     */
    public static Optional<WalSegment> named(String file, long segmentBytes) {
        if (!NAME.matcher(file).matches()) {
            return Optional.empty();
        }
        long id = Long.parseLong(file.substring(8, 16), 16);
        long inId = Long.parseLong(file.substring(16), 16);
        return Optional.of(
                new WalSegment(
                        Integer.parseInt(file.substring(0, 8), 16),
                        id * (XLOG_ID_BYTES / segmentBytes) + inId));
    }

    /** Source: PostgreSQL's xlog_internal.h, XLogFileName. */
    public String name(long segmentBytes) {
        long perId = XLOG_ID_BYTES / segmentBytes;
        return String.format(Locale.ROOT, "%08X%08X%08X", timeline, number / perId, number % perId);
    }
}
