package dev.howdah.ui;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.Orientation;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;

/**
 * Lays its children out in columns of equal width, as many as fit, and spreads them evenly over the
 * rows: ten children where seven would fit make two rows of five. All of a row are equally high.
 */
public final class EqualColumns extends Pane {
    private double minColumnWidth = 160;
    private int mostColumns = Integer.MAX_VALUE;
    private double gap = 8;
    private boolean rowsStretch;

    public double getMinColumnWidth() {
        return minColumnWidth;
    }

    /** No column is narrower than this, unless the whole is. */
    public void setMinColumnWidth(double width) {
        minColumnWidth = width;
        requestLayout();
    }

    public int getMostColumns() {
        return mostColumns;
    }

    public void setMostColumns(int most) {
        mostColumns = most;
        requestLayout();
    }

    public double getGap() {
        return gap;
    }

    /** Between columns and between rows. */
    public void setGap(double newGap) {
        gap = newGap;
        requestLayout();
    }

    public boolean isRowsStretch() {
        return rowsStretch;
    }

    /** Whether room that is left over is given to all rows alike. */
    public void setRowsStretch(boolean stretch) {
        rowsStretch = stretch;
        requestLayout();
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    /** How many columns so many children get in this width, 1 or more. */
    static int columns(int children, double width, double minColumnWidth, double gap, int most) {
        int fitting = Math.max(1, (int) ((width + gap) / (minColumnWidth + gap)));
        int allowed = Math.min(Math.min(fitting, most), Math.max(1, children));
        int rows = Math.ceilDiv(Math.max(1, children), allowed);
        return Math.ceilDiv(Math.max(1, children), rows);
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefWidth(double height) {
        int count = Math.max(1, Math.min(getManagedChildren().size(), mostColumns));
        return count * (minColumnWidth + gap) - gap + sides();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double known = width < 0 ? prefWidth(-1) : width;
        return arrange(known, 0, null);
    }

    @Override
    protected void layoutChildren() {
        double spare = getHeight() - arrange(getWidth(), 0, null);
        double extra = rowsStretch && spare > 0 ? Math.floor(spare / rows()) : 0;
        arrange(getWidth(), extra, getManagedChildren());
    }

    private int rows() {
        int count = Math.max(1, getManagedChildren().size());
        double inner = getWidth() - sides();
        return Math.ceilDiv(count, columns(count, inner, minColumnWidth, gap, mostColumns));
    }

    /** The height of all rows at this width; places the nodes when they are given. */
    private double arrange(double width, double extra, @Nullable List<Node> place) {
        List<Node> nodes = getManagedChildren();
        double inner = width - sides();
        int columns = columns(nodes.size(), inner, minColumnWidth, gap, mostColumns);
        double[] lefts = lefts(inner, columns);
        double y = snappedTopInset();
        for (int first = 0; first < nodes.size(); first += columns) {
            List<Node> row = nodes.subList(first, Math.min(nodes.size(), first + columns));
            double height = height(row, lefts) + extra;
            for (int i = 0; place != null && i < row.size(); i++) {
                double x = snappedLeftInset() + lefts[i];
                double columnWidth = lefts[i + 1] - gap - lefts[i];
                layoutInArea(row.get(i), x, y, columnWidth, height, 0, HPos.LEFT, VPos.TOP);
            }
            y += height + gap;
        }
        return Math.max(0, y - gap) + snappedBottomInset();
    }

    /**
     * Where each column begins, and, as one more, where the next would: on whole pixels, the last
     * column ending exactly at the right edge.
     */
    private double[] lefts(double inner, int columns) {
        double[] lefts = new double[columns + 1];
        for (int i = 0; i <= columns; i++) {
            lefts[i] = Math.floor(i * (inner + gap) / columns);
        }
        return lefts;
    }

    private double height(List<Node> row, double[] lefts) {
        double height = 0;
        for (int i = 0; i < row.size(); i++) {
            height = Math.max(height, row.get(i).prefHeight(lefts[i + 1] - gap - lefts[i]));
        }
        return height;
    }

    private double sides() {
        return snappedLeftInset() + snappedRightInset();
    }
}
