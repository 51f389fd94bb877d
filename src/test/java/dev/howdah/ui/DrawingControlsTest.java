package dev.howdah.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.howdah.testing.Fx;
import dev.howdah.testing.Fx.Look;
import dev.howdah.ui.chart.Sparkline;
import dev.howdah.ui.chart.TimeSeries;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawingControlsTest {

    @ParameterizedTest
    @CsvSource({
        // children, width, least column, gap, most columns, expected
        "10, 744, 126, 8, 99, 5",
        "10, 952, 126, 8, 99, 5",
        "10, 1552, 126, 8, 99, 10",
        "6, 900, 340, 24, 3, 2",
        "6, 1344, 340, 24, 3, 3",
        "2, 1552, 340, 24, 2, 2",
        "4, 1552, 340, 24, 3, 2",
        "3, 100, 340, 24, 3, 1",
        "0, 500, 100, 8, 9, 1",
    })
    void columnsAreAsManyAsFitAndRowsAsEvenAsCanBe(
            int children, double width, double least, double gap, int most, int expected) {
        assertEquals(expected, EqualColumns.columns(children, width, least, gap, most));
    }

    private static EqualColumns columns(int count) {
        EqualColumns columns = new EqualColumns();
        columns.setMinColumnWidth(100);
        columns.setGap(8);
        for (int i = 0; i < count; i++) {
            Region region = new Region();
            region.setPrefHeight(20 + i);
            columns.getChildren().add(region);
        }
        return columns;
    }

    private static List<String> bounds(EqualColumns columns, double width, double height) {
        columns.resize(width, height);
        columns.layout();
        return columns.getChildren().stream()
                .map(node -> node.getBoundsInParent())
                .map(b ->
                        "%.0f,%.0f %.0fx%.0f"
                                .formatted(b.getMinX(), b.getMinY(), b.getWidth(), b.getHeight()))
                .toList();
    }

    @Test
    void theLastColumnEndsAtTheRightEdgeAndARowIsAsHighAsItsHighest() {
        assertEquals(
                List.of(
                        "0,0 104x22",
                        "112,0 105x22",
                        "225,0 105x22",
                        "0,30 104x25",
                        "112,30 105x25",
                        "225,30 105x25"),
                Fx.call(() -> bounds(columns(6), 330, 200)));
    }

    @Test
    void rowsTakeTheRoomThatIsLeftOverWhenTold() {
        assertEquals(
                List.of("0,0 154x50", "162,0 154x50", "0,58 154x52", "162,58 154x52"),
                Fx.call(() -> {
                    EqualColumns columns = columns(4);
                    columns.setMostColumns(2);
                    columns.setRowsStretch(true);
                    return bounds(columns, 316, 110);
                }));
    }

    private static List<String> words(String quantity) {
        return Fx.call(() -> {
            QuantityLabel label = new QuantityLabel();
            label.textProperty().set(quantity);
            return label.getChildren().stream()
                    .map(node -> ((Label) node).getText() + kind(node))
                    .toList();
        });
    }

    private static String kind(Node node) {
        return node.getStyleClass().contains("quantity-number") ? "!" : "";
    }

    @Test
    void aQuantityHasItsNumbersLargeAndItsUnitsSmall() {
        assertEquals(List.of("2!", "min", "10!", "s"), words("2 min 10 s"));
        assertEquals(List.of("62!", "of", "100"), words("62 of 100"));
        assertEquals(List.of("148!", "/s"), words("148 /s"));
        assertEquals(List.of("99.2!", "%"), words("99.2 %"));
        assertEquals(List.of("-3.5!", "MB"), words("-3.5 MB"));
        assertEquals(List.of("–!"), words("–"));
    }

    private static TimeSeries everySecond(double... values) {
        return TimeSeries.of(
                LongStream.range(0, values.length).boxed().toList(),
                Instant.EPOCH::plusSeconds,
                second -> values[second.intValue()],
                Duration.ofSeconds(1));
    }

    private static List<String> path(double floor, double ceiling, double... values) {
        return Fx.call(() -> {
            Sparkline line = new Sparkline();
            Fx.style(new Scene(line, 102, 26), Look.LIGHT);
            line.range(floor, ceiling);
            line.show(
                    everySecond(values),
                    Instant.EPOCH,
                    Instant.EPOCH.plusSeconds(values.length - 1));
            line.resize(102, 26);
            line.layout();
            return ((Path) line.lookup(".sparkline-line"))
                    .getElements().stream().map(DrawingControlsTest::text).toList();
        });
    }

    private static String text(PathElement element) {
        return switch (element) {
            case MoveTo to -> "M %.0f %.0f".formatted(to.getX(), to.getY());
            case LineTo to -> "L %.0f %.0f".formatted(to.getX(), to.getY());
            default -> element.toString();
        };
    }

    @Test
    void aSparklineGoesFromLeftToRightBetweenFloorAndCeiling() {
        assertEquals(List.of("M 1 25", "L 51 13", "L 101 1"), path(0, 100, 0, 50, 100));
        assertEquals(List.of("M 1 25", "L 51 13", "L 101 1"), path(90, Double.NaN, 90, 95, 100));
        assertEquals(List.of("M 1 1", "L 101 25"), path(0, 10, 1_000, -5));
    }

    @Test
    void aSparklineKeepsAGapAGap() {
        assertEquals(
                List.of("M 1 1", "M 68 1", "L 101 1"), path(0, Double.NaN, 1, Double.NaN, 1, 1));
        assertEquals(List.of(), path(0, Double.NaN));
    }
}
