package dev.howdah.ui.backups.timeline;

import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import dev.howdah.ui.Moments;
import dev.howdah.ui.chart.Sparkline;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The past of a server from left to right: what can be restored, what happened, and now at the
 * edge. The mouse and the arrow keys move over it and are told where they are; a click or Enter
 * picks the moment.
 */
public final class RestoreLine extends Region {
    private static final Texts TEXTS = Texts.of(RestoreLine.class);
    private static final double WORDS = 18;
    private static final double CHART = 28;
    private static final double BAND = 12;
    private static final double MARK = 10;
    private static final double HEIGHT = WORDS + CHART + BAND + MARK + WORDS + 8;
    private static final double EDGE = 6;
    private static final double TICK_WIDTH = 88;

    /** A mark is meant when the mouse is this near. */
    private static final double NEAR = 7;

    private final Sparkline writes = new Sparkline();
    private final Label words = new Label();
    private ZoneId zone = ZoneId.systemDefault();
    private TimePicture picture = TimePicture.empty(Instant.EPOCH);
    private @Nullable Instant cursor;
    private Consumer<Instant> onPick = _ -> {};

    public RestoreLine() {
        getStyleClass().add("restore-line");
        words.getStyleClass().addAll("caption", "restore-words");
        words.setMouseTransparent(true);
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setOnMouseMoved(event -> moveTo(near(event.getX())));
        setOnMouseExited(_ -> moveTo(null));
        setOnMouseClicked(event -> {
            requestFocus();
            onPick.accept(near(event.getX()));
        });
        setOnKeyPressed(this::pressed);
        focusedProperty()
                .subscribe(focused -> {
                    if (!focused) {
                        moveTo(null);
                    }
                });
    }

    /** The zone in which moments are written. */
    public void setZone(ZoneId newZone) {
        zone = newZone;
    }

    public void setOnPick(Consumer<Instant> newOnPick) {
        onPick = newOnPick;
    }

    public void show(TimePicture newest) {
        picture = newest;
        requestLayout();
    }

    private void pressed(KeyEvent event) {
        Instant at = Optional.ofNullable(cursor).or(picture::picked).orElse(picture.now());
        Duration step = Duration.between(picture.from(), picture.now()).dividedBy(200);
        switch (event.getCode()) {
            case KeyCode.LEFT -> moveTo(event.isControlDown() ? markBefore(at) : at.minus(step));
            case KeyCode.RIGHT -> moveTo(event.isControlDown() ? markAfter(at) : at.plus(step));
            case KeyCode.HOME -> moveTo(picture.restorableFrom().orElse(picture.from()));
            case KeyCode.END -> moveTo(picture.restorableTo().orElse(picture.now()));
            case KeyCode.ENTER, KeyCode.SPACE -> onPick.accept(at);
            default -> {
                return;
            }
        }
        event.consume();
    }

    private Instant markBefore(Instant at) {
        return picture.marks().reversed().stream()
                .map(TimeMark::at)
                .filter(each -> each.isBefore(at))
                .findFirst()
                .orElse(at);
    }

    private Instant markAfter(Instant at) {
        return picture.marks().stream()
                .map(TimeMark::at)
                .filter(each -> each.isAfter(at))
                .findFirst()
                .orElse(at);
    }

    private void moveTo(@Nullable Instant newCursor) {
        cursor = newCursor == null ? null : within(newCursor);
        setAccessibleText(cursor == null ? TEXTS.text("line.name") : said(cursor));
        requestLayout();
    }

    private Instant within(Instant moment) {
        return moment.isBefore(picture.from())
                ? picture.from()
                : moment.isAfter(picture.now()) ? picture.now() : moment;
    }

    /** That of a mark which is near, else the moment itself to the second. */
    private Instant near(double x) {
        Instant moment = at(x);
        return picture.marks().stream()
                .filter(mark -> Math.abs(x(mark.at()) - x) <= NEAR)
                .max(java.util.Comparator.comparing(TimeMark::kind))
                .map(TimeMark::at)
                .orElse(Instant.ofEpochSecond(moment.getEpochSecond()));
    }

    private String said(Instant moment) {
        StringBuilder said = new StringBuilder(Moments.near(moment, picture.now(), zone));
        said.append(", ")
                .append(
                        TEXTS.text(
                                "ago",
                                Quantities.duration(Duration.between(moment, picture.now()))));
        picture.marks().stream()
                .filter(mark -> mark.at().equals(moment))
                .limit(3)
                .forEach(mark -> said.append(" · ").append(mark.words()));
        return said.toString();
    }

    private double width() {
        return Math.max(1, getWidth() - 2 * EDGE);
    }

    private double x(Instant moment) {
        double length = Math.max(1, Duration.between(picture.from(), picture.now()).toMillis());
        return EDGE + width() * Duration.between(picture.from(), moment).toMillis() / length;
    }

    private Instant at(double x) {
        double length = Duration.between(picture.from(), picture.now()).toMillis();
        return within(picture.from().plusMillis((long) ((x - EDGE) / width() * length)));
    }

    @Override
    protected void layoutChildren() {
        getChildren().clear();
        if (getWidth() < 100) {
            return;
        }
        ticks();
        getChildren().add(writes);
        writes.resizeRelocate(EDGE, WORDS, width(), CHART);
        writes.show(picture.writes(), picture.from(), picture.now());
        box("restore-ground", EDGE, bandTop(), width(), BAND);
        if (picture.restorableFrom().isPresent() && picture.restorableTo().isPresent()) {
            double start = Math.max(EDGE, x(picture.restorableFrom().get()));
            double end = Math.max(start + 1, x(picture.restorableTo().get()));
            box("restore-window", start, bandTop(), end - start, BAND);
        }
        for (TimeMark.Kind kind : TimeMark.Kind.values()) {
            picture.marks().stream().filter(mark -> mark.kind() == kind).forEach(this::mark);
        }
        stroke("restore-now", picture.now());
        picture.picked().filter(this::isSeen).ifPresent(at -> stroke("restore-picked", at));
        Instant hovered = cursor;
        if (hovered != null) {
            stroke("restore-cursor", hovered);
            said(hovered, said(hovered));
        }
    }

    private boolean isSeen(Instant moment) {
        return !moment.isBefore(picture.from()) && !moment.isAfter(picture.now());
    }

    private static double bandTop() {
        return WORDS + CHART + 2;
    }

    private void ticks() {
        int most = (int) Math.max(2, width() / TICK_WIDTH);
        for (TimeTicks.Tick tick : TimeTicks.of(picture.from(), picture.now(), most, zone)) {
            double x = x(tick.at());
            box("restore-tick", x, WORDS, 1, CHART + BAND + 4);
            Label label = new Label(tick.words());
            label.getStyleClass().addAll("caption", "text-muted");
            place(label, x, bandTop() + BAND + MARK);
        }
    }

    /** Backups lie on the band, what happened stands under it, a peak above. */
    private void mark(TimeMark mark) {
        String style = "restore-" + mark.kind().name().toLowerCase(java.util.Locale.ROOT);
        double top =
                switch (mark.kind()) {
                    case BACKUP, FAILED_BACKUP -> bandTop() + (BAND - MARK) / 2;
                    case EVENT, CHANGE -> bandTop() + BAND;
                    case PEAK -> WORDS - 4;
                };
        box(style, x(mark.at()) - MARK / 2, top, MARK, MARK);
    }

    private void stroke(String style, Instant at) {
        box(style, x(at) - 1, WORDS, 2, CHART + BAND + 6);
    }

    private void said(Instant at, String text) {
        words.setText(text);
        place(words, x(at), 0);
    }

    private void place(Label label, double centre, double y) {
        getChildren().add(label);
        label.applyCss();
        double width = Math.min(label.prefWidth(-1), getWidth());
        double x = Math.clamp(centre - width / 2, 0, Math.max(0, getWidth() - width));
        label.resizeRelocate(snapPositionX(x), y, width, label.prefHeight(-1));
    }

    private void box(String style, double x, double y, double width, double height) {
        Region box = new Region();
        box.getStyleClass().add(style);
        box.setMouseTransparent(true);
        getChildren().add(box);
        box.resizeRelocate(x, y, width, height);
    }
}
