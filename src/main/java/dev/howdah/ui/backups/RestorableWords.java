package dev.howdah.ui.backups;

import dev.howdah.core.Problem;
import dev.howdah.core.Quantities;
import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.pg.archive.ArchiveSnapshot;
import dev.howdah.pg.restore.RestoreProof;
import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.provider.backup.BackupList;
import dev.howdah.provider.backup.RecoveryWindow;
import dev.howdah.ui.Moments;
import dev.howdah.ui.backups.archive.ArchiveWords;
import dev.howdah.ui.backups.cells.Judged;
import dev.howdah.ui.notice.Notice.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;

/**
 * Says to when one can go back, and what would be lost now: by the provider's window where there is
 * one, else by its backups, else by PostgreSQL's own archiver. And when that was last proven.
 */
final class RestorableWords {
    private static final Texts TEXTS = Texts.of(RestorableWords.class);

    /** Three of the five minutes after which providers archive WAL at the latest. */
    private static final Duration PROMPT = Duration.ofMinutes(15);

    /** Source: the event by which Scalingo calls an archive delayed. */
    private static final Duration DELAYED = Duration.ofHours(12);

    /** A daily backup, and an hour in which it is made. */
    private static final Duration DAILY = Duration.ofHours(25);

    private final ZoneId zone;

    RestorableWords(ZoneId zone) {
        this.zone = zone;
    }

    /** To when one can go back. */
    Judged restorable(Reading<RecoveryWindow> window, Reading<BackupList> backups, Instant now) {
        Optional<RecoveryWindow> seen = window.content();
        if (seen.isPresent() && seen.get().earliest().isPresent()) {
            Instant latest = seen.get().latest().orElse(now);
            return new Judged(
                    byWindow(Duration.between(latest, now)),
                    TEXTS.text(
                            "restorable.window",
                            Moments.begun(seen.get().earliest().get(), now, zone),
                            ago(latest, now)),
                    asOf(window, TEXTS.text("restorable.window.more"), now));
        }
        Optional<BackupEntry> newest = newest(backups);
        if (newest.isPresent()) {
            Instant at = newest.get().createdAt();
            return new Judged(
                    byBackup(Duration.between(at, now)),
                    TEXTS.text("restorable.backup", ago(at, now)),
                    asOf(backups, TEXTS.text("restorable.backup.more"), now));
        }
        if (isOpen(window) || isOpen(backups)) {
            return Judged.WAITING;
        }
        boolean told =
                (seen.isPresent() || isNotOffered(window))
                        && (backups.content().isPresent() || isNotOffered(backups))
                        && !(isNotOffered(window) && isNotOffered(backups));
        return new Judged(
                told ? Level.DANGER : Level.WARNING,
                TEXTS.text(told ? "restorable.nothing" : "restorable.unknown"),
                TEXTS.text(told ? "restorable.nothing.more" : "restorable.unknown.more"));
    }

    /** What would be lost if the server died now. */
    Judged loss(
            Reading<RecoveryWindow> window,
            Reading<BackupList> backups,
            Reading<ArchiveSnapshot> archive,
            Instant now) {
        Optional<Instant> latest = window.content().flatMap(RecoveryWindow::latest);
        if (latest.isPresent()) {
            Duration age = Duration.between(latest.get(), now);
            return new Judged(
                    byWindow(age),
                    Quantities.duration(age),
                    asOf(window, TEXTS.text("loss.window"), now));
        }
        Optional<ArchiveSnapshot> seen = archive.content();
        if (seen.isPresent() && seen.get().state() == ArchiveSnapshot.State.WORKING) {
            return archived(seen.get(), asOf(archive, TEXTS.text("loss.archive"), now));
        }
        Optional<BackupEntry> newest = newest(backups);
        if (newest.isPresent()) {
            Duration age = Duration.between(newest.get().createdAt(), now);
            return new Judged(
                    byBackup(age),
                    Quantities.duration(age),
                    asOf(backups, TEXTS.text("loss.backup"), now));
        }
        if (isOpen(archive)) {
            return Judged.WAITING;
        }
        boolean off = seen.isPresent() && seen.get().state() == ArchiveSnapshot.State.OFF;
        return off && !(window.content().isPresent() || isOpen(backups))
                ? new Judged(
                        Level.DANGER,
                        TEXTS.text("loss.everything"),
                        TEXTS.text("loss.everything.more"))
                : new Judged(
                        Level.WARNING, TEXTS.text("loss.unknown"), TEXTS.text("loss.unknown.more"));
    }

    /** When a restore was last proven, and how long it took. */
    static Judged proof(Optional<RestoreProof> last, Instant now) {
        if (last.isEmpty()) {
            return new Judged(
                    Level.WARNING, TEXTS.text("proof.never"), TEXTS.text("proof.never.more"));
        }
        String ago = ago(last.get().provenAt(), now);
        String took =
                last.get()
                        .took()
                        .map(time -> TEXTS.text("proof.took", ago, Quantities.duration(time)))
                        .orElse(ago);
        return last.get().passed()
                ? new Judged(Level.GOOD, took, TEXTS.text("proof.more"))
                : new Judged(
                        Level.DANGER, TEXTS.text("proof.failed", ago), TEXTS.text("proof.more"));
    }

    private static Judged archived(ArchiveSnapshot seen, String more) {
        if (seen.unarchivedBytes().isEmpty()) {
            return new Judged(Level.WARNING, TEXTS.text("loss.unknown"), more);
        }
        Duration age =
                seen.unarchivedBytes().getAsLong() == 0
                        ? Duration.ZERO
                        : seen.sinceArchived().orElse(Duration.ZERO);
        return new Judged(
                ArchiveWords.level(seen),
                age.isZero() ? TEXTS.text("loss.nothing") : Quantities.duration(age),
                more);
    }

    private static Level byWindow(Duration age) {
        return age.compareTo(DELAYED) > 0
                ? Level.DANGER
                : age.compareTo(PROMPT) > 0 ? Level.WARNING : Level.GOOD;
    }

    /** Never good: hours can be lost even when every backup is on time. */
    private static Level byBackup(Duration age) {
        return age.compareTo(DAILY.multipliedBy(2)) > 0
                ? Level.DANGER
                : age.compareTo(DAILY) > 0 ? Level.WARNING : Level.INFO;
    }

    private static Optional<BackupEntry> newest(Reading<BackupList> backups) {
        return backups.content().stream()
                .flatMap(list -> list.entries().stream())
                .filter(each -> each.state() == BackupEntry.State.DONE)
                .max(Comparator.comparing(BackupEntry::createdAt));
    }

    /** Then there is none, which is not the same as not knowing of one. */
    private static boolean isNotOffered(Reading<?> reading) {
        return reading instanceof Reading.Unavailable<?>(Problem reason)
                && reason.kind() == Problem.Kind.NOT_SUPPORTED;
    }

    private static boolean isOpen(Reading<?> reading) {
        return reading instanceof Reading.Waiting<?>;
    }

    private static String ago(Instant moment, Instant now) {
        return TEXTS.text("ago", Quantities.duration(Duration.between(moment, now)));
    }

    /** What is old says so. */
    private String asOf(Reading<?> reading, String more, Instant now) {
        return reading instanceof Reading.Stale<?> stale
                ? more + " " + TEXTS.text("asOf", Moments.near(stale.takenAt(), now, zone))
                : more;
    }
}
