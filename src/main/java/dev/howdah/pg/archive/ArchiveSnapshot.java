package dev.howdah.pg.archive;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * How much of a server's WAL exists elsewhere.
 *
 * @param serverTime by the server's clock
 * @param recovery present on a standby
 * @param written end of the WAL that this server has written; on a standby, of what it has received
 * @param receivers those who take WAL from this server, at most {@link ArchiveQuery#LIMIT}
 * @param provider whose roles exist here, like "Amazon RDS"; empty for a server of one's own
 */
public record ArchiveSnapshot(
        Instant serverTime,
        Configuration configuration,
        Archiver archiver,
        Optional<WalPosition> written,
        Optional<Recovery> recovery,
        List<Receiver> receivers,
        Optional<String> provider) {
    public ArchiveSnapshot {
        receivers = List.copyOf(receivers);
    }

    /** archive_mode. */
    public enum Mode {
        OFF,
        /** A primary archives what it writes. */
        ON,
        /** A standby archives what it receives, too. */
        ALWAYS
    }

    /** Whether archive_command or archive_library says where to. The text itself may be secret. */
    public enum Destination {
        SET,
        EMPTY,
        /** The server doesn't show these parameters to our role. */
        HIDDEN
    }

    /** Where archiving stands. */
    public enum State {
        /** archive_mode is off. */
        OFF,
        /** A standby that leaves archiving to its primary. */
        LEFT_TO_PRIMARY,
        /** archive_mode is on, but there is neither a command nor a library: WAL piles up. */
        NO_DESTINATION,
        /** Nothing was archived and nothing has failed since the statistics began. */
        NOTHING_YET,
        /** The newest attempt failed. */
        FAILING,
        WORKING
    }

    /**
     * The parameters.
     *
     * @param timeout archive_timeout: after this time a segment is archived though it is not full;
     *     zero when it must be full
     * @param segmentBytes wal_segment_size
     */
    public record Configuration(
            Mode mode,
            Destination destination,
            String library,
            Duration timeout,
            String walLevel,
            long segmentBytes) {}

    /**
     * What the archiver did since the statistics began. Source: pg_stat_archiver.
     *
     * @param since when they began
     */
    public record Archiver(
            long archived,
            Optional<String> lastArchived,
            Optional<Instant> lastArchivedAt,
            long failed,
            Optional<String> lastFailed,
            Optional<Instant> lastFailedAt,
            Optional<Instant> since) {}

    /**
     * A standby's own progress.
     *
     * @param lastCommitAt commit time of the last transaction that was replayed; empty when none
     */
    public record Recovery(
            Optional<WalPosition> received,
            Optional<WalPosition> replayed,
            Optional<Instant> lastCommitAt) {}

    /** What somebody who takes WAL does with it. */
    public enum ReceiverKind {
        /** Keeps all of it: a standby, or pg_receivewal. */
        COPY,
        /** Takes a base backup. */
        BASE_BACKUP,
        /** Decodes the changes of one database: no copy of the server. */
        LOGICAL,
        /** Our role may not see more than that it exists. */
        HIDDEN
    }

    /**
     * Somebody who takes WAL from this server.
     *
     * @param name its application_name
     * @param address empty for a Unix socket
     * @param state like streaming, catchup, backup
     * @param sync async, sync, quorum or potential
     * @param flushed what it has safely on its disk
     * @param backup present while it takes a base backup
     */
    public record Receiver(
            int pid,
            ReceiverKind kind,
            String name,
            String address,
            String state,
            String sync,
            Optional<WalPosition> flushed,
            Optional<WalPosition> replayed,
            Optional<BaseBackup> backup) {}

    /**
     * Progress of a base backup. Source: pg_stat_progress_basebackup.
     *
     * @param totalBytes empty while it is unknown
     */
    public record BaseBackup(String phase, long streamedBytes, OptionalLong totalBytes) {}

    public State state() {
        if (configuration.mode() == Mode.OFF) {
            return State.OFF;
        }
        if (recovery.isPresent() && configuration.mode() != Mode.ALWAYS) {
            return State.LEFT_TO_PRIMARY;
        }
        if (configuration.destination() == Destination.EMPTY) {
            return State.NO_DESTINATION;
        }
        if (isFailing()) {
            return State.FAILING;
        }
        return archiver.lastArchivedAt().isEmpty() ? State.NOTHING_YET : State.WORKING;
    }

    private boolean isFailing() {
        return archiver.lastFailedAt()
                .map(failed -> archiver.lastArchivedAt().map(failed::isAfter).orElse(true))
                .orElse(false);
    }

    /** The last archived file as a segment; empty when none is known to be whole. */
    public Optional<WalFile> lastSegment() {
        return archiver.lastArchived()
                .flatMap(name -> WalFile.parse(name, configuration.segmentBytes()));
    }

    /** Up to where the archive has everything; empty when unknown. */
    public Optional<WalPosition> archivedUpTo() {
        return lastSegment().map(file -> file.end(configuration.segmentBytes()));
    }

    /**
     * WAL written after the last archived segment: lost if this server's disk died now and only the
     * archive remained. Empty when unknown.
     */
    public OptionalLong unarchivedBytes() {
        Optional<WalPosition> safe = archivedUpTo();
        return safe.isPresent() && written.isPresent()
                ? OptionalLong.of(written.get().bytesSince(safe.get()))
                : OptionalLong.empty();
    }

    /** Full segments that wait for the archiver; empty when unknown. */
    public OptionalInt segmentsWaiting() {
        OptionalLong bytes = unarchivedBytes();
        return bytes.isPresent()
                ? OptionalInt.of(
                        Math.toIntExact(
                                Math.min(
                                        bytes.getAsLong() / configuration.segmentBytes(),
                                        Integer.MAX_VALUE)))
                : OptionalInt.empty();
    }

    /** Time since the last segment was archived, never negative; empty when none was. */
    public Optional<Duration> sinceArchived() {
        return archiver.lastArchivedAt().map(this::ago);
    }

    /** Time from a moment of the server to the moment of reading, never negative. */
    public Duration ago(Instant moment) {
        Duration ago = Duration.between(moment, serverTime);
        return ago.isNegative() ? Duration.ZERO : ago;
    }

    /** The copy that has most of the WAL on its disk. */
    public Optional<Receiver> bestCopy() {
        return receivers.stream()
                .filter(r -> r.kind() == ReceiverKind.COPY && r.flushed().isPresent())
                .max(Comparator.comparing(r -> r.flushed().orElseThrow()));
    }

    /** WAL that a receiver has not yet on its disk; empty when unknown. */
    public OptionalLong bytesBehind(Receiver receiver) {
        return receiver.flushed().isPresent() && written.isPresent()
                ? OptionalLong.of(written.get().bytesSince(receiver.flushed().get()))
                : OptionalLong.empty();
    }
}
