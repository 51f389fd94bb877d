package dev.howdah.ui.stats.resources;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.Reading;
import dev.howdah.provider.service.Metric.Kind;
import dev.howdah.provider.service.MetricSeries;
import dev.howdah.provider.service.MetricSeries.Point;
import dev.howdah.ui.chart.ChartUnit;
import dev.howdah.ui.chart.Plot;
import dev.howdah.ui.chart.TimeSeries;
import dev.howdah.ui.panel.PanelState.Phase;
import dev.howdah.ui.stats.resources.HistoryViewModel.Span;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The history that a provider tells, as lines. */
class HistoryViewModelTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Problem GONE =
            Problem.of(Problem.Kind.UNREACHABLE, "Nobody answers.", "Try later.");

    private final HistoryViewModel model =
            new HistoryViewModel(Clock.fixed(NOON, ZoneOffset.UTC), "The lab", Optional.empty());

    @Test
    void drawsALineForEachNodeWithGapsWhereNobodyMeasured() {
        model.showHistory(
                fresh(
                        series(Kind.MEMORY, "node-2", 240, 180, 120, 60),
                        series(Kind.MEMORY, "node-1", 900, 840, 600, 540, 480),
                        series(Kind.MEMORY, "node-3", 60),
                        series(Kind.CPU, "node-1", 120, 60)));

        assertEquals(List.of("node-1"), names());
        assertEquals(ChartUnit.PERCENT_OF_CORE, model.drawn().get().plot().unit());
        assertEquals(
                "The lab keeps this record; its lines have gaps where nothing was measured. Choose a measure above.",
                model.drawn().get().note());
        model.look(Kind.MEMORY);

        assertEquals("Memory", model.drawn().get().measure());
        assertEquals(List.of("node-1", "node-2"), names());
        TimeSeries line = model.drawn().get().plot().lines().getFirst().series();
        assertTrue(line.joinsBefore(1), "a minute is its usual step");
        assertFalse(line.joinsBefore(2), "four minutes are a gap");
        assertEquals(NOON.minusSeconds(600), model.drawn().get().from());
        model.span().set(Span.HOUR);
        assertEquals(NOON.minusSeconds(3_600), model.drawn().get().from());
    }

    @Test
    void saysWhatIsTheMatterWhenThereIsNoLine() {
        assertEquals(Phase.WAITING, model.drawn().get().state().phase());
        model.showHistory(new Reading.Unavailable<>(GONE));
        assertEquals(Phase.UNAVAILABLE, model.drawn().get().state().phase());
        model.showHistory(fresh());
        assertEquals(Phase.EMPTY, model.drawn().get().state().phase());
        assertEquals("The lab has no record of this yet: CPU.", model.drawn().get().nothing());

        model.showHistory(
                new Reading.Stale<>(List.of(series(Kind.CPU, "node-1", 120, 60)), NOON, GONE));

        assertEquals(Phase.STALE, model.drawn().get().state().phase());
        assertEquals(List.of("node-1"), names());
    }

    @Test
    void drawsNoMoreLinesThanCanBeToldApartAndSaysSo() {
        model.showHistory(
                fresh(
                        IntStream.range(0, 9)
                                .mapToObj(i -> series(Kind.CPU, "node-" + i, 120, 60))
                                .toArray(MetricSeries[]::new)));

        assertEquals(6, names().size());
        assertEquals(
                "The lab keeps this record; its lines have gaps where nothing was measured. Choose a measure above."
                        + " 6 of 9 lines are drawn.",
                model.drawn().get().note());
    }

    private List<String> names() {
        return model.drawn().get().plot().lines().stream().map(Plot.Line::name).toList();
    }

    private static Reading<List<MetricSeries>> fresh(MetricSeries... series) {
        return new Reading.Fresh<>(List.of(series), NOON);
    }

    /** With points so many seconds before noon. */
    private static MetricSeries series(Kind kind, String node, long... secondsAgo) {
        return new MetricSeries(
                kind,
                Optional.of(node),
                Arrays.stream(secondsAgo)
                        .mapToObj(ago -> new Point(NOON.minusSeconds(ago), 1))
                        .toList());
    }
}
