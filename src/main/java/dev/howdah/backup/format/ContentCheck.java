package dev.howdah.backup.format;

import dev.howdah.backup.BackupFormat;
import java.io.IOException;

/** Recognises content by its first bytes and reads it to its end, whatever it is packed in. */
public final class ContentCheck {
    /** So many bytes tell every format. */
    static final int HEAD = 512;

    private ContentCheck() {}

    /**
     * Reads all of it.
     *
     * @return what it is; OTHER when nothing says where it should end
     * @throws Unsound when it is not whole
     */
    public static BackupFormat of(CountedInput in) throws IOException {
        BackupFormat format = formatOf(in);
        switch (format) {
            case CUSTOM_DUMP -> new DumpArchiveCheck(in).custom();
            case PLAIN_SQL -> new PlainDumpCheck(in).run();
            case TAR -> TarCheck.run(in);
            case GZIP -> gzip(in);
            // what it is packed in covers a zip inside; a file of its own is ZipCheck's
            case ZIP, OTHER -> skipAll(in);
        }
        return format;
    }

    /** By the first bytes, which stay unread. */
    public static BackupFormat formatOf(CountedInput in) throws IOException {
        return format(in.peek(HEAD));
    }

    private static void gzip(CountedInput in) throws IOException {
        try (GzipContent content = new GzipContent(in)) {
            CountedInput inside = new CountedInput(content);
            of(inside);
            skipAll(inside);
        }
    }

    private static void skipAll(CountedInput in) throws IOException {
        byte[] some = new byte[1 << 13];
        while (in.some(some, 0, some.length) >= 0) {
            // to the end
        }
    }

    private static BackupFormat format(byte[] head) {
        if (DumpArchiveCheck.begins(head)) {
            return BackupFormat.CUSTOM_DUMP;
        }
        if (head.length >= 2 && head[0] == 0x1f && head[1] == (byte) 0x8b) {
            return BackupFormat.GZIP;
        }
        if (head.length >= 4 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4) {
            return BackupFormat.ZIP;
        }
        if (PlainDumpCheck.begins(head)) {
            return BackupFormat.PLAIN_SQL;
        }
        return TarMembers.begins(head) ? BackupFormat.TAR : BackupFormat.OTHER;
    }
}
