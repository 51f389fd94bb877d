package dev.howdah.ui.backups.archive;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Draws WAL from left to right: what the archive has, the segments it doesn't have yet, the newest
 * byte, and how far copies reach.
 */
public final class WalLine extends Region {
    private static final double BAR = 16;
    private static final double TOP = 20;
    private static final double HEIGHT = 40;

    /** Room for the names of copies under the bar. */
    private static final double NAMES = 28;

    /** Width of the piece on the left that stands for all that is archived. */
    private static final double ARCHIVED = 56;

    private static final double GAP = 2;

    /** With more segments than this the gaps between them can't be told apart. */
    private static final int MOST_SEGMENTS = 60;

    private final Label start = caption("");
    private final Label end = caption("");
    private @Nullable WalStretch stretch;

    public WalLine() {
        getStyleClass().add("wal-line");
    }

    /** Empty draws nothing and takes no room. */
    void show(Optional<WalStretch> newest) {
        stretch = newest.orElse(null);
        setVisible(newest.isPresent());
        setManaged(newest.isPresent());
        newest.ifPresent(now -> {
            start.setText(now.start());
            end.setText(now.end());
            double height = now.copies().isEmpty() ? HEIGHT : HEIGHT + NAMES;
            setMinHeight(height);
            setMaxHeight(height);
        });
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        getChildren().clear();
        WalStretch now = stretch;
        if (now == null || getWidth() < 2 * ARCHIVED) {
            return;
        }
        double width = getWidth() - ARCHIVED - GAP;
        double scale = width / (now.segments() * (double) now.segmentBytes());
        double newest = ARCHIVED + GAP + now.unarchivedBytes() * scale;
        box("wal-archived", 0, ARCHIVED);
        segments(now, scale);
        mark("wal-now", newest);
        double startWidth = measured(start);
        double endWidth = measured(end);
        double wanted = Math.max(newest - endWidth / 2, startWidth + 16);
        place(start, 0, startWidth, 0);
        place(end, Math.min(wanted, getWidth() - endWidth), endWidth, 0);
        copies(now.copies(), scale, newest);
    }

    /** Each segment is a box; the last one is filled as far as it is written. */
    private void segments(WalStretch now, double scale) {
        String kind = now.failing() ? "wal-failing" : "wal-waiting";
        if (now.segments() > MOST_SEGMENTS) {
            box(kind, ARCHIVED + GAP, now.unarchivedBytes() * scale);
            return;
        }
        double width = now.segmentBytes() * scale;
        for (long i = 0; i < now.segments(); i++) {
            double x = ARCHIVED + GAP + i * width;
            long filled =
                    Math.min(now.segmentBytes(), now.unarchivedBytes() - i * now.segmentBytes());
            box("wal-empty", x, width - GAP);
            box(kind, x, Math.max(0, filled * scale - GAP));
        }
    }

    private void copies(List<WalStretch.Copy> copies, double scale, double newest) {
        double free = 0;
        for (WalStretch.Copy copy : copies.reversed()) {
            double x = Math.min(newest, ARCHIVED + GAP + copy.bytes() * scale);
            mark("wal-copy", x);
            Label label = caption(copy.name());
            double width = measured(label);
            double at = Math.clamp(x - width / 2, free, Math.max(free, getWidth() - width));
            place(label, at, width, TOP + BAR + 12);
            free = at + width + 12;
        }
    }

    private void box(String styleClass, double x, double width) {
        Region box = new Region();
        box.getStyleClass().add(styleClass);
        getChildren().add(box);
        box.resizeRelocate(x, TOP, Math.max(0, width), BAR);
    }

    /** A thin stroke through the bar, upward for now, downward for a copy. */
    private void mark(String styleClass, double x) {
        Region mark = new Region();
        mark.getStyleClass().add(styleClass);
        getChildren().add(mark);
        boolean isCopy = styleClass.equals("wal-copy");
        mark.resizeRelocate(x - 1, isCopy ? TOP : TOP - 4, 2, isCopy ? BAR + 10 : BAR + 4);
    }

    /** Its width with the style it gets here. */
    private double measured(Label label) {
        getChildren().add(label);
        label.applyCss();
        return label.prefWidth(-1);
    }

    private void place(Label label, double x, double width, double y) {
        label.resizeRelocate(snapPositionX(Math.max(0, x)), y, width, label.prefHeight(-1));
    }

    private static Label caption(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("caption", "text-muted");
        return label;
    }
}
