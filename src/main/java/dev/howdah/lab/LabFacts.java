package dev.howdah.lab;

import dev.howdah.lab.operation.LabOperation;
import dev.howdah.lab.plan.LabPlan;
import java.util.List;
import java.util.Optional;

/**
 * The lab's service as it is now.
 *
 * @param nodes the primary first
 * @param underWay what is being done to it; empty when it is idle
 * @param settled whether it is all that the plan promises, and nothing is left to be done
 */
public record LabFacts(
        LabPlan plan, List<Node> nodes, Optional<LabOperation> underWay, boolean settled) {

    public LabFacts {
        nodes = List.copyOf(nodes);
    }

    /**
     * One of its servers.
     *
     * @param port where it listens; 0 while it does not
     */
    public record Node(int number, boolean primary, State state, int port) {

        /** As the control plane calls it: "node-2". */
        public String name() {
            return "node-" + number;
        }
    }

    /** The state of a server. */
    public enum State {
        /** It is being made from the primary. */
        BUILDING,
        /** It comes up or recovers, and lets nobody in yet. */
        STARTING,
        RUNNING,
        /** It is not running, and will be started or replaced. */
        DOWN
    }
}
