package dev.howdah.provider.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One measure over time.
 *
 * @param node the {@link ServiceNode#id}; empty for the whole service
 * @param points oldest first; a gap is a missing point
 */
public record MetricSeries(Metric.Kind kind, Optional<String> node, List<Point> points) {

    public MetricSeries {
        points = List.copyOf(points);
    }

    /** A value in the unit of the kind. */
    public record Point(Instant at, double value) {}
}
