package dev.howdah.lab.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.howdah.lab.backup.BackupManifest.Content;
import dev.howdah.lab.backup.BackupManifest.Entry;
import dev.howdah.lab.backup.BackupManifest.Folder;
import java.io.IOException;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipEncodingHelper;

/**
 * How a base backup is laid out in a tar: the manifest, then what it lists. Everything follows from
 * the manifest, so each packing gives the same bytes, and a tar can be read from the middle.
 *
 * @param pieces without holes between them; the last one is the end mark
 */
record TarLayout(List<Piece> pieces) {
    private static final int BLOCK_BYTES = 512;
    private static final int END_BYTES = 2 * BLOCK_BYTES;
    private static final int PRIVATE_FILE = 0100600;
    private static final int PRIVATE_FOLDER = 040700;

    TarLayout {
        pieces = List.copyOf(pieces);
    }

    /**
     * Some bytes of the tar.
     *
     * @param at the first one
     */
    record Piece(long at, Source source) {
        long end() {
            return at + source.bytes();
        }
    }

    /** Where the bytes of a piece come from. */
    sealed interface Source {
        long bytes();
    }

    /** Known without looking into a file: headers, the manifest, and zeros. */
    static final class Known implements Source {
        private final byte[] content;

        Known(byte[] content) {
            this.content = content;
        }

        @Override
        public long bytes() {
            return content.length;
        }

        void copyTo(byte[] target, int offset, int from, int length) {
            System.arraycopy(content, from, target, offset, length);
        }
    }

    /** A file of the data folder. */
    record FromFile(Content file) implements Source {
        @Override
        public long bytes() {
            return file.bytes();
        }
    }

    static TarLayout of(BackupManifest manifest) throws IOException {
        Making making = new Making(manifest.facts().endedAt());
        byte[] text = manifest.checkedText().getBytes(UTF_8);
        making.header(BackupManifest.FILE, PRIVATE_FILE, text.length);
        making.add(new Known(text));
        making.pad();
        making.header(WholeBackup.DATA + "/", PRIVATE_FOLDER, 0);
        for (Entry entry : manifest.entries()) {
            switch (entry) {
                case Folder(String path) ->
                        making.header(WholeBackup.DATA + "/" + path + "/", PRIVATE_FOLDER, 0);
                case Content content -> {
                    making.header(
                            WholeBackup.DATA + "/" + content.path(), PRIVATE_FILE, content.bytes());
                    making.add(new FromFile(content));
                    making.pad();
                }
            }
        }
        making.add(new Known(new byte[END_BYTES]));
        return new TarLayout(making.pieces);
    }

    long bytes() {
        return pieces.getLast().end();
    }

    /** Puts one piece behind the other. */
    private static final class Making {
        private final List<Piece> pieces = new ArrayList<>();
        private final FileTime changedAt;
        private long at;

        Making(Instant changedAt) {
            this.changedAt = FileTime.from(changedAt.truncatedTo(ChronoUnit.SECONDS));
        }

        void add(Source source) {
            if (source.bytes() > 0) {
                pieces.add(new Piece(at, source));
                at += source.bytes();
            }
        }

        void pad() {
            int over = (int) (at % BLOCK_BYTES);
            if (over > 0) {
                add(new Known(new byte[BLOCK_BYTES - over]));
            }
        }

        void header(String name, int mode, long size) throws IOException {
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setMode(mode);
            entry.setSize(size);
            entry.setModTime(changedAt);
            entry.setIds(0, 0);
            entry.setNames("postgres", "postgres");
            byte[] header = new byte[BLOCK_BYTES];
            entry.writeEntryHeader(header, ZipEncodingHelper.getZipEncoding("UTF-8"), true);
            add(new Known(header));
        }
    }
}
