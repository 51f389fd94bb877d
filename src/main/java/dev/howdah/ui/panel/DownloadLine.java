package dev.howdah.ui.panel;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.ui.notice.Notice.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A file that is fetched to this desktop, as it is shown.
 *
 * @param share 0 to 1; below 0 when it can't be known
 * @param words how far it is, or how it ended
 */
public record DownloadLine(String name, double share, String words, Level level, boolean running) {
    private static final Texts TEXTS = Texts.of(DownloadLine.class);
    private static final double UNKNOWN = -1;

    public static DownloadLine begun(String name) {
        return new DownloadLine(name, UNKNOWN, TEXTS.text("download.begun"), Level.INFO, true);
    }

    /** All of it is here, and something is done with it. */
    public DownloadLine at(double newShare, String doing) {
        return new DownloadLine(name, newShare, doing, Level.INFO, true);
    }

    /**
     * It is arriving.
     *
     * @param totalBytes empty when nobody tells
     * @param left empty when it can't be foretold
     */
    public DownloadLine at(
            long bytes, OptionalLong totalBytes, double bytesPerSecond, Optional<Duration> left) {
        String here = Quantities.bytes((double) bytes);
        String speed = TEXTS.text("download.speed", Quantities.bytes(bytesPerSecond));
        String so =
                totalBytes.isPresent()
                        ? TEXTS.text(
                                "download.of",
                                here,
                                Quantities.bytes((double) totalBytes.getAsLong()),
                                speed)
                        : TEXTS.text("download.some", here, speed);
        double newShare =
                totalBytes.orElse(0) == 0
                        ? UNKNOWN
                        : Math.min(1, bytes / (double) totalBytes.getAsLong());
        return at(
                newShare,
                so
                        + left.map(time -> TEXTS.text("download.left", Quantities.duration(time)))
                                .orElse(""));
    }

    public DownloadLine ended(Level newLevel, String newWords) {
        return new DownloadLine(name, UNKNOWN, newWords, newLevel, false);
    }
}
