package dev.howdah.lab.fleet;

import dev.howdah.core.ProblemException;
import dev.howdah.lab.fleet.Topology.Member;
import dev.howdah.lab.node.LabBinaries;
import dev.howdah.lab.node.LabNode;
import dev.howdah.lab.node.LabProblems;
import dev.howdah.lab.node.LabStandby;
import dev.howdah.lab.plan.LabPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The service's nodes and their topology. Any thread may look; only the control plane's own thread
 * may change something.
 */
public final class Fleet {
    private static final String NODE = "node-";

    private final LabBinaries binaries;
    private final Path folder;
    private final Recovery recovery;
    private final TopologyFile file;
    private final Map<Integer, LabNode> nodes = new ConcurrentHashMap<>();
    private volatile Topology topology;

    private Fleet(
            LabBinaries binaries,
            Path folder,
            Recovery recovery,
            TopologyFile file,
            Topology topology) {
        this.binaries = binaries;
        this.folder = folder;
        this.recovery = recovery;
        this.file = file;
        this.topology = topology;
    }

    /**
     * The nodes in this folder, none of which need exist. Servers that an earlier run of the app
     * left behind are stopped, and nodes that belong to nobody removed.
     */
    public static Fleet in(Path folder, LabBinaries binaries, Recovery recovery)
            throws ProblemException {
        TopologyFile file = new TopologyFile(folder.resolve("topology.properties"));
        try {
            Optional<Topology> known = file.read();
            List<Integer> present = numbers(folder);
            int first = present.isEmpty() ? 1 : present.getFirst();
            Topology topology = known.orElseGet(() -> Topology.single(LabPlan.STARTUP_4, 0, first));
            Fleet fleet = new Fleet(binaries, folder, recovery, file, topology);
            for (int number : present) {
                fleet.node(number).stop();
                if (known.isPresent() && !topology.has(number)) {
                    fleet.node(number).delete();
                }
            }
            return fleet;
        } catch (IOException e) {
            throw LabProblems.of(e, folder);
        }
    }

    private static List<Integer> numbers(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.map(child -> child.getFileName().toString())
                    .filter(name -> name.matches(NODE + "[1-9][0-9]?"))
                    .map(name -> Integer.valueOf(name.substring(NODE.length())))
                    .sorted()
                    .toList();
        }
    }

    public Topology topology() {
        return topology;
    }

    /** Where the fleet keeps its nodes and their secrets. */
    public Path folder() {
        return folder;
    }

    public Recovery recovery() {
        return recovery;
    }

    public static String name(int number) {
        return NODE + number;
    }

    /** The node of this number, which need not exist. */
    public LabNode node(int number) {
        return nodes.computeIfAbsent(
                number, each -> new LabNode(binaries, folder.resolve(name(each))));
    }

    public LabNode primary() {
        return node(topology.primary());
    }

    public boolean runs(int number) throws ProblemException {
        return node(number).server().isPresent();
    }

    /** Puts another topology in force; returns when it is safe on disk. */
    public void become(Topology next) throws ProblemException {
        try {
            file.write(next);
            topology = next;
        } catch (IOException e) {
            throw LabProblems.of(e, folder);
        }
    }

    /** Starts the node that leads, on the service's port. */
    public void startPrimary() throws ProblemException, InterruptedException {
        LabNode node = primary();
        LabStandby standby = new LabStandby(node);
        if (standby.follows()) {
            // it was to take over when the app was killed
            standby.lead(primarySettings());
        } else {
            node.start(primarySettings());
        }
        recovery.admit(node);
    }

    /** Starts on another port when a stranger has taken the service's; for the opening only. */
    public void choosePort() throws ProblemException {
        int port = primary().freePort(topology.servicePort());
        if (port != topology.servicePort()) {
            become(topology.at(port));
        }
    }

    public Map<String, String> primarySettings() {
        return Parameters.primary(
                topology.plan(), topology.servicePort(), recovery.settings(topology.plan()));
    }

    /** Puts other data into the node that leads. */
    @FunctionalInterface
    public interface Replacement {

        /**
         * @param node stopped, before and afterwards
         * @param settings as it will be started with
         */
        void put(LabNode node, Map<String, String> settings)
                throws ProblemException, InterruptedException;
    }

    /**
     * Gives the primary other data, as a recovery in place does; the standbys are made anew
     * afterwards. For the deed of an operation, which has the nodes for itself.
     */
    public void replaceData(Replacement replacement) throws ProblemException, InterruptedException {
        for (Member standby : topology.standbys()) {
            become(topology.with(standby.number(), false));
        }
        stop();
        replacement.put(primary(), primarySettings());
        startPrimary();
    }

    /** Stops every server of the topology, the primary first, so that it can send all it has. */
    public void stop() throws ProblemException {
        primary().stop();
        for (Member standby : topology.standbys()) {
            node(standby.number()).stop();
        }
    }
}
