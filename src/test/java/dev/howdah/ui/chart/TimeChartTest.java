package dev.howdah.ui.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.howdah.bench.Report;
import dev.howdah.bench.ReportAtTheEnd;
import dev.howdah.testing.Fx;
import dev.howdah.testing.Fx.Look;
import dev.howdah.ui.EqualColumns;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

class TimeChartTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final int HOUR = 1_800;

    private static Scene scene(Parent view, Look look, int width, int height) {
        Scene scene = new Scene(view, width, height);
        Fx.style(scene, look);
        view.applyCss();
        view.layout();
        return scene;
    }

    private record Sample(Instant at, double value) {}

    /** One sample every two seconds, the last one at noon. */
    private static TimeSeries untilNoon(int count, IntToDoubleFunction value) {
        return TimeSeries.of(
                IntStream.range(0, count)
                        .mapToObj(i ->
                                new Sample(
                                        NOON.minusSeconds(2L * (count - 1 - i)),
                                        value.applyAsDouble(i)))
                        .toList(),
                Sample::at,
                Sample::value,
                Duration.ofSeconds(10));
    }

    private static TimeChart chart(TimeSeries total, TimeSeries active) {
        TimeChart chart = new TimeChart(ZoneOffset.UTC);
        chart.setTitle("Sessions");
        chart.show(
                new Plot(
                        ChartUnit.COUNT,
                        List.of(new Plot.Line("total", total), new Plot.Line("active", active))),
                NOON.minusSeconds(600),
                NOON);
        return chart;
    }

    @Test
    void saysTheNewestValuesAndThoseOfTheMomentOneLooksAt() {
        assertEquals(
                List.of(
                        "Sessions: total 299, active 7",
                        "Sessions: total 269, active 7",
                        "Sessions: total 266, active 7",
                        "Sessions: total 299, active 7"),
                Fx.call(() -> {
                    TimeChart chart = chart(untilNoon(300, i -> i), untilNoon(300, _ -> 7));
                    scene(chart, Look.LIGHT, 500, 200);
                    String newest = chart.getAccessibleText();
                    chart.lookedAtProperty().set(NOON.minusSeconds(60).toEpochMilli());
                    String looked = chart.getAccessibleText();
                    chart.fireEvent(key(KeyCode.LEFT));
                    String left = chart.getAccessibleText();
                    chart.fireEvent(key(KeyCode.ESCAPE));
                    return List.of(newest, looked, left, chart.getAccessibleText());
                }));
    }

    private static KeyEvent key(KeyCode code) {
        return new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    }

    @Test
    void saysADashWhereNothingWasMeasured() {
        assertEquals(
                "Sessions: total –, active 7",
                Fx.call(() -> {
                    TimeChart chart =
                            chart(
                                    untilNoon(300, i -> i > 200 ? Double.NaN : i),
                                    untilNoon(300, _ -> 7));
                    scene(chart, Look.LIGHT, 500, 200);
                    return chart.getAccessibleText();
                }));
    }

    @Test
    void drawsALineWhereSomethingWasMeasuredAndNothingInTheGap() {
        boolean[] inked =
                Fx.call(() -> {
                    TimeSeries holed = untilNoon(300, i -> i > 100 && i < 200 ? Double.NaN : 30);
                    TimeChart chart = chart(holed, untilNoon(300, _ -> 60));
                    Scene scene = scene(chart, Look.LIGHT, 500, 200);
                    WritableImage image = scene.snapshot(null);
                    return new boolean[] {
                        hasInk(image, 100), hasInk(image, 240), hasInk(image, 380)
                    };
                });
        assertArrayEquals(new boolean[] {true, false, true}, inked);
    }

    /** Whether this column of pixels has a blue line; the grid is grey. */
    private static boolean hasInk(WritableImage image, int x) {
        return IntStream.range(30, (int) image.getHeight())
                .mapToObj(y -> image.getPixelReader().getColor(x, y))
                .anyMatch(colour -> colour.getSaturation() > 0.5 && colour.getBlue() > 0.5);
    }

    @Test
    void takesItsColoursFromTheTheme() {
        List<Color> colours =
                Arrays.stream(Look.values())
                        .map(look ->
                                Fx.call(() -> {
                                    TimeChart chart =
                                            chart(untilNoon(300, _ -> 30), TimeSeries.empty());
                                    return scene(chart, look, 500, 200)
                                            .snapshot(null)
                                            .getPixelReader()
                                            .getColor(2, 150);
                                }))
                        .toList();
        assertTrue(
                colours.getFirst().getBrightness() > 0.9 && colours.get(1).getBrightness() < 0.2,
                colours::toString);
    }

    @Test
    void namesAtTheEndsOfLinesNeverCoverEachOther() {
        assertArrayEquals(
                new double[] {20, 48, 34, Double.NaN},
                ChartEnds.spread(new double[] {20, 25, 22, Double.NaN}, 14, 100));
        assertArrayEquals(
                new double[] {100, 86, 72}, ChartEnds.spread(new double[] {100, 99, 98}, 14, 100));
    }

    @Test
    @Tag("bench")
    @ExtendWith(ReportAtTheEnd.class)
    void sixChartsOfAnHour(Report report) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] nanos =
                Fx.call(() -> {
                    EqualColumns grid = new EqualColumns();
                    grid.setMinColumnWidth(400);
                    for (int i = 0; i < 6; i++) {
                        TimeChart chart = new TimeChart(ZoneOffset.UTC);
                        chart.setPrefHeight(180);
                        grid.getChildren().add(chart);
                    }
                    scene(grid, Look.LIGHT, 1_600, 1_000);
                    long[] took = new long[100];
                    for (int round = 0; round < took.length; round++) {
                        int shift = round;
                        Plot plot =
                                new Plot(
                                        ChartUnit.BYTES_PER_SECOND,
                                        List.of(noise("read", shift), noise("written", shift + 1)));
                        long start = threads.getCurrentThreadCpuTime();
                        grid.getChildren()
                                .forEach(chart ->
                                        ((TimeChart) chart)
                                                .show(plot, NOON.minusSeconds(3_600), NOON));
                        grid.layout();
                        took[round] = threads.getCurrentThreadCpuTime() - start;
                    }
                    return took;
                });
        double median = Arrays.stream(nanos).sorted().skip(50).findFirst().orElseThrow() / 1e6;
        report.atMost(5, "charts: six of an hour, CPU of the JavaFX thread", median, "ms");
    }

    private static Plot.Line noise(String name, int shift) {
        return new Plot.Line(name, untilNoon(HOUR, i -> ((i + shift) * 7_919L) % 100_003));
    }
}
