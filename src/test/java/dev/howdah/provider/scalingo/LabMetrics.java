package dev.howdah.provider.scalingo;

import dev.howdah.core.ProblemException;
import dev.howdah.lab.LabCluster;
import dev.howdah.lab.LabFacts;
import dev.howdah.lab.metrics.NodeUse;
import java.util.HashMap;
import java.util.Map;

/** What the lab's nodes take, in the words of Scalingo's measures. The lab knows of no swap. */
record LabMetrics(LabCluster lab, LabSql sql) {
    private static final String DATABASE =
            """
            SELECT pg_database_size(current_database())   AS data_size,
                   count(*)                               AS current_connections,
                   current_setting('max_connections')::int AS max_connections
              FROM pg_stat_activity
             WHERE backend_type = 'client backend'
            """;

    /** That of the leader as the whole, and each node by itself. */
    Map<String, Object> json(boolean documented) throws ProblemException {
        Map<Integer, NodeUse> use = lab.keeping().use();
        Map<String, Object> answer = new HashMap<>();
        Map<String, Object> nodes = new HashMap<>();
        for (LabFacts.Node node : lab.facts().nodes()) {
            NodeUse taken = use.get(node.number());
            if (taken == null) {
                continue;
            }
            Map<String, Object> one =
                    new HashMap<>(
                            Map.of(
                                    "cpu",
                                    Map.of("usage_in_percents", cpu(taken)),
                                    "memory",
                                    memory(taken, documented),
                                    "real_disk_size",
                                    taken.current().diskUsedBytes()));
            nodes.put(node.name(), one);
            if (node.primary()) {
                answer.put("cpu_usage", cpu(taken));
                answer.put("memory", memory(taken, documented));
                answer.put("real_disk_size", taken.current().diskUsedBytes());
            }
        }
        answer.put("instances_metrics", nodes);
        answer.put("database_stats", sql.rows(DATABASE).getFirst());
        return answer;
    }

    private static long cpu(NodeUse use) {
        return Math.round(use.current().cpuPct());
    }

    private static Map<String, Object> memory(NodeUse use, boolean documented) {
        return Map.of(
                documented ? "memory_usage" : "memory", use.current().memoryBytes(),
                documented ? "max_memory_usage" : "memory_max", use.highest().memoryBytes());
    }
}
