package dev.howdah.lab.copies;

import dev.howdah.core.ProblemException;
import dev.howdah.lab.node.LabBinaries;
import dev.howdah.lab.node.LabNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The servers of the copies, each in its place in one folder. Any thread may call. */
final class CopyNodes {
    private static final Logger LOG = LoggerFactory.getLogger(CopyNodes.class);

    private final Path folder;
    private final LabBinaries binaries;
    private final Map<UUID, LabNode> nodes = new ConcurrentHashMap<>();

    CopyNodes(Path folder, LabBinaries binaries) {
        this.folder = folder;
        this.binaries = binaries;
    }

    CopyFolder place(UUID id) {
        return new CopyFolder(folder.resolve(id.toString()));
    }

    /** The one of a copy, always the same; lock it to start, stop or remove it. */
    LabNode of(UUID id) {
        return nodes.computeIfAbsent(id, each -> in(place(each)));
    }

    /** The one that an earlier run may have left here. */
    LabNode in(CopyFolder place) {
        return new LabNode(binaries, place.node());
    }

    void forget(UUID id) {
        nodes.remove(id);
    }

    /** Blocks for some seconds. */
    void stopAll() {
        nodes.values()
                .forEach(node -> {
                    synchronized (node) {
                        try {
                            node.stop();
                        } catch (ProblemException e) {
                            LOG.warn("{} {}", e.problem().sentence(), e.problem().detail());
                        }
                    }
                });
    }
}
