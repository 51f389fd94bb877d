package dev.howdah.ui.backups.list;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.provider.backup.BackupEntry;
import dev.howdah.ui.Moments;
import dev.howdah.ui.backups.cells.Judged;
import dev.howdah.ui.notice.Notice.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * One line of the table of backups.
 *
 * @param when in the zone of the desktop
 * @param exact with offset and UTC
 * @param sizeBytes -1 when not told
 * @param proven by restores and downloads from this desktop
 */
record BackupLine(
        BackupEntry backup,
        String when,
        String exact,
        String kind,
        String form,
        long sizeBytes,
        String age,
        Judged state,
        Judged proven) {
    private static final Texts TEXTS = Texts.of(BackupLine.class);

    static BackupLine of(BackupEntry backup, Judged proven, Instant now, ZoneId zone) {
        return new BackupLine(
                backup,
                Moments.begun(backup.createdAt(), now, zone),
                TEXTS.text(
                        "backup.exact",
                        Moments.exact(backup.createdAt(), zone),
                        backup.createdAt()),
                TEXTS.text("backup.kind." + backup.kind()),
                TEXTS.text("backup.form." + backup.form()),
                backup.sizeBytes().orElse(-1),
                Quantities.duration(Duration.between(backup.createdAt(), now)),
                state(backup.state(), backup.failure().orElse("")),
                proven);
    }

    private static Judged state(BackupEntry.State state, String failure) {
        Level level =
                switch (state) {
                    case DONE -> Level.GOOD;
                    case WAITING, RUNNING -> Level.INFO;
                    case FAILED -> Level.DANGER;
                    case UNKNOWN -> Level.WARNING;
                };
        return new Judged(level, TEXTS.text("backup.state." + state), failure);
    }
}
