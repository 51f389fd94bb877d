package dev.howdah.ui.stats.resources;

import dev.howdah.provider.service.Metric;
import dev.howdah.provider.service.MetricSeries;
import dev.howdah.provider.service.MetricSeries.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What this console has seen of a service's measures in the last hour, for a provider that tells
 * present values only. Where nobody looked there is nothing.
 */
final class SeenMetrics {
    static final Duration KEPT = Duration.ofHours(1);

    /** An hour of looks as close as they come. */
    private static final int MOST = 400;

    private final Deque<Look> looks = new ArrayDeque<>();

    private record Look(Instant at, List<Metric> metrics) {}

    private record Line(Metric.Kind kind, Optional<String> node) {}

    /** Takes what was read at this moment; a moment that is known already is not taken twice. */
    void take(Instant at, List<Metric> metrics) {
        if (!looks.isEmpty() && !looks.getLast().at().isBefore(at)) {
            return;
        }
        looks.addLast(new Look(at, metrics));
        while (looks.size() > MOST || looks.getFirst().at().isBefore(at.minus(KEPT))) {
            looks.removeFirst();
        }
    }

    /** One for each kind and node that was ever seen. */
    List<MetricSeries> series() {
        Map<Line, List<Point>> points = new LinkedHashMap<>();
        for (Look look : looks) {
            for (Metric metric : look.metrics()) {
                points.computeIfAbsent(
                                new Line(metric.kind(), metric.node()), _ -> new ArrayList<>())
                        .add(new Point(look.at(), metric.current()));
            }
        }
        return points.entrySet().stream()
                .map(each ->
                        new MetricSeries(
                                each.getKey().kind(), each.getKey().node(), each.getValue()))
                .toList();
    }
}
