package dev.howdah.core.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Replaces a file as a whole, so that a reader, or a start after a crash, sees the old content or
 * the new one and never a piece of either.
 */
public final class AtomicFile {
    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");

    /** Two threads that write the same file meet here. */
    private static final Object[] LOCKS =
            IntStream.range(0, 16).mapToObj(_ -> new Object()).toArray();

    private AtomicFile() {}

    /**
     * Writes beside the file, forces it to the disk, then moves it into place. Owner-only rights.
     */
    public static void write(Path file, byte[] content) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".tmp");
        synchronized (LOCKS[Math.floorMod(file.toAbsolutePath().hashCode(), LOCKS.length)]) {
            // what a crash left may have been made with other rights
            Files.deleteIfExists(beside);
            try {
                fill(beside, content);
                Files.move(
                        beside,
                        file,
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
            forceFolder(file.toAbsolutePath().resolveSibling("."));
        }
    }

    private static void fill(Path file, byte[] content) throws IOException {
        FileAttribute<?>[] rights =
                POSIX
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                        rights)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /** The move itself is on the disk only when the folder is; Windows knows no such thing. */
    private static void forceFolder(Path folder) throws IOException {
        if (POSIX) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
