package dev.howdah.ui.chart;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.StrokeLineJoin;

/**
 * Lines over time with axes. A line is drawn where something was measured and nowhere else. All
 * charts whose cursors are bound together show their exact values at the same moment.
 */
public final class TimeChart extends Region {
    /** The cursor rests on no moment; the newest values are shown. */
    public static final long NO_MOMENT = Long.MIN_VALUE;

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter CLOCK_S = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final double LEFT = 56;

    /** The same for all, so that charts under each other share their axis of time. */
    private static final double RIGHT = 80;

    private static final double BOTTOM = 20;
    private static final double TOP = 8;
    private static final double TICK_HEIGHT = 36;
    private static final int MOST_TICKS = 6;
    private static final double TICK_WIDTH = 64;

    private final ZoneId zone;
    private final LongProperty lookedAt = new SimpleLongProperty(NO_MOMENT);
    private final ChartLegend legend = new ChartLegend();
    private final Canvas canvas = new Canvas();
    private final ChartMarks marks = new ChartMarks();
    private final ChartEnds ends = new ChartEnds();
    private final Line crosshair = new Line();
    private final Label moment = new Label();
    private final List<Circle> dots = new ArrayList<>();

    private Plot plot = new Plot(ChartUnit.COUNT, List.of());
    private long from;
    private long to = 1;
    private double lowest;
    private double highest = 1;

    public TimeChart() {
        this(ZoneId.systemDefault());
    }

    TimeChart(ZoneId zone) {
        this.zone = zone;
        getStyleClass().add("time-chart");
        crosshair.getStyleClass().add("chart-crosshair");
        moment.getStyleClass().addAll("caption", "chart-moment");
        for (var node : List.of(crosshair, moment)) {
            node.setManaged(false);
            node.setMouseTransparent(true);
            node.setVisible(false);
        }
        canvas.setManaged(false);
        getChildren().addAll(marks, canvas, ends, crosshair, moment, legend);
        legend.onColours(this::requestLayout);
        lookedAt.subscribe(_ -> showCursor());
        setOnMouseMoved(event -> lookedAt.set(momentAt(event.getX())));
        setOnMouseExited(_ -> lookedAt.set(NO_MOMENT));
        setOnKeyPressed(this::moveCursor);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    /** The moment under the pointer in epoch milliseconds, or {@link #NO_MOMENT}. */
    public LongProperty lookedAtProperty() {
        return lookedAt;
    }

    public String getTitle() {
        return legend.getTitle();
    }

    public void setTitle(String title) {
        legend.setTitle(title);
    }

    /** Draws these lines between these moments. */
    public void show(Plot newPlot, Instant newFrom, Instant newTo) {
        plot = newPlot;
        from = newFrom.toEpochMilli();
        to = Math.max(from + 1, newTo.toEpochMilli());
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        legend.show(plot);
        ends.show(plot);
        double legendHeight = legend.prefHeight(getWidth());
        legend.resizeRelocate(0, 0, getWidth(), legendHeight);
        double top = legendHeight + TOP;
        double width = Math.max(1, snapSizeX(getWidth() - LEFT - RIGHT));
        double height = Math.max(1, snapSizeY(getHeight() - top - BOTTOM));
        canvas.relocate(LEFT, top);
        canvas.setWidth(width);
        canvas.setHeight(height);
        marks.resizeRelocate(0, top, getWidth(), height + BOTTOM);
        layoutAxes(width, height);
        ends.resizeRelocate(LEFT + width, top, RIGHT, height);
        ends.place(
                plot.lines().stream().mapToDouble(line -> y(line.series().last())).toArray(),
                height);
        drawLines(width, height);
        showCursor();
    }

    private void layoutAxes(double width, double height) {
        int most = Math.clamp((int) (height / TICK_HEIGHT) + 1, 2, MOST_TICKS);
        List<Double> values = ChartTicks.values(floor(), plot.largestFrom(from), most, plot.unit());
        lowest = values.getFirst();
        highest = values.getLast();
        List<Instant> times =
                ChartTicks.times(
                        Instant.ofEpochMilli(from),
                        Instant.ofEpochMilli(to),
                        Math.max(1, (int) (width / TICK_WIDTH)),
                        zone);
        marks.begin(LEFT, width, height);
        values.forEach(value -> marks.value(plot.unit().tick(value), y(value)));
        times.forEach(time -> marks.time(CLOCK.format(time.atZone(zone)), x(time.toEpochMilli())));
        marks.end();
    }

    /** Shares that move between 97 and 100 would be a flat line on an axis from 0. */
    private double floor() {
        return plot.unit() == ChartUnit.PERCENT ? Math.min(99, plot.smallestFrom(from)) : 0;
    }

    private void drawLines(double width, double height) {
        GraphicsContext pen = canvas.getGraphicsContext2D();
        pen.clearRect(0, 0, width, height);
        pen.setLineWidth(1.5);
        pen.setLineJoin(StrokeLineJoin.ROUND);
        // The first line is the most important one, so it is drawn last, over the others.
        for (int i = plot.lines().size() - 1; i >= 0; i--) {
            pen.setStroke(legend.colour(i));
            pen.setLineDashes(legend.dashes(i));
            drawLine(pen, PixelColumns.of(plot.lines().get(i).series(), from, to, width));
        }
    }

    private void drawLine(GraphicsContext pen, PixelColumns points) {
        double[] xs = new double[points.size()];
        double[] ys = new double[points.size()];
        int length = 0;
        for (int i = 0; i <= points.size(); i++) {
            if (i < points.size() && !points.isGap(i)) {
                xs[length] = points.x(i);
                ys[length] = y(points.value(i));
                length++;
            } else if (length == 1) {
                pen.strokeLine(xs[0] - 1, ys[0], xs[0] + 1, ys[0]);
                length = 0;
            } else {
                pen.strokePolyline(xs, ys, length);
                length = 0;
            }
        }
    }

    private void showCursor() {
        long at = lookedAt.get();
        boolean inside = at >= from && at <= to && getWidth() > 0;
        crosshair.setVisible(inside);
        moment.setVisible(inside);
        legend.values(plot, inside ? at : NO_MOMENT);
        setAccessibleText(legend.sentence());
        while (dots.size() < plot.lines().size()) {
            Circle dot = new Circle(3);
            dot.setManaged(false);
            dot.setMouseTransparent(true);
            dots.add(dot);
            getChildren().add(dot);
        }
        for (int i = 0; i < dots.size(); i++) {
            double value =
                    i < plot.lines().size() ? plot.lines().get(i).series().near(at) : Double.NaN;
            dots.get(i).setVisible(inside && !Double.isNaN(value));
            if (dots.get(i).isVisible()) {
                dots.get(i).setFill(legend.colour(i));
                dots.get(i).setCenterX(LEFT + x(at));
                dots.get(i).setCenterY(canvas.getLayoutY() + y(value));
            }
        }
        if (inside) {
            placeCrosshair(LEFT + x(at), at);
        }
    }

    private void placeCrosshair(double x, long at) {
        double top = canvas.getLayoutY();
        double exact = Math.floor(x) + 0.5;
        crosshair.setStartX(exact);
        crosshair.setEndX(exact);
        crosshair.setStartY(top);
        crosshair.setEndY(top + canvas.getHeight());
        moment.setText(CLOCK_S.format(Instant.ofEpochMilli(at).atZone(zone)));
        moment.autosize();
        double left = Math.clamp(x - moment.getWidth() / 2, LEFT, getWidth() - moment.getWidth());
        moment.relocate(left, top + canvas.getHeight() + 4);
    }

    /** The keyboard moves the cursor by a hundredth of the range; Escape takes it away. */
    private void moveCursor(KeyEvent event) {
        long step = Math.max(1, (to - from) / 100);
        long at = lookedAt.get() == NO_MOMENT ? to : lookedAt.get();
        KeyCode key = event.getCode();
        if (key == KeyCode.LEFT || key == KeyCode.RIGHT) {
            lookedAt.set(Math.clamp(key == KeyCode.LEFT ? at - step : at + step, from, to));
            event.consume();
        } else if (key == KeyCode.ESCAPE && lookedAt.get() != NO_MOMENT) {
            lookedAt.set(NO_MOMENT);
            event.consume();
        }
    }

    private long momentAt(double x) {
        double share = (x - LEFT) / canvas.getWidth();
        return share < 0 || share > 1 ? NO_MOMENT : from + Math.round(share * (to - from));
    }

    private double x(long millis) {
        return canvas.getWidth() * (millis - from) / (to - from);
    }

    private double y(double value) {
        double share = (value - lowest) / (highest - lowest);
        return (canvas.getHeight() - 2) * (1 - Math.clamp(share, 0, 1)) + 1;
    }
}
