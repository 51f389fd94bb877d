package dev.howdah.backup.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Whether an archive of pg_dump holds all that its table of contents promises: for the custom
 * format the data of every table, to its end; for the tar format the names of the files that must
 * follow.
 *
 * <p>Source: pg_backup_archiver.c (ReadHead, ReadToc) and pg_backup_custom.c; formats 1.12 of
 * PostgreSQL 9.0 to 1.16 of 18.
 */
final class DumpArchiveCheck {
    /** The name of the table of contents in a tar and in a folder of pg_dump. */
    static final String CONTENTS = "toc.dat";

    /** Stands in {@link #filesOfTar} for the list of large objects, whatever its name is. */
    static final String LARGE_OBJECT_LIST = "blobs.toc";

    private static final int CUSTOM = 1;
    private static final int TAR = 3;

    /** After "PGDMP", three bytes of version, and the widths of numbers and offsets. */
    private static final int FORMAT_AT = 10;

    private static final int ROWS = 1;
    private static final int LARGE_OBJECTS = 3;
    private static final int NO_DATA = 3;
    private static final int AT_OFFSET = 2;

    /** More entries than any database has: a number that was read from damaged bytes. */
    private static final int MOST_ENTRIES = 50_000_000;

    private final CountedInput in;
    private final long start;
    private final Set<Integer> expected = new HashSet<>();
    private final Map<Long, Integer> offsets = new HashMap<>();
    private final List<String> files = new ArrayList<>();
    private int version;
    private int intBytes;
    private int offsetBytes;
    private boolean zlib;

    DumpArchiveCheck(CountedInput in) {
        this.in = in;
        this.start = in.position();
    }

    static boolean begins(byte[] head) {
        return new String(head, StandardCharsets.ISO_8859_1).startsWith("PGDMP");
    }

    /** Whether an archive that begins so holds its data itself, in one piece. */
    static boolean isCustom(byte[] head) {
        return begins(head) && head.length > FORMAT_AT && head[FORMAT_AT] == CUSTOM;
    }

    /** The whole archive of the custom format. */
    void custom() throws IOException {
        contents(CUSTOM);
        Set<Integer> found = new HashSet<>();
        while (!in.atEnd()) {
            long at = in.position() - start;
            int kind = in.need();
            int id = integer();
            Integer promised = offsets.remove(at);
            if (!expected.contains(id) || !found.add(id) || (promised != null && promised != id)) {
                throw Unsound.damaged();
            }
            switch (kind) {
                case ROWS -> data();
                case LARGE_OBJECTS -> {
                    while (integer() != 0) {
                        data();
                    }
                }
                default -> throw Unsound.damaged();
            }
        }
        if (found.size() < expected.size()) {
            throw Unsound.cut();
        }
        if (!offsets.isEmpty()) {
            throw Unsound.damaged();
        }
    }

    /** The names of the files of data that a tar must have beside its toc.dat. */
    List<String> filesOfTar() throws IOException {
        contents(TAR);
        return List.copyOf(files);
    }

    private void contents(int format) throws IOException {
        in.skip(5);
        int major = in.need();
        version = major * 100 + in.need();
        in.need();
        intBytes = in.need();
        offsetBytes = in.need();
        int stated = in.need();
        if (version < 112
                || version > 199
                || intBytes < 4
                || intBytes > 8
                || offsetBytes < 4
                || offsetBytes > 8
                || stated != format) {
            throw Unsound.damaged();
        }
        int compression = version >= 115 ? in.need() : integer();
        zlib = version >= 115 ? compression == 1 : compression != 0;
        for (int field = 0; field < 7; field++) {
            integer();
        }
        for (int text = 0; text < 3; text++) {
            skipText();
        }
        int entries = integer();
        if (entries < 0 || entries > MOST_ENTRIES) {
            throw Unsound.damaged();
        }
        for (int i = 0; i < entries; i++) {
            entry(format);
        }
    }

    private void entry(int format) throws IOException {
        int id = integer();
        boolean dumper = integer() != 0;
        for (int text = 0; text < 3; text++) {
            skipText();
        }
        boolean largeObjects = text().equals("BLOBS");
        integer();
        // definition, drop, copy, namespace, tablespace, access method since 12
        for (int text = 0; text < (version >= 114 ? 6 : 5); text++) {
            skipText();
        }
        if (version >= 116) {
            integer();
        }
        skipText();
        skipText();
        while (skipText() >= 0) {
            // the ids it depends on, to the null behind them
        }
        if (format == TAR) {
            String file = text();
            if (!file.isEmpty()) {
                files.add(largeObjects ? LARGE_OBJECT_LIST : file);
            }
            return;
        }
        int state = in.need();
        long offset = 0;
        for (int i = 0; i < offsetBytes; i++) {
            offset |= (long) in.need() << (8 * i);
        }
        if (state < 1 || state > NO_DATA || (state == AT_OFFSET && !dumper)) {
            throw Unsound.damaged();
        }
        if (dumper && state != NO_DATA) {
            expected.add(id);
            if (state == AT_OFFSET && offsets.put(offset, id) != null) {
                throw Unsound.damaged();
            }
        }
    }

    /** Pieces with their lengths up to one of length 0; together a zlib stream when compressed. */
    private void data() throws IOException {
        Inflater inflater = new Inflater();
        try {
            byte[] packed = new byte[1 << 13];
            byte[] unpacked = new byte[1 << 15];
            boolean any = false;
            for (int length = integer(); length != 0; length = integer()) {
                if (length < 0) {
                    throw Unsound.damaged();
                }
                any = true;
                if (!zlib) {
                    in.skip(length);
                    continue;
                }
                for (int left = length; left > 0; ) {
                    int some = in.some(packed, 0, Math.min(left, packed.length));
                    if (some < 0) {
                        throw Unsound.cut();
                    }
                    left -= some;
                    inflater.setInput(packed, 0, some);
                    inflate(inflater, unpacked);
                }
            }
            if (zlib && any && !inflater.finished()) {
                throw Unsound.damaged();
            }
        } finally {
            inflater.end();
        }
    }

    private static void inflate(Inflater inflater, byte[] into) throws IOException {
        try {
            while (!inflater.finished() && !inflater.needsInput()) {
                if (inflater.inflate(into) == 0 && inflater.needsDictionary()) {
                    throw Unsound.damaged();
                }
            }
        } catch (DataFormatException _) {
            throw Unsound.damaged();
        }
        if (inflater.getRemaining() > 0) {
            throw Unsound.damaged();
        }
    }

    /** A sign, then the bytes of the number with the lowest first. */
    private int integer() throws IOException {
        int sign = in.need();
        long number = 0;
        for (int i = 0; i < intBytes; i++) {
            number |= (long) in.need() << (8 * i);
        }
        if (sign > 1 || number < 0 || number > Integer.MAX_VALUE) {
            throw Unsound.damaged();
        }
        return (int) (sign == 1 ? -number : number);
    }

    /** Its length; below 0 for none. */
    private int skipText() throws IOException {
        int length = integer();
        if (length > 0) {
            in.skip(length);
        }
        return length;
    }

    private String text() throws IOException {
        int length = integer();
        if (length > 1 << 12) {
            throw Unsound.damaged();
        }
        return length <= 0 ? "" : new String(in.need(length), StandardCharsets.UTF_8);
    }
}
