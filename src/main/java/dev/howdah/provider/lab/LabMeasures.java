package dev.howdah.provider.lab;

import dev.howdah.core.ProblemException;
import dev.howdah.lab.LabKeeping;
import dev.howdah.lab.metrics.NodeSample;
import dev.howdah.lab.metrics.NodeUse;
import dev.howdah.provider.service.Metric;
import dev.howdah.provider.service.Metric.Kind;
import dev.howdah.provider.service.MetricSeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/** What the lab's nodes take, in the words of providers. */
record LabMeasures(LabKeeping lab) {
    private static final Map<Kind, ToDoubleFunction<NodeSample>> VALUES =
            Map.of(
                    Kind.CPU, NodeSample::cpuPct,
                    Kind.MEMORY, sample -> (double) sample.memoryBytes(),
                    Kind.DISK, sample -> (double) sample.diskUsedBytes());

    private static final List<Kind> ORDER = List.of(Kind.CPU, Kind.MEMORY, Kind.DISK);

    List<Metric> now() throws ProblemException {
        List<Metric> metrics = new ArrayList<>();
        lab.use()
                .forEach((number, use) ->
                        ORDER.forEach(kind -> metrics.add(metric(number, kind, use))));
        return metrics;
    }

    private static Metric metric(int number, Kind kind, NodeUse use) {
        double current = value(kind, use.current());
        return new Metric(
                kind,
                Optional.of(node(number)),
                current,
                OptionalDouble.of(value(kind, use.highest())),
                kind == Kind.DISK
                        ? OptionalDouble.of(current + use.current().diskFreeBytes())
                        : OptionalDouble.empty());
    }

    List<MetricSeries> history(Set<Kind> kinds, Instant from, Instant to) throws ProblemException {
        List<MetricSeries> all = new ArrayList<>();
        lab.use()
                .forEach((number, use) ->
                        ORDER.stream()
                                .filter(kinds::contains)
                                .forEach(kind -> all.add(series(number, kind, use, from, to))));
        return all;
    }

    private static MetricSeries series(
            int number, Kind kind, NodeUse use, Instant from, Instant to) {
        return new MetricSeries(
                kind,
                Optional.of(node(number)),
                use.history().stream()
                        .filter(sample -> !sample.at().isBefore(from) && !sample.at().isAfter(to))
                        .map(sample -> new MetricSeries.Point(sample.at(), value(kind, sample)))
                        .toList());
    }

    private static double value(Kind kind, NodeSample sample) {
        ToDoubleFunction<NodeSample> read = VALUES.get(kind);
        return read == null ? 0 : read.applyAsDouble(sample);
    }

    private static String node(int number) {
        return "node-" + number;
    }
}
