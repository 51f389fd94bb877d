package dev.howdah.backup.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Goes through the members of a tar from its beginning to its two empty blocks, each header by its
 * checksum. Source: POSIX pax, ustar interchange format.
 */
final class TarMembers {
    private static final int BLOCK = 512;
    private static final int CHECKSUM = 148;
    private static final int SIZE = 124;
    private static final int TYPE = 156;

    private final CountedInput in;

    TarMembers(CountedInput in) {
        this.in = in;
    }

    /** Is shown what is in a tar. */
    interface Visitor {
        /** A member of any kind: a file, a folder, a link. */
        default void named(String name) {}

        /**
         * A file that is not empty.
         *
         * @param content need not be read to its end
         */
        void file(String name, InputStream content) throws IOException;
    }

    static boolean begins(byte[] head) {
        return head.length == BLOCK && sum(head) == octal(head, CHECKSUM, 8);
    }

    /** Of the first member. */
    static String name(byte[] header) {
        int length = 0;
        while (length < 100 && header[length] != 0) {
            length++;
        }
        return new String(header, 0, length, StandardCharsets.UTF_8);
    }

    void run(Visitor visitor) throws IOException {
        byte[] header = in.need(BLOCK);
        while (!isEmpty(header)) {
            if (sum(header) != octal(header, CHECKSUM, 8)) {
                throw Unsound.damaged();
            }
            member(header, visitor);
            header = in.need(BLOCK);
        }
        if (!isEmpty(in.need(BLOCK))) {
            throw Unsound.damaged();
        }
        rest();
    }

    private void member(byte[] header, Visitor visitor) throws IOException {
        long size = size(header);
        if (size < 0) {
            throw Unsound.damaged();
        }
        int type = header[TYPE];
        String name = name(header);
        visitor.named(name);
        if ((type == 0 || type == '0') && size > 0) {
            Part part = new Part(size);
            visitor.file(name, part);
            part.drain();
        } else if (type >= '1' && type <= '6') {
            // links and folders have no content, whatever their size says
            return;
        } else {
            in.skip(size);
        }
        in.skip((BLOCK - size % BLOCK) % BLOCK);
    }

    /** Some tars are filled up with empty blocks to a round length. */
    private void rest() throws IOException {
        while (!in.atEnd()) {
            if (!isEmpty(in.need(BLOCK))) {
                throw Unsound.tooLong();
            }
        }
    }

    /** Octal, or binary for more than 8 GB as GNU and PostgreSQL write it; -1 for neither. */
    private static long size(byte[] header) {
        if ((header[SIZE] & 0x80) == 0) {
            return octal(header, SIZE, 12);
        }
        long size = 0;
        for (int i = SIZE + 4; i < SIZE + 12; i++) {
            size = size << 8 | (header[i] & 0xff);
        }
        return size;
    }

    private static long octal(byte[] header, int from, int length) {
        String text = new String(header, from, length, StandardCharsets.ISO_8859_1);
        String digits = text.replace('\0', ' ').strip();
        return digits.matches("[0-7]{1,12}") ? Long.parseLong(digits, 8) : -1;
    }

    /** Of all bytes, with blanks in the place of the sum itself. */
    private static long sum(byte[] header) {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += i >= CHECKSUM && i < CHECKSUM + 8 ? ' ' : header[i] & 0xff;
        }
        return sum;
    }

    private static boolean isEmpty(byte[] block) {
        for (byte each : block) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }

    /** The content of one member; its end is where the header said. */
    private final class Part extends InputStream {
        private long left;

        Part(long size) {
            this.left = size;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int some = in.some(into, offset, (int) Math.min(left, length));
            if (some < 0) {
                throw Unsound.cut();
            }
            left -= some;
            return some;
        }

        void drain() throws IOException {
            in.skip(left);
            left = 0;
        }
    }
}
