package dev.howdah.backup.download;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far a download is.
 *
 * @param bytes that are on this desktop
 * @param totalBytes empty when the provider does not tell
 * @param bytesPerSecond since this attempt began; 0 in its first moment
 * @param checking whether all has arrived and the file is being proven
 */
public record DownloadProgress(
        long bytes, OptionalLong totalBytes, double bytesPerSecond, boolean checking) {

    /** 0 to 1; below 0 when it can't be known. */
    public double share() {
        return totalBytes.isEmpty() || totalBytes.getAsLong() == 0
                ? -1
                : Math.min(1, bytes / (double) totalBytes.getAsLong());
    }

    /** Empty when it can't be foretold. */
    public Optional<Duration> left() {
        return totalBytes.isEmpty() || bytesPerSecond < 1
                ? Optional.empty()
                : Optional.of(
                        Duration.ofMillis(
                                (long)
                                        (1_000.0
                                                * Math.max(0, totalBytes.getAsLong() - bytes)
                                                / bytesPerSecond)));
    }
}
