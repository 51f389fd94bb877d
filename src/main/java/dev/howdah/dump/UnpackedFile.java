package dev.howdah.dump;

import dev.howdah.core.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A dump that is unpacked for as long as it is restored, in a folder that only we may read. What a
 * crash leaves there is known by its lock, which went with the process.
 */
public final class UnpackedFile implements AutoCloseable {
    private static final String DUMP = ".dump";
    private static final String LOCK = ".lock";

    /** Those of this process, whose locks must not even be tried: closing one gives it up. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final Path lock;
    private final FileChannel locked;

    /** A name in the folder that nobody has; makes nothing. */
    static Path nameIn(Path folder) {
        return folder.resolve(UUID.randomUUID() + DUMP).toAbsolutePath();
    }

    /**
     * Reserves it; the file itself is not made yet, and never is without the lock.
     *
     * @param path from {@link #nameIn}
     */
    UnpackedFile(Path folder, Path path) throws IOException {
        this.path = path;
        this.lock = lockOf(path);
        PrivateFiles.createFolder(folder);
        OURS.add(path);
        try {
            locked =
                    FileChannel.open(lock, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            locked.lock();
        } catch (IOException | RuntimeException e) {
            OURS.remove(path);
            throw e;
        }
    }

    private static Path lockOf(Path dump) {
        String name = String.valueOf(dump.getFileName());
        return dump.resolveSibling(name.substring(0, name.length() - DUMP.length()) + LOCK);
    }

    /** Removes it; what can't be removed now is when the console starts the next time. */
    @Override
    public void close() {
        try (locked) {
            Files.deleteIfExists(path);
            Files.deleteIfExists(lock);
        } catch (IOException _) {
            // see above
        } finally {
            OURS.remove(path);
        }
    }

    /** Removes what no console that runs is using. Blocks. */
    public static void sweep(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (DirectoryStream<Path> dumps =
                Files.newDirectoryStream(folder.toAbsolutePath(), "*" + DUMP)) {
            for (Path dump : dumps) {
                if (!OURS.contains(dump)) {
                    removeUnlessUsed(dump);
                }
            }
        }
    }

    private static void removeUnlessUsed(Path dump) throws IOException {
        Path lock = lockOf(dump);
        try (FileChannel channel =
                        FileChannel.open(
                                lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock mine = channel.tryLock()) {
            if (mine == null) {
                return;
            }
            Files.deleteIfExists(dump);
        }
        Files.deleteIfExists(lock);
    }
}
