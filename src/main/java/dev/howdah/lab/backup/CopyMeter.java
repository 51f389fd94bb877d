package dev.howdah.lab.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.function.DoubleConsumer;

/**
 * Moves bytes, sums them up, tells how far it is, and stops when its thread is interrupted. For one
 * piece of work in one thread.
 */
final class CopyMeter {
    private static final int BUFFER_BYTES = 128 << 10;
    private static final double SMALLEST_STEP = 0.01;

    private final long totalBytes;
    private final DoubleConsumer progress;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private long doneBytes;
    private double told;

    /**
     * @param totalBytes what there is to move, as far as known
     * @param progress told the share done, 0 to 1
     */
    CopyMeter(long totalBytes, DoubleConsumer progress) {
        this.totalBytes = Math.max(1, totalBytes);
        this.progress = progress;
    }

    /** What was moved: less than was asked for when the source ended before. */
    record Moved(long bytes, String sha256) {}

    /** Moves at most {@code limit} bytes; what a server writes meanwhile may grow for ever. */
    Moved move(InputStream in, OutputStream out, long limit)
            throws IOException, InterruptedException {
        MessageDigest digest = Sha256.digest();
        long moved = 0;
        while (moved < limit) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, limit - moved));
            if (read < 0) {
                break;
            }
            digest.update(buffer, 0, read);
            out.write(buffer, 0, read);
            moved += read;
            tell(read);
        }
        return new Moved(moved, HexFormat.of().formatHex(digest.digest()));
    }

    private void tell(long bytes) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        doneBytes += bytes;
        double share = Math.min(1, (double) doneBytes / totalBytes);
        if (share >= told + SMALLEST_STEP) {
            told = share;
            progress.accept(share);
        }
    }
}
