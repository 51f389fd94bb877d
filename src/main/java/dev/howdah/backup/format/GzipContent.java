package dev.howdah.backup.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The content of a gzip of one or more members, checked by the checksum and the length at the end
 * of each. The JDK's own reader takes a torn next member for the end. Source: RFC 1952.
 */
public final class GzipContent extends InputStream {
    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xe0;

    private final CountedInput in;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] packed = new byte[1 << 13];
    private boolean ended;

    public GzipContent(CountedInput in) throws IOException {
        this.in = in;
        header();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!ended) {
            int inflated = inflate(into, offset, length);
            if (inflated > 0) {
                crc.update(into, offset, inflated);
                return inflated;
            }
            if (inflater.finished()) {
                nextMember();
            } else if (inflater.needsDictionary()) {
                throw Unsound.damaged();
            } else {
                feed();
            }
        }
        return -1;
    }

    private int inflate(byte[] into, int offset, int length) throws IOException {
        try {
            return inflater.inflate(into, offset, length);
        } catch (DataFormatException _) {
            throw Unsound.damaged();
        }
    }

    private void feed() throws IOException {
        int more = in.some(packed, 0, packed.length);
        if (more < 0) {
            throw Unsound.cut();
        }
        inflater.setInput(packed, 0, more);
    }

    private void nextMember() throws IOException {
        in.unread(inflater.getRemaining());
        long sum = number();
        long size = number();
        if (sum != crc.getValue() || size != (inflater.getBytesWritten() & 0xffffffffL)) {
            throw Unsound.damaged();
        }
        inflater.reset();
        crc.reset();
        if (in.atEnd()) {
            ended = true;
        } else {
            header();
        }
    }

    private void header() throws IOException {
        if (in.need() != 0x1f || in.need() != 0x8b || in.need() != 8) {
            throw Unsound.damaged();
        }
        int flags = in.need();
        if ((flags & RESERVED) != 0) {
            throw Unsound.damaged();
        }
        in.skip(6);
        if ((flags & EXTRA) != 0) {
            in.skip(in.need() | in.need() << 8);
        }
        if ((flags & NAME) != 0) {
            skipText();
        }
        if ((flags & COMMENT) != 0) {
            skipText();
        }
        if ((flags & HEADER_CRC) != 0) {
            in.skip(2);
        }
    }

    private void skipText() throws IOException {
        while (in.need() != 0) {
            // to its end
        }
    }

    /** Four bytes, the lowest first. */
    private long number() throws IOException {
        long number = 0;
        for (int i = 0; i < 4; i++) {
            number |= (long) in.need() << (8 * i);
        }
        return number;
    }

    @Override
    public void close() {
        inflater.end();
    }
}
