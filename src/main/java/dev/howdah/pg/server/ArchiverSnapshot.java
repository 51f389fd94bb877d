package dev.howdah.pg.server;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How the WAL archiver does. Source: pg_stat_archiver.
 *
 * @param serverTime by the server's clock
 * @param inRecovery a standby archives only with {@link Mode#ALWAYS}
 * @param archivedCount segments since {@code resetAt}
 * @param lastArchivedWal a segment's name; empty when none was archived since {@code resetAt}
 * @param lastFailedWal a segment's name; empty when no attempt failed since {@code resetAt}
 * @param currentWal the segment that is being written; empty on a standby
 * @param unarchivedBytes WAL written behind the last archived segment, which would be lost with the
 *     server; empty on a standby and while nothing was archived
 * @param segmentBytes of one WAL file, usually 16 MB
 */
public record ArchiverSnapshot(
        Instant serverTime,
        boolean inRecovery,
        Mode mode,
        long archivedCount,
        Optional<String> lastArchivedWal,
        Optional<Instant> lastArchivedAt,
        long failedCount,
        Optional<String> lastFailedWal,
        Optional<Instant> lastFailedAt,
        Optional<Instant> resetAt,
        Optional<String> currentWal,
        OptionalLong unarchivedBytes,
        long segmentBytes) {

    /** The setting archive_mode. */
    public enum Mode {
        OFF,
        ON,
        ALWAYS
    }

    /** Whether this server archives in the role it has now. */
    public boolean archives() {
        return inRecovery ? mode == Mode.ALWAYS : mode != Mode.OFF;
    }

    /** Whether the newest attempt failed. */
    public boolean fails() {
        return lastFailedAt.isPresent()
                && (lastArchivedAt.isEmpty() || lastFailedAt.get().isAfter(lastArchivedAt.get()));
    }

    /** Time since the last success; empty when there was none. */
    public Optional<Duration> archiveAge() {
        return lastArchivedAt.map(at -> Duration.between(at, serverTime));
    }
}
