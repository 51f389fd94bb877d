package dev.howdah.provider.scalingo.read;

import dev.howdah.provider.http.Json;
import dev.howdah.provider.service.Metric;
import dev.howdah.provider.service.Metric.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Scalingo's measures into ours. Two sets of names for memory are in use, both are understood. */
final class ScalingoMetrics {
    private ScalingoMetrics() {}

    static List<Metric> of(Json answer) {
        List<Metric> metrics = new ArrayList<>();
        Optional<String> whole = Optional.empty();
        add(metrics, Kind.CPU, whole, answer.at("cpu_usage"), Json.missing(), Json.missing());
        addMemory(metrics, whole, answer.at("memory"));
        Json database = answer.at("database_stats");
        add(
                metrics,
                Kind.CONNECTIONS,
                whole,
                database.at("current_connections"),
                Json.missing(),
                database.at("max_connections"));
        add(
                metrics,
                Kind.DATA_SIZE,
                whole,
                database.at("data_size"),
                Json.missing(),
                Json.missing());
        add(metrics, Kind.DISK, whole, answer.at("real_disk_size"), Json.missing(), Json.missing());
        answer.at("instances_metrics")
                .fields()
                .forEach((key, node) -> {
                    Optional<String> id = Optional.of(key);
                    add(
                            metrics,
                            Kind.CPU,
                            id,
                            node.at("cpu").at("usage_in_percents"),
                            Json.missing(),
                            Json.missing());
                    addMemory(metrics, id, node.at("memory"));
                    add(
                            metrics,
                            Kind.DISK,
                            id,
                            node.at("real_disk_size"),
                            Json.missing(),
                            Json.missing());
                });
        return List.copyOf(metrics);
    }

    private static void addMemory(List<Metric> metrics, Optional<String> node, Json memory) {
        add(
                metrics,
                Kind.MEMORY,
                node,
                memory.atAny("memory", "memory_usage"),
                memory.atAny("memory_max", "max_memory_usage"),
                memory.at("memory_limit"));
        add(
                metrics,
                Kind.SWAP,
                node,
                memory.atAny("swap", "swap_usage"),
                memory.atAny("swap_max", "max_swap_usage"),
                memory.at("swap_limit"));
    }

    /** What was not told is left out. */
    private static void add(
            List<Metric> metrics,
            Kind kind,
            Optional<String> node,
            Json current,
            Json highest,
            Json limit) {
        OptionalDouble now = current.number();
        if (now.isPresent()) {
            metrics.add(
                    new Metric(kind, node, now.getAsDouble(), highest.number(), limit.number()));
        }
    }
}
