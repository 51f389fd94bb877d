package dev.howdah.ui.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PixelColumnsTest {
    private static final double NO = Double.NaN;

    private record Sample(long second, double value) {}

    private static TimeSeries series(List<Sample> samples) {
        return TimeSeries.of(
                samples,
                sample -> Instant.ofEpochSecond(sample.second()),
                Sample::value,
                Duration.ofSeconds(10));
    }

    /** One value every two seconds, from second 0. */
    private static TimeSeries everyTwoSeconds(double... values) {
        return series(
                IntStream.range(0, values.length)
                        .mapToObj(i -> new Sample(2L * i, values[i]))
                        .toList());
    }

    private static List<String> points(PixelColumns columns) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            texts.add(columns.isGap(i) ? "gap" : columns.x(i) + ":" + columns.value(i));
        }
        return texts;
    }

    @Test
    void keepsEveryPointWhenThereAreMorePixelsThanPoints() {
        assertEquals(
                List.of("0.0:1.0", "20.0:5.0", "40.0:3.0"),
                points(PixelColumns.of(everyTwoSeconds(1, 5, 3), 0, 10_000, 100)));
    }

    @Test
    void keepsTheSmallestAndTheLargestOfAColumnInTheirOrderOfTime() {
        TimeSeries series = everyTwoSeconds(4, 9, 1, 5, 6, 2, 8, 3);
        assertEquals(
                List.of("0.25:9.0", "0.5:1.0", "1.25:2.0", "1.5:8.0"),
                points(PixelColumns.of(series, 0, 16_000, 2)));
    }

    @Test
    void aValueThatIsNotKnownBreaksTheLine() {
        assertEquals(
                List.of("0.0:1.0", "gap", "40.0:3.0", "60.0:4.0"),
                points(PixelColumns.of(everyTwoSeconds(1, NO, 3, 4), 0, 10_000, 100)));
    }

    @Test
    void aLongPauseBreaksTheLineAndALateSampleDoesNot() {
        TimeSeries series = series(List.of(new Sample(0, 1), new Sample(10, 2), new Sample(21, 3)));
        assertEquals(
                List.of("0.0:1.0", "10.0:2.0", "gap", "21.0:3.0"),
                points(PixelColumns.of(series, 0, 100_000, 100)));
    }

    @Test
    void leavesOutWhatLiesOutsideTheRange() {
        assertEquals(
                List.of("0.0:2.0", "1.0:3.0"),
                points(PixelColumns.of(everyTwoSeconds(1, 2, 3, 4), 2_000, 4_000, 1)));
    }

    @Test
    void neverKeepsMoreThanTwoPointsForEachPixel() {
        double[] values = IntStream.range(0, 1_800).mapToDouble(i -> (i * 7_919) % 101).toArray();
        PixelColumns columns = PixelColumns.of(everyTwoSeconds(values), 0, 3_600_000, 300);
        assertTrue(columns.size() <= 602, () -> columns.size() + " points");
        assertEquals(
                100,
                IntStream.range(0, columns.size()).mapToDouble(columns::value).max().orElse(0));
    }

    @Test
    void aSeriesWithoutPointsHasNothingToDraw() {
        assertEquals(List.of(), points(PixelColumns.of(TimeSeries.empty(), 0, 10_000, 100)));
    }

    @Test
    void theValueNearAMomentIsThatOfTheNearestSampleWithinReach() {
        TimeSeries series = series(List.of(new Sample(0, 1), new Sample(2, 2), new Sample(100, 3)));
        assertEquals(1, series.near(900));
        assertEquals(2, series.near(1_100));
        assertEquals(2, series.near(12_000));
        assertEquals(NO, series.near(50_000));
        assertEquals(3, series.near(110_000));
        assertEquals(NO, series.near(111_000));
        assertEquals(NO, TimeSeries.empty().near(0));
    }
}
