package dev.howdah.lab.backup;

import dev.howdah.lab.wal.Lsn;
import dev.howdah.lab.wal.WalSegment;
import java.time.Instant;

/**
 * What is known of a base backup besides its files.
 *
 * @param id names it, and its folder
 * @param serverVersion as the server says it, "18.6"
 * @param systemIdentifier of the cluster it was taken from
 * @param timeline on which it was taken
 * @param segmentBytes the length of a file of WAL
 * @param endedAt by the server's clock; the earliest moment to which it can be recovered
 * @param start where recovery begins to read the WAL
 * @param stop up to where recovery must have read it at least
 */
public record BackupFacts(
        String id,
        Kind kind,
        String serverVersion,
        long systemIdentifier,
        int timeline,
        long segmentBytes,
        Instant startedAt,
        Instant endedAt,
        Lsn start,
        Lsn stop) {

    /** Who asked for it. */
    public enum Kind {
        SCHEDULED,
        ON_DEMAND
    }

    /** The first file of WAL that recovery reads. */
    public WalSegment firstSegment() {
        return WalSegment.at(timeline, start, segmentBytes);
    }

    /** The last file of WAL without which it can't be recovered at all. */
    public WalSegment lastSegment() {
        return WalSegment.at(timeline, new Lsn(stop.bytes() - 1), segmentBytes);
    }
}
