package dev.howdah.ui.stats.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.core.Problem;
import dev.howdah.core.Reading;
import dev.howdah.pg.server.vitals.VitalsSnapshot;
import dev.howdah.session.VitalsSample;
import dev.howdah.testing.Fx;
import dev.howdah.ui.FxmlViews;
import dev.howdah.ui.chart.Plot;
import dev.howdah.ui.panel.PanelState;
import dev.howdah.ui.stats.charts.ChartsViewModel.Span;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.scene.Parent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChartsPanelTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final ChartsViewModel model = new ChartsViewModel(Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void drawsWhatWasMeasuredInBytesWhereTheServerCountsBlocks() {
        model.show(fresh(), samples(10));

        List<Plot> plots = model.charts().get().plots();
        assertEquals(6, plots.size());
        assertEquals(40 * 8_192.0, plots.get(4).lines().getFirst().series().last());
        assertEquals(PanelState.Phase.FRESH, model.state().get().phase());
    }

    @Test
    void aLongerSpanReachesFartherBackAndEndsNow() {
        model.span().set(Span.HOUR);

        assertEquals(NOON.minus(Duration.ofHours(1)), model.charts().get().from());
        assertEquals(NOON, model.charts().get().to());
    }

    @Test
    void saysThatOneSampleIsNotEnough() {
        model.show(fresh(), samples(1));

        assertEquals(PanelState.Phase.EMPTY, model.state().get().phase());
    }

    @Test
    void keepsTheLinesWhenTheServerIsAway() {
        Problem away = Problem.of(Problem.Kind.UNREACHABLE, "Away.", "");
        model.show(new Reading.Stale<>(snapshot(), NOON, away), samples(10));

        assertEquals(PanelState.Phase.STALE, model.state().get().phase());
        assertEquals(
                10, model.charts().get().plots().getFirst().lines().getFirst().series().size());
    }

    @ParameterizedTest
    @EnumSource(Fx.Look.class)
    void theViewLoadsAndIsPainted(Fx.Look look) {
        Fx.start();
        model.show(fresh(), samples(250));
        Parent view =
                Fx.call(() -> FxmlViews.load(new ChartsController(model, () -> {}, () -> {})));

        Fx.picture(view, "charts", look, 1392, 850);
        Fx.run(() ->
                ((dev.howdah.ui.chart.TimeChart) view.lookup(".time-chart"))
                        .lookedAtProperty()
                        .set(NOON.minusSeconds(30).toEpochMilli()));
        Fx.picture(view, "charts", look, 1392, 850);
        assertTrue(
                Fx.picture(
                                        Fx.call(() ->
                                                FxmlViews.load(
                                                        new ChartsController(
                                                                model, () -> {}, () -> {}))),
                                        "charts",
                                        look,
                                        792,
                                        600)
                                .toFile()
                                .length()
                        > 5_000);
    }

    private static Reading<VitalsSnapshot> fresh() {
        return new Reading.Fresh<>(snapshot(), NOON);
    }

    private static VitalsSnapshot snapshot() {
        return new VitalsSnapshot(
                NOON,
                NOON.minus(Duration.ofDays(2)),
                false,
                100,
                3,
                12,
                2,
                0,
                true,
                Optional.empty(),
                OptionalLong.of(1),
                new VitalsSnapshot.Checkpoints(1, 1, 1, Optional.empty()),
                List.of());
    }

    private static List<VitalsSample> samples(int count) {
        List<VitalsSample> samples = new ArrayList<>();
        for (int i = count - 1; i >= 0; i--) {
            double wave = Math.sin(i / 9.0);
            samples.add(
                    new VitalsSample(
                            NOON.minusSeconds(2L * i),
                            20 + Math.round(5 * wave),
                            4 + Math.round(3 * wave),
                            150 + 40 * wave,
                            2,
                            7_000 + 500 * wave,
                            300,
                            99 + wave / 2,
                            40,
                            i % 40 == 0 ? 3e6 : 0,
                            4e5 + 1e5 * wave,
                            0,
                            1));
        }
        return samples;
    }
}
