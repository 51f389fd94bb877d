package dev.howdah.pg.archive;

import dev.howdah.pg.archive.ArchiveSnapshot.Archiver;
import dev.howdah.pg.archive.ArchiveSnapshot.BaseBackup;
import dev.howdah.pg.archive.ArchiveSnapshot.Configuration;
import dev.howdah.pg.archive.ArchiveSnapshot.Destination;
import dev.howdah.pg.archive.ArchiveSnapshot.Mode;
import dev.howdah.pg.archive.ArchiveSnapshot.Receiver;
import dev.howdah.pg.archive.ArchiveSnapshot.ReceiverKind;
import dev.howdah.pg.archive.ArchiveSnapshot.Recovery;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Archives made up for tests: segment 2 is the newest in them, segments have 16 MB. */
public final class SomeArchive {
    public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    public static final long SEGMENT = 16L << 20;
    public static final String NEWEST = "000000010000000000000002";

    /** Where segment 3 begins: all before is archived. */
    public static final long ARCHIVED = 3 * SEGMENT;

    private static final Instant SINCE = NOW.minus(Duration.ofDays(20));

    private SomeArchive() {}

    public static Configuration configuration(Mode mode, Destination destination) {
        return new Configuration(mode, destination, "", Duration.ofMinutes(5), "replica", SEGMENT);
    }

    public static Archiver nothing() {
        return new Archiver(
                0,
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.of(SINCE));
    }

    public static Archiver archived(Duration ago) {
        return new Archiver(
                1_204,
                Optional.of(NEWEST),
                Optional.of(NOW.minus(ago)),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.of(SINCE));
    }

    public static Archiver failing(Archiver before, long failed, Duration ago) {
        return new Archiver(
                before.archived(),
                before.lastArchived(),
                before.lastArchivedAt(),
                failed,
                Optional.of("000000010000000000000003"),
                Optional.of(NOW.minus(ago)),
                before.since());
    }

    public static ArchiveSnapshot primary(
            Configuration configuration,
            Archiver archiver,
            long unarchivedBytes,
            Receiver... receivers) {
        return new ArchiveSnapshot(
                NOW,
                configuration,
                archiver,
                Optional.of(new WalPosition(ARCHIVED + unarchivedBytes)),
                Optional.empty(),
                List.of(receivers),
                Optional.empty());
    }

    /** Works, and this much is not archived yet. */
    public static ArchiveSnapshot working(
            long unarchivedBytes, Duration ago, Receiver... receivers) {
        return primary(
                configuration(Mode.ON, Destination.SET), archived(ago), unarchivedBytes, receivers);
    }

    public static ArchiveSnapshot off(Receiver... receivers) {
        return primary(configuration(Mode.OFF, Destination.EMPTY), nothing(), 0, receivers);
    }

    public static ArchiveSnapshot hostedBy(String provider, ArchiveSnapshot snapshot) {
        return new ArchiveSnapshot(
                snapshot.serverTime(),
                snapshot.configuration(),
                snapshot.archiver(),
                snapshot.written(),
                snapshot.recovery(),
                snapshot.receivers(),
                Optional.of(provider));
    }

    public static ArchiveSnapshot standby() {
        return new ArchiveSnapshot(
                NOW,
                configuration(Mode.ON, Destination.SET),
                nothing(),
                Optional.of(new WalPosition(ARCHIVED)),
                Optional.of(
                        new Recovery(
                                Optional.of(new WalPosition(ARCHIVED)),
                                Optional.of(new WalPosition(ARCHIVED - 8_192)),
                                Optional.of(NOW.minusSeconds(3)))),
                List.of(),
                Optional.empty());
    }

    /** Has everything up to this many bytes after the archive on its disk. */
    public static Receiver copy(int pid, String name, long bytesAfterArchive) {
        WalPosition position = new WalPosition(ARCHIVED + bytesAfterArchive);
        return new Receiver(
                pid,
                ReceiverKind.COPY,
                name,
                "10.0.0." + pid,
                "streaming",
                "async",
                Optional.of(position),
                Optional.of(position),
                Optional.empty());
    }

    public static Receiver baseBackup(int pid, long streamed, long total) {
        return new Receiver(
                pid,
                ReceiverKind.BASE_BACKUP,
                "pg_basebackup",
                "10.0.0." + pid,
                "backup",
                "async",
                Optional.empty(),
                Optional.empty(),
                Optional.of(
                        new BaseBackup(
                                "streaming database files", streamed, OptionalLong.of(total))));
    }

    public static Receiver hidden(int pid) {
        return new Receiver(
                pid,
                ReceiverKind.HIDDEN,
                "",
                "",
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
