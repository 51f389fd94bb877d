package dev.howdah.lab.metrics;

import java.util.List;

/**
 * What a node takes now and has taken.
 *
 * @param highest since the server was started, as far as it was looked at; with the least free disk
 * @param history oldest first, the current one last; gaps where nobody looked
 */
public record NodeUse(NodeSample current, NodeSample highest, List<NodeSample> history) {

    public NodeUse {
        history = List.copyOf(history);
    }
}
