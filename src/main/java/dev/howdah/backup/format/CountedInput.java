package dev.howdah.backup.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads exactly what is wanted, or says that the content ends too early; counts as it goes. */
public final class CountedInput {
    private static final int BUFFER = 1 << 16;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int start;
    private int end;
    private long consumed;

    public CountedInput(InputStream in) {
        this.in = in;
    }

    /** Bytes that were consumed. */
    public long position() {
        return consumed;
    }

    /** Up to {@code length} bytes without consuming them; fewer only when the content ends. */
    byte[] peek(int length) throws IOException {
        while (end - start < length && fill()) {
            // until there is enough
        }
        return Arrays.copyOfRange(buffer, start, Math.min(end, start + length));
    }

    /** The next byte, 0 to 255; -1 at the end. */
    int next() throws IOException {
        if (start == end && !fill()) {
            return -1;
        }
        consumed++;
        return buffer[start++] & 0xff;
    }

    int need() throws IOException {
        int next = next();
        if (next < 0) {
            throw Unsound.cut();
        }
        return next;
    }

    byte[] need(int length) throws IOException {
        byte[] bytes = new byte[length];
        int filled = 0;
        while (filled < length) {
            int more = some(bytes, filled, length - filled);
            if (more < 0) {
                throw Unsound.cut();
            }
            filled += more;
        }
        return bytes;
    }

    /** At least one byte, at most {@code length}; -1 at the end. */
    int some(byte[] into, int offset, int length) throws IOException {
        if (start == end && !fill()) {
            return -1;
        }
        int some = Math.min(length, end - start);
        System.arraycopy(buffer, start, into, offset, some);
        start += some;
        consumed += some;
        return some;
    }

    /** Takes back the last bytes of what {@link #some} just gave. */
    void unread(int length) {
        start -= length;
        consumed -= length;
    }

    void skip(long length) throws IOException {
        long left = length;
        while (left > 0) {
            if (start == end && !fill()) {
                throw Unsound.cut();
            }
            int some = (int) Math.min(left, end - start);
            start += some;
            consumed += some;
            left -= some;
        }
    }

    boolean atEnd() throws IOException {
        return start == end && !fill();
    }

    private boolean fill() throws IOException {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, end - start);
            end -= start;
            start = 0;
        }
        int more = end == BUFFER ? 0 : in.read(buffer, end, BUFFER - end);
        if (more > 0) {
            end += more;
        }
        return more > 0;
    }
}
