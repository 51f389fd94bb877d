package dev.howdah.provider.http.download;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Breaks a stream off in which nothing has moved for too long; reading it then fails. */
final class StallGuard extends FilterInputStream {
    /** When the present read began, as nanoTime; 0 while nobody reads. */
    private final AtomicLong reading = new AtomicLong();

    private final CountDownLatch closed = new CountDownLatch(1);
    private final Duration limit;
    private volatile boolean stalled;

    StallGuard(InputStream in, Duration limit) {
        super(in);
        this.limit = limit;
        Thread.ofVirtual().name("stall-guard").start(this::watch);
    }

    private void watch() {
        try {
            while (!closed.await(Math.max(1, limit.toMillis() / 4), TimeUnit.MILLISECONDS)) {
                long since = reading.get();
                if (since != 0 && System.nanoTime() - since > limit.toNanos()) {
                    stalled = true;
                    in.close();
                    return;
                }
            }
        } catch (InterruptedException | IOException _) {
            // nobody interrupts it, and a stream that can't be closed is closed
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        reading.set(System.nanoTime() | 1);
        try {
            int count = in.read(into, from, length);
            if (stalled) {
                throw new IOException("nothing came for " + limit.toMillis() + " ms");
            }
            return count;
        } finally {
            reading.set(0);
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        super.close();
    }
}
