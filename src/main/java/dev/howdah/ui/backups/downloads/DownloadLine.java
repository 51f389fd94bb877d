package dev.howdah.ui.backups.downloads;

import dev.howdah.backup.FileVerdict;
import dev.howdah.backup.download.DownloadProgress;
import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.ui.notice.Notice.Level;

/**
 * A download as it is shown.
 *
 * @param share 0 to 1; below 0 when it can't be known
 * @param words how far it is, or how it ended
 */
record DownloadLine(String name, double share, String words, Level level, boolean running) {
    private static final Texts TEXTS = Texts.of(DownloadLine.class);

    static DownloadLine begun(String name) {
        return new DownloadLine(name, -1, TEXTS.text("download.begun"), Level.INFO, true);
    }

    DownloadLine at(DownloadProgress now) {
        if (now.checking()) {
            return new DownloadLine(
                    name, now.share(), TEXTS.text("download.checking"), Level.INFO, true);
        }
        String bytes = Quantities.bytes((double) now.bytes());
        String speed = TEXTS.text("download.speed", Quantities.bytes(now.bytesPerSecond()));
        String so =
                now.totalBytes().isPresent()
                        ? TEXTS.text(
                                "download.of",
                                bytes,
                                Quantities.bytes((double) now.totalBytes().getAsLong()),
                                speed)
                        : TEXTS.text("download.some", bytes, speed);
        String left =
                now.left()
                        .map(time -> TEXTS.text("download.left", Quantities.duration(time)))
                        .orElse("");
        return new DownloadLine(name, now.share(), so + left, Level.INFO, true);
    }

    DownloadLine arrived(String file, FileVerdict verdict) {
        return ended(
                FileWorth.level(verdict), TEXTS.text("download.arrived", file, verdict.sentence()));
    }

    DownloadLine stopped(long bytes) {
        return ended(Level.INFO, TEXTS.text("download.stopped", Quantities.bytes((double) bytes)));
    }

    DownloadLine failed(String sentence) {
        return ended(Level.DANGER, sentence);
    }

    private DownloadLine ended(Level newLevel, String newWords) {
        return new DownloadLine(name, -1, newWords, newLevel, false);
    }
}
