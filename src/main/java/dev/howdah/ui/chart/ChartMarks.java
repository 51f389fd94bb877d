package dev.howdah.ui.chart;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;

/** The axes of a {@link TimeChart}: thin lines and their texts, used again and again. */
final class ChartMarks extends Pane {
    private static final double GAP = 6;

    private final List<Label> texts = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private double left;
    private double width;
    private double height;
    private int textCount;
    private int lineCount;

    ChartMarks() {
        setManaged(false);
        setMouseTransparent(true);
    }

    /** Begins anew, for a drawing that starts so many pixels from the left. */
    void begin(double newLeft, double newWidth, double newHeight) {
        left = newLeft;
        width = newWidth;
        height = newHeight;
        textCount = 0;
        lineCount = 0;
    }

    /** A horizontal line with its value at its left. */
    void value(String text, double y) {
        double exact = Math.floor(y) + 0.5;
        Line line = nextLine();
        line.setStartX(left);
        line.setEndX(left + width);
        line.setStartY(exact);
        line.setEndY(exact);
        Label label = nextText(text);
        label.relocate(left - GAP - label.getWidth(), exact - Math.rint(label.getHeight() / 2));
    }

    /** A time under the axis, with a small tick. */
    void time(String text, double x) {
        double exact = Math.floor(left + x) + 0.5;
        Line line = nextLine();
        line.setStartX(exact);
        line.setEndX(exact);
        line.setStartY(height - 1);
        line.setEndY(height + 3);
        Label label = nextText(text);
        double centred = exact - label.getWidth() / 2;
        label.relocate(
                Math.clamp(Math.rint(centred), 0, Math.max(0, getWidth() - label.getWidth())),
                height + 4);
    }

    /** Hides what this drawing needed less of than the one before. */
    void end() {
        for (int i = textCount; i < texts.size(); i++) {
            texts.get(i).setVisible(false);
        }
        for (int i = lineCount; i < lines.size(); i++) {
            lines.get(i).setVisible(false);
        }
    }

    private Label nextText(String text) {
        if (textCount == texts.size()) {
            Label label = new Label();
            label.setManaged(false);
            label.getStyleClass().addAll("caption", "chart-mark");
            texts.add(label);
            getChildren().add(label);
            label.applyCss();
        }
        Label label = texts.get(textCount++);
        label.setVisible(true);
        label.setText(text);
        label.autosize();
        return label;
    }

    private Line nextLine() {
        if (lineCount == lines.size()) {
            Line line = new Line();
            line.setManaged(false);
            line.getStyleClass().add("chart-grid");
            lines.add(line);
            getChildren().add(line);
        }
        Line line = lines.get(lineCount++);
        line.setVisible(true);
        return line;
    }
}
