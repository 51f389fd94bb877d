package dev.howdah.ui.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/** The names of the lines of a {@link TimeChart}, each beside the end of its line. */
final class ChartEnds extends Pane {
    private static final double GAP = 6;
    private static final double LINE_HEIGHT = 14;

    private final List<Label> names = new ArrayList<>();

    ChartEnds() {
        setManaged(false);
        setMouseTransparent(true);
    }

    /** Takes over the names; {@link #place} shows them. */
    void show(Plot plot) {
        while (names.size() < plot.lines().size()) {
            Label name = new Label();
            name.setManaged(false);
            name.getStyleClass().addAll("caption", "chart-end-" + (names.size() + 1));
            names.add(name);
            getChildren().add(name);
            name.applyCss();
        }
        for (int i = 0; i < plot.lines().size(); i++) {
            names.get(i).setText(plot.lines().get(i).name());
            names.get(i).autosize();
        }
    }

    /**
     * Puts each name at the height where its line ends.
     *
     * @param ys from the top, one for each line; NaN hides the name
     */
    void place(double[] ys, double height) {
        double[] spread = spread(ys, LINE_HEIGHT, height);
        for (int i = 0; i < names.size(); i++) {
            boolean known = i < ys.length && !Double.isNaN(ys[i]);
            names.get(i).setVisible(known);
            if (known) {
                names.get(i).relocate(GAP, Math.rint(spread[i] - names.get(i).getHeight() / 2));
            }
        }
    }

    /** The same heights, moved as little as it takes to stand at least this far apart. */
    static double[] spread(double[] ys, double distance, double height) {
        Integer[] order = new Integer[ys.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble(i -> ys[i]));
        double[] moved = ys.clone();
        double least = 0;
        for (int i : order) {
            if (!Double.isNaN(ys[i])) {
                moved[i] = Math.max(ys[i], least);
                least = moved[i] + distance;
            }
        }
        double most = height;
        for (int place = order.length - 1; place >= 0; place--) {
            int i = order[place];
            if (!Double.isNaN(ys[i])) {
                moved[i] = Math.min(moved[i], most);
                most = moved[i] - distance;
            }
        }
        return moved;
    }
}
