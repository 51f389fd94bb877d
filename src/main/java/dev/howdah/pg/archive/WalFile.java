package dev.howdah.pg.archive;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of the WAL archive, by its name.
 *
 * @param timeline from 1
 * @param segment number of the segment in the stream, from 0; -1 before the first
 */
public record WalFile(int timeline, long segment) {
    /**
     * A segment, or the label of a backup that began in it. The archiver takes files in the order
     * of their names, so when a label has been archived its segment has been, too. A history file
     * ("00000002.history") says nothing about what is safe.
     */
    private static final Pattern NAME =
            Pattern.compile(
                    "([0-9A-F]{8})([0-9A-F]{8})([0-9A-F]{8})(\\.[0-9A-F]{8}\\.backup|\\.partial)?");

    /**
     * The newest segment that is whole, when the file of this name is in the archive. A partial
     * segment is the last that a promoted standby archives of the timeline it leaves: how full it
     * is can't be told, but what comes before it is safe.
     *
     * @param segmentBytes size of a segment on this server, a power of 2 from 1 MB to 1 GB
     * @return empty for names that don't tell
     */
    public static Optional<WalFile> parse(String name, long segmentBytes) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long segmentsPerFile = 0x1_0000_0000L / segmentBytes;
        long segment =
                Long.parseLong(matcher.group(2), 16) * segmentsPerFile
                        + Long.parseLong(matcher.group(3), 16);
        return Optional.of(
                new WalFile(
                        Integer.parseUnsignedInt(matcher.group(1), 16),
                        ".partial".equals(matcher.group(4)) ? segment - 1 : segment));
    }

    /** Where the WAL after this file begins. */
    public WalPosition end(long segmentBytes) {
        return new WalPosition((segment + 1) * segmentBytes);
    }
}
