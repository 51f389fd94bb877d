package dev.howdah.ui.stats.charts;

import dev.howdah.core.Reading;
import dev.howdah.core.Texts;
import dev.howdah.pg.server.vitals.VitalsSnapshot;
import dev.howdah.session.VitalsSample;
import dev.howdah.ui.chart.ChartUnit;
import dev.howdah.ui.chart.Plot;
import dev.howdah.ui.chart.TimeSeries;
import dev.howdah.ui.panel.PanelState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** Which lines the charts draw, over which span of time. */
final class ChartsViewModel {
    private static final Texts TEXTS = Texts.of(ChartsViewModel.class);

    /** Samples are 2 s apart; a longer step is a gap in the line. */
    private static final Duration LONGEST_STEP = Duration.ofSeconds(10);

    /** PostgreSQL counts I/O in blocks, and is hardly ever built with another size of them. */
    private static final int BLOCK_BYTES = 8_192;

    /** How much of the past is drawn. */
    enum Span {
        TEN_MINUTES(Duration.ofMinutes(10)),
        HOUR(Duration.ofHours(1));

        private final Duration length;

        Span(Duration length) {
            this.length = length;
        }
    }

    /** All charts of one moment, in the order in which they stand. */
    record Charts(List<Plot> plots, Instant from, Instant to) {}

    private final Clock clock;
    private final ObjectProperty<Span> span = new SimpleObjectProperty<>(Span.TEN_MINUTES);
    private final ReadOnlyObjectWrapper<PanelState> state =
            new ReadOnlyObjectWrapper<>(PanelState.waiting());
    private final ReadOnlyObjectWrapper<Charts> charts;
    private List<VitalsSample> samples = List.of();

    ChartsViewModel(Clock clock) {
        this.clock = clock;
        charts = new ReadOnlyObjectWrapper<>(drawn());
        span.subscribe(() -> charts.set(drawn()));
    }

    ObjectProperty<Span> span() {
        return span;
    }

    ReadOnlyObjectProperty<PanelState> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Charts> charts() {
        return charts.getReadOnlyProperty();
    }

    /** Takes the newest history. The first rate needs two samples, which is said, not drawn. */
    void show(Reading<VitalsSnapshot> reading, List<VitalsSample> history) {
        samples = history;
        state.set(PanelState.of(reading, history.size() < 2));
        charts.set(drawn());
    }

    private Charts drawn() {
        Instant to = clock.instant();
        return new Charts(
                List.of(
                        plot(
                                ChartUnit.COUNT,
                                line("charts.sessions", VitalsSample::sessions),
                                line("charts.inTransaction", VitalsSample::inTransaction)),
                        plot(
                                ChartUnit.PER_SECOND,
                                line("charts.transactions", VitalsSample::transactionsPerSecond),
                                line("charts.rollbacks", VitalsSample::rollbacksPerSecond)),
                        plot(
                                ChartUnit.PER_SECOND,
                                line("charts.rowsRead", VitalsSample::rowsReadPerSecond),
                                line("charts.rowsWritten", VitalsSample::rowsWrittenPerSecond)),
                        plot(ChartUnit.PERCENT, line("charts.cacheHit", VitalsSample::cacheHitPct)),
                        plot(
                                ChartUnit.BYTES_PER_SECOND,
                                line(
                                        "charts.blocksRead",
                                        sample -> sample.blocksReadPerSecond() * BLOCK_BYTES),
                                line("charts.temp", VitalsSample::tempBytesPerSecond)),
                        plot(
                                ChartUnit.BYTES_PER_SECOND,
                                line("charts.wal", VitalsSample::walBytesPerSecond))),
                to.minus(span.get().length),
                to);
    }

    private static Plot plot(ChartUnit unit, Plot.Line... lines) {
        return new Plot(unit, List.of(lines));
    }

    private Plot.Line line(String key, ToDoubleFunction<VitalsSample> value) {
        return new Plot.Line(
                TEXTS.text(key), TimeSeries.of(samples, VitalsSample::at, value, LONGEST_STEP));
    }
}
