package dev.howdah.lab.node;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.howdah.core.ProblemException;
import dev.howdah.core.Secret;
import dev.howdah.core.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/** What a node does that comes back from a backup: it is put together elsewhere, and recovers. */
public record RecoveringNode(LabNode node) {
    private static final Duration STEP = Duration.ofMillis(20);
    private static final Duration FIRST_LOOK = Duration.ofSeconds(1);

    /** What the node keeps, its data folder among it. */
    public Path folder() {
        return node.folder().path();
    }

    /** The node, there or not, whose folder has this one's name with something behind it. */
    public LabNode beside(String suffix) {
        return new LabNode(
                node.binaries(), folder().resolveSibling(folder().getFileName() + suffix));
    }

    /** Gives another node's folder the same password and port, as far as this one knows them. */
    public void copyLoginTo(LabNode other) throws IOException {
        copyPasswordTo(other);
        copy(node.folder().port(), other.folder().port());
    }

    /** The same for a node that is to run beside this one, on a port of its own. */
    public void copyPasswordTo(LabNode other) throws IOException {
        copy(node.folder().password(), other.folder().password());
    }

    /** From now on the superuser is known by this password; the server has been told so. */
    public void keepPassword(Secret password) throws IOException {
        AtomicFile.write(node.folder().password(), password.reveal().getBytes(US_ASCII));
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.isRegularFile(from)) {
            AtomicFile.write(to, Files.readAllBytes(from));
        }
    }

    /**
     * Starts a server that has to recover first, for seconds or for hours, and returns when it has
     * and takes writes. Interrupting the thread stops it again.
     *
     * @param settings as for {@link LabNode#start}
     * @param meanwhile called often while it recovers
     */
    public void start(Map<String, String> settings, Runnable meanwhile)
            throws ProblemException, InterruptedException {
        boolean ready = false;
        node.stop();
        try {
            NodeFolder folder = node.folder();
            new NodeSettings(folder).write(settings);
            Files.deleteIfExists(folder.startLog());
            // out of time is no failure here, and a server that has ended is noticed at once
            var _ = node.pgCtl(FIRST_LOOK, "start", "-l", folder.startLog().toString());
            while (!ready) {
                if (node.server().isEmpty()) {
                    throw LabProblems.program("node.notRecovered", node.said(), folder.path());
                }
                ready = PostmasterFile.isReady(folder.data());
                meanwhile.run();
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
                LockSupport.parkNanos(STEP.toNanos());
            }
        } catch (IOException e) {
            throw LabProblems.of(e, node.folder().path());
        } finally {
            if (!ready) {
                node.stop();
            }
        }
    }
}
