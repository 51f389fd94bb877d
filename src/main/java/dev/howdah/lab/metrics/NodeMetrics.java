package dev.howdah.lab.metrics;

import dev.howdah.core.ProblemException;
import dev.howdah.lab.node.LabNode;
import dev.howdah.lab.node.LabProblems;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Measures one node when it is asked, and not more often than is useful. It has no thread and costs
 * nothing while nobody asks. Any thread may.
 */
public final class NodeMetrics {
    private static final Duration BETWEEN_SAMPLES = Duration.ofSeconds(10);

    /** An hour of samples as close as they come. */
    private static final int MOST_SAMPLES = 360;

    private final LabNode node;
    private final Clock clock;
    private final Deque<NodeSample> history = new ArrayDeque<>();
    private ProcessTree tree = ProcessTree.empty();
    private long pid;
    private @Nullable NodeSample highest;

    public NodeMetrics(LabNode node, Clock clock) {
        this.node = node;
        this.clock = clock;
    }

    /** Looks at the node, unless that was done a moment ago; empty while its server is stopped. */
    public synchronized Optional<NodeUse> look() throws ProblemException {
        Optional<ProcessHandle> server = node.server();
        if (server.isEmpty()) {
            return Optional.empty();
        }
        if (server.get().pid() != pid) {
            pid = server.get().pid();
            tree = ProcessTree.empty();
            highest = null;
        }
        NodeSample last = history.peekLast();
        Instant now = clock.instant();
        boolean anew =
                last == null || highest == null || !now.isBefore(last.at().plus(BETWEEN_SAMPLES));
        NodeSample current = anew || last == null ? sample(server.get(), last, now) : last;
        NodeSample top = highest == null ? current : highest.highest(current);
        highest = top;
        return Optional.of(new NodeUse(current, top, List.copyOf(history)));
    }

    private NodeSample sample(ProcessHandle server, @Nullable NodeSample last, Instant now)
            throws ProblemException {
        Path folder = node.data().resolveSibling("");
        try {
            ProcessTree seen = ProcessTree.of(server);
            Duration time =
                    last == null || tree.cpuMillis().isEmpty()
                            ? seen.age()
                            : Duration.between(last.at(), now);
            double cpuPct = 100.0 * seen.cpuSince(tree).toMillis() / Math.max(1, time.toMillis());
            NodeSample sample =
                    new NodeSample(
                            now,
                            cpuPct,
                            seen.memoryBytes(),
                            bytesIn(folder),
                            Files.getFileStore(folder).getUsableSpace());
            tree = seen;
            history.addLast(sample);
            if (history.size() > MOST_SAMPLES) {
                history.removeFirst();
            }
            return sample;
        } catch (IOException e) {
            throw LabProblems.of(e, folder);
        }
    }

    private static long bytesIn(Path folder) throws IOException {
        long[] bytes = {0};
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        bytes[0] += attributes.size();
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e) {
                        // the server removes files while they are looked at
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(
                            Path visited, @Nullable IOException e) {
                        return FileVisitResult.CONTINUE;
                    }
                });
        return bytes[0];
    }
}
