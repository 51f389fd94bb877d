package dev.howdah.ui.stats.resources;

import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.provider.service.Metric;
import dev.howdah.provider.service.MetricSeries;
import dev.howdah.provider.service.MetricSeries.Point;
import dev.howdah.ui.Names;
import dev.howdah.ui.chart.ChartUnit;
import dev.howdah.ui.chart.Plot;
import dev.howdah.ui.chart.TimeSeries;
import dev.howdah.ui.panel.PanelState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * How one measure of a service went, node by node: by the provider's record where it tells that,
 * else by what was seen here.
 */
final class HistoryViewModel {
    private static final Texts TEXTS = Texts.of(HistoryViewModel.class);

    /** A step is a gap when it is so many times as long as the usual one of its line. */
    private static final int GAP = 3;

    /** Two looks that come late are no gap. */
    private static final Duration LEAST_GAP = Duration.ofSeconds(30);

    /** How much of the past is drawn. */
    enum Span {
        TEN_MINUTES(Duration.ofMinutes(10)),
        HOUR(Duration.ofHours(1));

        private final Duration length;

        Span(Duration length) {
            this.length = length;
        }
    }

    /**
     * One chart and what is said about it.
     *
     * @param measure what is drawn
     * @param nothing why there are no lines, for when there are none
     * @param note whose lines these are
     */
    record Drawn(
            String measure,
            Plot plot,
            Instant from,
            Instant to,
            PanelState state,
            String nothing,
            String note) {}

    private final Clock clock;
    private final String provider;
    private final Optional<String> whyNotTold;
    private final SeenMetrics seen = new SeenMetrics();
    private final ObjectProperty<Span> span = new SimpleObjectProperty<>(Span.TEN_MINUTES);
    private final ReadOnlyObjectWrapper<Drawn> drawn;
    private Metric.Kind kind = Metric.Kind.CPU;
    private Reading<List<MetricSeries>> told = Reading.waiting();

    /**
     * @param provider as people call it
     * @param whyNotTold why it tells no history, as a full sentence; empty when it does
     */
    HistoryViewModel(Clock clock, String provider, Optional<String> whyNotTold) {
        this.clock = clock;
        this.provider = provider;
        this.whyNotTold = whyNotTold;
        drawn = new ReadOnlyObjectWrapper<>(draw());
        span.subscribe(() -> drawn.set(draw()));
    }

    /** Takes what is measured now, which is all the history there is unless the provider tells. */
    void showMetrics(Reading<List<Metric>> reading) {
        if (whyNotTold.isPresent() && reading instanceof Reading.Fresh<List<Metric>> fresh) {
            seen.take(fresh.takenAt(), fresh.value());
            drawn.set(draw());
        }
    }

    /** Takes what the provider tells of the past. */
    void showHistory(Reading<List<MetricSeries>> reading) {
        told = reading;
        drawn.set(draw());
    }

    /** Draws this measure from now on. */
    void look(Metric.Kind wanted) {
        kind = wanted;
        drawn.set(draw());
    }

    ObjectProperty<Span> span() {
        return span;
    }

    ReadOnlyObjectProperty<Drawn> drawn() {
        return drawn.getReadOnlyProperty();
    }

    private Drawn draw() {
        Instant to = clock.instant();
        Instant from = to.minus(span.get().length);
        List<MetricSeries> series =
                (whyNotTold.isPresent() ? seen.series() : told.content().orElse(List.of()))
                        .stream()
                                .filter(each -> each.kind() == kind)
                                .filter(each -> hasLine(each, from))
                                .sorted(Comparator.comparing(each -> each.node().orElse("")))
                                .toList();
        return new Drawn(
                MetricWords.name(kind),
                new Plot(
                        unit(kind),
                        series.stream()
                                .limit(Plot.MOST_LINES)
                                .map(HistoryViewModel::line)
                                .toList()),
                from,
                to,
                state(series.isEmpty()),
                whyNotTold.isPresent()
                        ? TEXTS.text("history.begins")
                        : TEXTS.text("history.none", provider, MetricWords.name(kind)),
                note(series.size()));
    }

    /** One point is none. */
    private static boolean hasLine(MetricSeries series, Instant from) {
        return series.points().stream().filter(point -> !point.at().isBefore(from)).count() > 1;
    }

    /** How what is seen here stands, the panel around it says already. */
    private PanelState state(boolean nothing) {
        if (whyNotTold.isEmpty()) {
            return PanelState.of(told, nothing);
        }
        return nothing
                ? new PanelState(PanelState.Phase.EMPTY, Optional.empty(), Optional.empty())
                : PanelState.always();
    }

    private String note(int lines) {
        String whose =
                whyNotTold
                        .map(why -> TEXTS.text("history.seen", why))
                        .orElseGet(() -> TEXTS.text("history.told", provider));
        return lines <= Plot.MOST_LINES
                ? whose
                : TEXTS.text("history.some", whose, Plot.MOST_LINES, lines);
    }

    private static Plot.Line line(MetricSeries series) {
        return new Plot.Line(
                Names.visible(MetricWords.node(series.node())),
                TimeSeries.of(
                        series.points(), Point::at, Point::value, longestStep(series.points())));
    }

    /** Providers measure every few seconds or minutes, and don't say which. */
    private static Duration longestStep(List<Point> points) {
        List<Duration> steps =
                IntStream.range(1, points.size())
                        .mapToObj(i -> Duration.between(points.get(i - 1).at(), points.get(i).at()))
                        .sorted()
                        .toList();
        Duration usual = steps.get((steps.size() - 1) / 2).multipliedBy(GAP);
        return usual.compareTo(LEAST_GAP) < 0 ? LEAST_GAP : usual;
    }

    private static ChartUnit unit(Metric.Kind kind) {
        return switch (kind.unit()) {
            case PERCENT -> ChartUnit.PERCENT_OF_CORE;
            case BYTES -> ChartUnit.BYTES;
            case COUNT -> ChartUnit.COUNT;
            case PER_SECOND -> ChartUnit.PER_SECOND;
            case BYTES_PER_SECOND -> ChartUnit.BYTES_PER_SECOND;
        };
    }
}
