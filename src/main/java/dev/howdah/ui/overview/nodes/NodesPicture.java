package dev.howdah.ui.overview.nodes;

import dev.howdah.core.Texts;
import dev.howdah.ui.overview.nodes.NodesViewModel.Box;
import dev.howdah.ui.overview.nodes.NodesViewModel.Condition;
import dev.howdah.ui.overview.nodes.NodesViewModel.Nodes;
import dev.howdah.ui.overview.nodes.NodesViewModel.Peer;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;

/**
 * The nodes as boxes from left to right, in the direction in which WAL flows, each stream an arrow
 * with its lag.
 */
final class NodesPicture extends Region {
    private static final Texts TEXTS = Texts.of(NodesPicture.class);
    private static final double BOX_WIDTH = 128;
    private static final double BOX_HEIGHT = 44;
    private static final double ROW_GAP = 8;
    private static final double LEAST_ARROW = 64;
    private static final double MOST_ARROW = 160;
    private static final double HEAD = 4;

    private Nodes nodes = Nodes.NONE;
    private final List<Stream> streams = new ArrayList<>();
    private Region self = new Region();
    private Region upstream = new Region();
    private final List<Region> downstream = new ArrayList<>();

    /** An arrow and its text. */
    private record Stream(Path arrow, Label lag) {}

    NodesPicture() {
        getStyleClass().add("nodes-picture");
    }

    void show(Nodes newNodes) {
        if (nodes.equals(newNodes)) {
            return;
        }
        nodes = newNodes;
        getChildren().clear();
        streams.clear();
        downstream.clear();
        nodes.upstream().ifPresent(peer -> upstream = add(peer));
        self = box(nodes.self());
        self.getStyleClass().add("node-self");
        getChildren().add(self);
        nodes.downstream().forEach(peer -> downstream.add(add(peer)));
        if (nodes.more() > 0) {
            Label more = new Label(TEXTS.text("nodes.more", nodes.more()));
            more.getStyleClass().add("text-muted");
            downstream.add(more);
            getChildren().add(more);
        }
        setAccessibleText(sentence());
        requestLayout();
    }

    private Region add(Peer peer) {
        Path arrow = new Path();
        arrow.getStyleClass().addAll("node-arrow", conditionClass(peer.box().condition()));
        Label lag = new Label(peer.lag());
        lag.getStyleClass().addAll("caption", "node-lag");
        lag.setTooltip(new Tooltip(peer.exactly()));
        streams.add(new Stream(arrow, lag));
        Region box = box(peer.box());
        Tooltip.install(box, new Tooltip(peer.exactly()));
        getChildren().addAll(arrow, lag, box);
        return box;
    }

    private static VBox box(Box box) {
        Label name = new Label(box.name());
        name.getStyleClass().add("strong");
        Label role = new Label(box.role());
        role.getStyleClass().addAll("caption", "text-muted");
        VBox node = new VBox(name, role);
        node.getStyleClass().addAll("node-box", conditionClass(box.condition()));
        return node;
    }

    private static String conditionClass(Condition condition) {
        return switch (condition) {
            case GOOD -> "node-good";
            case BAD -> "node-bad";
            case UNKNOWN -> "node-unknown";
        };
    }

    private int columns() {
        return 1 + (nodes.upstream().isPresent() ? 1 : 0) + (downstream.isEmpty() ? 0 : 1);
    }

    @Override
    protected double computePrefWidth(double height) {
        return columns() * BOX_WIDTH + (columns() - 1) * MOST_ARROW;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        int rows = Math.max(1, downstream.size());
        return rows * (BOX_HEIGHT + ROW_GAP) - ROW_GAP;
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected void layoutChildren() {
        int columns = columns();
        double spare = getWidth() - columns * BOX_WIDTH;
        double arrow =
                columns == 1
                        ? 0
                        : Math.floor(Math.clamp(spare / (columns - 1), LEAST_ARROW, MOST_ARROW));
        double boxWidth =
                Math.min(
                        columns == 1 ? getWidth() : 1.5 * BOX_WIDTH,
                        Math.max(72, Math.floor((getWidth() - (columns - 1) * arrow) / columns)));
        double height = computePrefHeight(-1);
        double middle = Math.floor((height - BOX_HEIGHT) / 2);
        double x = 0;
        int stream = 0;
        if (nodes.upstream().isPresent()) {
            upstream.resizeRelocate(0, middle, boxWidth, BOX_HEIGHT);
            x = boxWidth + arrow;
            draw(streams.get(stream++), boxWidth, middle, x, middle);
        }
        self.resizeRelocate(x, middle, boxWidth, BOX_HEIGHT);
        double end = x + boxWidth;
        for (int row = 0; row < downstream.size(); row++) {
            double y = row * (BOX_HEIGHT + ROW_GAP);
            downstream.get(row).resizeRelocate(end + arrow, y, boxWidth, BOX_HEIGHT);
            if (row < nodes.downstream().size()) {
                draw(streams.get(stream++), end, middle, end + arrow, y);
            }
        }
    }

    /** From the middle of one box's right side to the middle of another's left side, in steps. */
    private static void draw(Stream stream, double x1, double top1, double x2, double top2) {
        double y1 = Math.floor(top1 + BOX_HEIGHT / 2) + 0.5;
        double y2 = Math.floor(top2 + BOX_HEIGHT / 2) + 0.5;
        double turn = Math.floor(x1 + 12) + 0.5;
        double tip = x2 - 2;
        stream.arrow()
                .getElements()
                .setAll(
                        new MoveTo(x1, y1),
                        new LineTo(turn, y1),
                        new LineTo(turn, y2),
                        new LineTo(tip, y2),
                        new MoveTo(tip - HEAD, y2 - HEAD),
                        new LineTo(tip, y2),
                        new LineTo(tip - HEAD, y2 + HEAD));
        Label lag = stream.lag();
        lag.autosize();
        double room = tip - HEAD - turn;
        lag.resize(Math.min(lag.getWidth(), room), lag.getHeight());
        lag.relocate(
                Math.floor(turn + (room - lag.getWidth()) / 2),
                Math.floor(y2 - lag.getHeight() - 1));
    }

    private String sentence() {
        List<String> parts = new ArrayList<>();
        nodes.upstream()
                .ifPresent(peer ->
                        parts.add(
                                TEXTS.text(
                                        "nodes.accessible.upstream",
                                        peer.box().name(),
                                        peer.box().role(),
                                        peer.lag())));
        nodes.downstream()
                .forEach(peer ->
                        parts.add(
                                TEXTS.text(
                                        "nodes.accessible.downstream",
                                        peer.box().name(),
                                        peer.box().role(),
                                        peer.lag())));
        return nodes.self().name() + ", " + nodes.self().role() + ". " + String.join(" ", parts);
    }
}
