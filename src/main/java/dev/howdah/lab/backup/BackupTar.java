package dev.howdah.lab.backup;

import dev.howdah.lab.backup.BackupManifest.Content;
import dev.howdah.lab.backup.TarLayout.FromFile;
import dev.howdah.lab.backup.TarLayout.Known;
import dev.howdah.lab.backup.TarLayout.Piece;
import java.io.EOFException;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A whole base backup as one file, made while it is read. It can be read from any byte on, and is
 * the same each time.
 */
public final class BackupTar {
    private final WholeBackup backup;
    private final TarLayout layout;

    private BackupTar(WholeBackup backup, TarLayout layout) {
        this.backup = backup;
        this.layout = layout;
    }

    public static BackupTar of(WholeBackup backup) throws IOException {
        return new BackupTar(backup, TarLayout.of(backup.manifest()));
    }

    /** A name for the file, without folders. */
    public String name() {
        return "howdah-lab-" + backup.facts().id() + ".tar";
    }

    /** The length of the file. */
    public long bytes() {
        return layout.bytes();
    }

    /** The SHA-256 of the manifest, which holds that of every file; changes when a byte does. */
    public String version() {
        return backup.manifest().version();
    }

    /**
     * The SHA-256 of the file as it should be, in hexadecimal digits. Reads all of it.
     *
     * @throws IOException when a file of the backup is not what the manifest says, or is gone
     */
    public String sha256() throws IOException {
        MessageDigest whole = Sha256.digest();
        for (Piece piece : layout.pieces()) {
            switch (piece.source()) {
                case Known known -> {
                    byte[] bytes = new byte[(int) known.bytes()];
                    known.copyTo(bytes, 0, 0, bytes.length);
                    whole.update(bytes);
                }
                case FromFile(Content file) -> sumUp(file, whole);
            }
        }
        return HexFormat.of().formatHex(whole.digest());
    }

    private void sumUp(Content content, MessageDigest whole) throws IOException {
        MessageDigest alone = Sha256.digest();
        byte[] some = new byte[1 << 16];
        try (InputStream in = new FileInputStream(backup.data().resolve(content.path()).toFile())) {
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                alone.update(some, 0, count);
                whole.update(some, 0, count);
            }
        }
        if (!HexFormat.of().formatHex(alone.digest()).equals(content.sha256())) {
            throw new IOException("not as it was when the backup was made: " + content.path());
        }
    }

    /**
     * The file from this byte to its end. Reading throws when the backup is removed meanwhile or is
     * damaged in a way that shows in the length of a file.
     *
     * @param from 0 to {@link #bytes}
     */
    public InputStream from(long from) {
        if (from < 0 || from > bytes()) {
            throw new IllegalArgumentException("outside of the file: " + from);
        }
        return new Reading(backup, layout.pieces(), from);
    }

    /** Opens one file after the other. */
    private static final class Reading extends InputStream {
        private final WholeBackup backup;
        private final List<Piece> pieces;
        private int next;
        private long at;
        private @Nullable InputStream file;

        Reading(WholeBackup backup, List<Piece> pieces, long from) {
            this.backup = backup;
            this.pieces = pieces;
            at = from;
            while (next < pieces.size() && pieces.get(next).end() <= from) {
                next++;
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (next == pieces.size()) {
                return -1;
            }
            Piece piece = pieces.get(next);
            int wanted = (int) Math.min(length, piece.end() - at);
            int got =
                    switch (piece.source()) {
                        case Known known -> {
                            known.copyTo(target, offset, (int) (at - piece.at()), wanted);
                            yield wanted;
                        }
                        case FromFile source ->
                                open(source, at - piece.at()).read(target, offset, wanted);
                    };
            if (got < 0) {
                throw new EOFException("a file of the backup is shorter than it was");
            }
            at += got;
            if (at == piece.end()) {
                close();
                next++;
            }
            return got;
        }

        private InputStream open(FromFile source, long from) throws IOException {
            InputStream open = file;
            if (open == null) {
                open = new FileInputStream(backup.data().resolve(source.file().path()).toFile());
                file = open;
                open.skipNBytes(from);
            }
            return open;
        }

        @Override
        public void close() throws IOException {
            InputStream open = file;
            file = null;
            if (open != null) {
                open.close();
            }
        }
    }
}
