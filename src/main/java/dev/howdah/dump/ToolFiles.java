package dev.howdah.dump;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.howdah.core.Secret;
import dev.howdah.core.file.AtomicFile;
import dev.howdah.core.file.PrivateFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is needed for as long as a client tool runs, in a folder that only we may read: a dump that
 * was unpacked for it, the password, which an argument would show to everybody on this desktop, and
 * a note of the tool itself. What a killed console leaves there is known by its lock, which went
 * with the process.
 */
public final class ToolFiles implements AutoCloseable {
    private static final String DUMP = ".dump";
    private static final String LOCK = ".lock";
    private static final String PASSWORD = ".pgpass";
    private static final String TOOL = ".tool";

    /** Those of this process, whose locks must not even be tried: closing one gives it up. */
    private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

    private final Path lock;
    private final FileChannel locked;

    private ToolFiles(Path lock) throws IOException {
        this.lock = lock;
        PrivateFiles.createFolder(lock.resolveSibling("."));
        OURS.add(lock);
        try {
            locked =
                    FileChannel.open(lock, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            locked.lock();
        } catch (IOException | RuntimeException e) {
            OURS.remove(lock);
            throw e;
        }
    }

    /** A name in the folder for a dump that nobody has; makes nothing. */
    static Path dumpIn(Path folder) {
        return folder.resolve(UUID.randomUUID() + DUMP).toAbsolutePath();
    }

    /**
     * Reserves it; the dump itself is not made yet, and never is without the lock.
     *
     * @param dump from {@link #dumpIn}
     */
    static ToolFiles of(Path dump) throws IOException {
        return new ToolFiles(named(dump, DUMP, LOCK));
    }

    static ToolFiles in(Path folder) throws IOException {
        return of(dumpIn(folder));
    }

    private static Path named(Path file, String ending, String other) {
        String name = String.valueOf(file.getFileName());
        return file.resolveSibling(name.substring(0, name.length() - ending.length()) + other);
    }

    /** Writes it down as libpq reads it, for every server. */
    Path password(Secret password) throws IOException {
        Path file = named(lock, LOCK, PASSWORD);
        String escaped = password.reveal().replace("\\", "\\\\").replace(":", "\\:");
        AtomicFile.write(file, ("*:*:*:*:" + escaped + "\n").getBytes(UTF_8));
        return file;
    }

    /** Writes down what is left of the tool if this console is killed. */
    void note(LeftTool tool) throws IOException {
        AtomicFile.write(named(lock, LOCK, TOOL), tool.text().getBytes(UTF_8));
    }

    /** Removes them; what can't be removed now is when the console starts the next time. */
    @Override
    public void close() {
        try (locked) {
            removeBeside(lock);
            Files.deleteIfExists(lock);
        } catch (IOException _) {
            // see above
        } finally {
            OURS.remove(lock);
        }
    }

    /** Ends and removes what no console that runs is using. Blocks. */
    public static void sweep(Path folder) throws IOException {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (DirectoryStream<Path> locks =
                Files.newDirectoryStream(folder.toAbsolutePath(), "*" + LOCK)) {
            for (Path lock : locks) {
                if (!OURS.contains(lock)) {
                    removeUnlessUsed(lock);
                }
            }
        } catch (NoSuchFileException _) {
            // another console has come to its end meanwhile, and what it leaves is for later
            return;
        }
    }

    private static void removeUnlessUsed(Path lock) throws IOException {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
                FileLock mine = channel.tryLock()) {
            if (mine == null) {
                return;
            }
            Path tool = named(lock, LOCK, TOOL);
            if (Files.isRegularFile(tool)) {
                LeftTool.of(List.copyOf(Files.readAllLines(tool, UTF_8))).end();
            }
            removeBeside(lock);
        }
        Files.deleteIfExists(lock);
    }

    private static void removeBeside(Path lock) throws IOException {
        try (DirectoryStream<Path> files =
                Files.newDirectoryStream(
                        lock.resolveSibling("."),
                        named(lock, LOCK, ".*").getFileName().toString())) {
            for (Path file : files) {
                if (!file.getFileName().equals(lock.getFileName())) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
