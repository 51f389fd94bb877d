package dev.howdah.lab;

import dev.howdah.core.Problem;
import dev.howdah.core.ProblemException;
import dev.howdah.core.Texts;
import dev.howdah.core.file.PrivateFiles;
import dev.howdah.lab.node.LabProblems;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a second instance of the console out of the lab's folder. The operating system gives the
 * lock up when the process dies, however it dies.
 */
final class LabLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LabLock.class);
    private static final Texts TEXTS = Texts.of(LabLock.class);

    /**
     * Locks of this process. Asking the file instead would lose the lock: closing the second
     * channel gives up the first one's lock, by POSIX.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private LabLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static LabLock acquire(Path folder) throws ProblemException {
        Path file = folder.toAbsolutePath().resolve("lock");
        if (!HELD.add(file)) {
            throw taken();
        }
        try {
            PrivateFiles.createFolder(folder);
            FileChannel channel =
                    FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                HELD.remove(file);
                throw taken();
            }
            return new LabLock(file, channel);
        } catch (IOException e) {
            HELD.remove(file);
            throw LabProblems.of(e, folder);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.warn("the lab's lock file could not be closed", e);
        }
        HELD.remove(file);
    }

    private static ProblemException taken() {
        return new ProblemException(
                Problem.of(
                        Problem.Kind.LOCAL,
                        TEXTS.text("lock.taken"),
                        TEXTS.text("lock.taken.remedy")));
    }
}
