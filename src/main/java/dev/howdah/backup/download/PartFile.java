package dev.howdah.backup.download;

import dev.howdah.backup.file.FileSum;
import dev.howdah.core.file.Checksum;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The beginning of a backup's file on this desktop: it grows, it knows how much of it a crash can't
 * take, and sums up what it holds. One at a time may hold it.
 */
final class PartFile implements AutoCloseable {
    /** After so many bytes the disk is made to keep them. */
    private static final long SAFE_EVERY = 32L << 20;

    private final Path path;
    private final String backup;
    private final FileChannel channel;
    private MessageDigest digest = FileSum.digest();
    private String version = "";
    private Optional<Checksum> told = Optional.empty();
    private long length;
    private long safe;

    /** Goes on with what is there, if it is known to be of this backup. */
    PartFile(Path path, String backup) throws IOException {
        this.path = path;
        this.backup = backup;
        this.channel =
                FileChannel.open(
                        path,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
        try {
            resume(PartNote.of(path));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Whether nobody else fills it, in this or another console. */
    boolean isMine() throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (java.nio.channels.OverlappingFileLockException _) {
            return false;
        }
    }

    private void resume(Optional<PartNote> note) throws IOException {
        long there = channel.size();
        if (note.isPresent()
                && note.get().backup().equals(backup)
                && !note.get().version().isEmpty()) {
            version = note.get().version();
            told = note.get().told();
            // asked for the rest of a file that is complete, some providers refuse
            length = Math.max(0, Math.min(note.get().safeBytes(), there) - 1);
            safe = length;
            sumUp();
        }
    }

    private void sumUp() throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
        for (long at = 0; at < length; ) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), length - at));
            int some = channel.read(buffer, at);
            if (some < 0) {
                throw new IOException("the part ends before its length");
            }
            digest.update(buffer.flip());
            at += some;
        }
    }

    long length() {
        return length;
    }

    /** Of the file of which it is a part; empty when it can't be continued. */
    String version() {
        return version;
    }

    /** Of the whole file, as the provider told it once; empty when it did not. */
    Optional<Checksum> told() {
        return told;
    }

    /**
     * From here on it gets the bytes of this version; from another byte than its end it begins
     * anew.
     *
     * @param checksum of that version; one that was told before holds when none is told now
     */
    void goOnWith(String newVersion, long from, Optional<Checksum> checksum) throws IOException {
        told = newVersion.equals(version) ? checksum.or(() -> told) : checksum;
        if (from != length || !newVersion.equals(version)) {
            if (from != 0) {
                throw new IOException("the answer begins at another byte than asked for");
            }
            length = 0;
            safe = 0;
            digest = FileSum.digest();
        }
        version = newVersion;
        channel.truncate(length);
        new PartNote(backup, version, safe, told).write(path);
    }

    void append(byte[] bytes, int count) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
        while (buffer.hasRemaining()) {
            length += channel.write(buffer, length);
        }
        digest.update(bytes, 0, count);
        if (length - safe >= SAFE_EVERY) {
            makeSafe();
        }
    }

    void makeSafe() throws IOException {
        channel.force(true);
        safe = length;
        new PartNote(backup, version, safe, told).write(path);
    }

    /** Of all that it holds, in hexadecimal digits. */
    String sha256() throws IOException {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
