package dev.howdah.ui.backups.archive;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.pg.archive.ArchiveSnapshot;
import dev.howdah.pg.archive.ArchiveSnapshot.Archiver;
import dev.howdah.pg.archive.ArchiveSnapshot.Configuration;
import dev.howdah.pg.archive.ArchiveSnapshot.Receiver;
import dev.howdah.pg.archive.ArchiveSnapshot.Recovery;
import dev.howdah.pg.archive.WalPosition;
import dev.howdah.ui.Moments;
import dev.howdah.ui.Names;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Puts what the server said into the lines of tables and of the drawing. */
final class ArchiveFacts {
    private static final Texts TEXTS = Texts.of(ArchiveFacts.class);

    private final ZoneId zone;

    ArchiveFacts(ZoneId zone) {
        this.zone = zone;
    }

    List<ArchiveFact> facts(ArchiveSnapshot seen) {
        List<ArchiveFact> facts = new ArrayList<>();
        archiver(seen, facts);
        position(seen, facts);
        configuration(seen.configuration(), facts);
        return facts;
    }

    private void archiver(ArchiveSnapshot seen, List<ArchiveFact> facts) {
        Archiver archiver = seen.archiver();
        facts.add(
                fact(
                        "fact.lastArchived",
                        archiver.lastArchived().orElse(TEXTS.text("fact.none")),
                        when(archiver.lastArchivedAt(), seen)));
        facts.add(
                fact(
                        "fact.archived",
                        TEXTS.text("fact.files", archiver.archived()),
                        archiver.since()
                                .map(since ->
                                        TEXTS.text(
                                                "fact.since",
                                                Moments.near(since, seen.serverTime(), zone)))
                                .orElse("")));
        facts.add(
                fact(
                        "fact.failed",
                        TEXTS.text("fact.attempts", archiver.failed()),
                        archiver.lastFailed()
                                .map(file ->
                                        TEXTS.text(
                                                "fact.failedOn",
                                                when(archiver.lastFailedAt(), seen),
                                                file))
                                .orElse("")));
    }

    private void position(ArchiveSnapshot seen, List<ArchiveFact> facts) {
        facts.add(
                fact(
                        seen.recovery().isPresent() ? "fact.receivedTo" : "fact.writtenTo",
                        position(seen.written()),
                        ""));
        seen.recovery().ifPresent(recovery -> recovery(recovery, seen, facts));
        seen.unarchivedBytes()
                .ifPresent(bytes ->
                        facts.add(
                                fact(
                                        "fact.unarchived",
                                        Quantities.bytes((double) bytes),
                                        seen.sinceArchived()
                                                .map(Quantities::duration)
                                                .map(age ->
                                                        TEXTS.text("fact.unarchived.since", age))
                                                .orElse(""))));
        seen.segmentsWaiting()
                .ifPresent(waiting ->
                        facts.add(
                                fact(
                                        "fact.waiting",
                                        TEXTS.text("fact.segments", waiting),
                                        TEXTS.text(
                                                "fact.waiting.meaning",
                                                Quantities.bytes(
                                                        (double)
                                                                seen.configuration()
                                                                        .segmentBytes())))));
    }

    private void recovery(Recovery recovery, ArchiveSnapshot seen, List<ArchiveFact> facts) {
        facts.add(fact("fact.replayedTo", position(recovery.replayed()), ""));
        facts.add(
                fact(
                        "fact.lastCommit",
                        recovery.lastCommitAt()
                                .map(at -> Moments.near(at, seen.serverTime(), zone))
                                .orElse(TEXTS.text("fact.none")),
                        when(recovery.lastCommitAt(), seen)));
    }

    private static void configuration(Configuration now, List<ArchiveFact> facts) {
        String mode = now.mode().name().toLowerCase(Locale.ROOT);
        facts.add(fact("fact.mode", mode, TEXTS.text("fact.mode." + mode)));
        facts.add(
                now.library().isEmpty()
                        ? fact(
                                "fact.command",
                                TEXTS.text("fact.command." + now.destination()),
                                TEXTS.text("fact.command." + now.destination() + ".meaning"))
                        : fact("fact.library", Names.visible(now.library()), ""));
        Duration timeout = now.timeout();
        facts.add(
                fact(
                        "fact.timeout",
                        timeout.isZero() ? TEXTS.text("fact.timeout.off") : text(timeout),
                        TEXTS.text(
                                timeout.isZero()
                                        ? "fact.timeout.off.meaning"
                                        : "fact.timeout.meaning")));
        facts.add(fact("fact.level", now.walLevel(), ""));
        facts.add(fact("fact.segmentSize", Quantities.bytes((double) now.segmentBytes()), ""));
    }

    private static String text(Duration duration) {
        return Quantities.duration(duration);
    }

    private String when(Optional<Instant> moment, ArchiveSnapshot seen) {
        return moment.map(at ->
                        TEXTS.text(
                                "fact.ago",
                                Quantities.duration(seen.ago(at)),
                                Moments.near(at, seen.serverTime(), zone)))
                .orElse("");
    }

    private static String position(Optional<WalPosition> position) {
        return position.map(WalPosition::toString).orElse(TEXTS.text("fact.unknown"));
    }

    private static ArchiveFact fact(String key, String value, String meaning) {
        return new ArchiveFact(TEXTS.text(key), value, meaning);
    }

    static List<ReceiverLine> receivers(ArchiveSnapshot seen) {
        return seen.receivers().stream().map(receiver -> line(receiver, seen)).toList();
    }

    private static ReceiverLine line(Receiver receiver, ArchiveSnapshot seen) {
        return new ReceiverLine(
                receiver.pid(),
                ArchiveWords.name(receiver),
                receiver.address(),
                TEXTS.text("purpose." + receiver.kind()),
                receiver.state(),
                receiver.sync(),
                seen.bytesBehind(receiver).orElse(-1),
                receiver.backup().map(ArchiveFacts::progress).orElse(""));
    }

    private static String progress(ArchiveSnapshot.BaseBackup backup) {
        String done = Quantities.bytes((double) backup.streamedBytes());
        if (backup.totalBytes().isEmpty() || backup.totalBytes().getAsLong() == 0) {
            return TEXTS.text("backup.some", done, backup.phase());
        }
        long total = backup.totalBytes().getAsLong();
        double pct = Math.floor(100.0 * Math.min(backup.streamedBytes(), total) / total);
        return TEXTS.text("backup.of", Quantities.percent(pct), Quantities.bytes((double) total));
    }

    /** What there is to draw; empty when it isn't known how far the archive reaches. */
    Optional<WalStretch> stretch(ArchiveSnapshot seen) {
        Optional<WalPosition> safe = seen.archivedUpTo();
        if (safe.isEmpty() || seen.written().isEmpty()) {
            return Optional.empty();
        }
        WalPosition end = seen.written().get();
        return Optional.of(
                new WalStretch(
                        end.bytesSince(safe.get()),
                        seen.configuration().segmentBytes(),
                        seen.state() == ArchiveSnapshot.State.FAILING,
                        TEXTS.text(
                                "line.start",
                                safe.get(),
                                seen.sinceArchived().map(Quantities::duration).orElse("")),
                        TEXTS.text("line.end", end),
                        copies(seen, safe.get())));
    }

    private static List<WalStretch.Copy> copies(ArchiveSnapshot seen, WalPosition from) {
        List<WalStretch.Copy> copies = new ArrayList<>();
        for (Receiver receiver : seen.receivers()) {
            if (receiver.kind() == ArchiveSnapshot.ReceiverKind.COPY) {
                receiver.flushed()
                        .ifPresent(flushed ->
                                copies.add(
                                        new WalStretch.Copy(
                                                ArchiveWords.name(receiver),
                                                flushed.bytesSince(from))));
            }
        }
        return copies;
    }
}
