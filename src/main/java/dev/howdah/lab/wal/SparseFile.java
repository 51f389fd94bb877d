package dev.howdah.lab.wal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Gives the room of zeros back to the disk. A server that is made to switch its WAL every few
 * minutes hands over files of full length that are zeros for the greatest part.
 */
final class SparseFile {
    private static final int BLOCK_BYTES = 64 << 10;
    private static final ByteBuffer ZEROS = ByteBuffer.allocate(BLOCK_BYTES).asReadOnlyBuffer();

    private SparseFile() {}

    /**
     * Puts a copy with holes in the file's place, in one step; the content and the time of change
     * stay. A file without a block of zeros is left alone.
     *
     * @param beside where the copy is made; on the same disk
     */
    static void pack(Path file, Path beside) throws IOException {
        Files.deleteIfExists(beside);
        boolean saved = false;
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ);
                FileChannel out =
                        FileChannel.open(
                                beside,
                                StandardOpenOption.CREATE_NEW,
                                StandardOpenOption.WRITE,
                                StandardOpenOption.SPARSE)) {
            ByteBuffer block = ByteBuffer.allocate(BLOCK_BYTES);
            long length = in.size();
            for (long at = 0; at < length; at += BLOCK_BYTES) {
                block.clear();
                int read;
                do {
                    read = in.read(block, at + block.position());
                } while (read > 0 && block.hasRemaining());
                block.flip();
                if (isZero(block) && at + BLOCK_BYTES < length) {
                    saved = true;
                } else {
                    out.write(block, at);
                }
            }
            out.force(true);
        }
        if (saved) {
            Files.setLastModifiedTime(beside, Files.getLastModifiedTime(file));
            Files.move(
                    beside,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } else {
            Files.delete(beside);
        }
    }

    private static boolean isZero(ByteBuffer block) {
        return block.mismatch(ZEROS.slice(0, block.remaining())) == -1;
    }
}
