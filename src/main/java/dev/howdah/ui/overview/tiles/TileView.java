package dev.howdah.ui.overview.tiles;

import dev.howdah.core.Texts;
import dev.howdah.health.Finding.Severity;
import dev.howdah.ui.QuantityLabel;
import dev.howdah.ui.chart.Sparkline;
import dev.howdah.ui.overview.panel.SeveritySign;
import dev.howdah.ui.overview.tiles.TileContent.Course;
import dev.howdah.ui.overview.tiles.TileContent.Face;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A number, large, with its unit, a note, and how it went. */
final class TileView extends VBox {
    private static final Texts TEXTS = Texts.of(TileView.class);
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final PseudoClass WAITING = PseudoClass.getPseudoClass("waiting");
    private static final PseudoClass UNKNOWN = PseudoClass.getPseudoClass("unknown");
    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    private static final PseudoClass CRITICAL = PseudoClass.getPseudoClass("critical");

    private final String name;
    private final FontIcon icon = new FontIcon();
    private final QuantityLabel quantity = new QuantityLabel();
    private final Label note = new Label();
    private final Sparkline line = new Sparkline();
    private final Tooltip explanation = new Tooltip();

    TileView(Tile tile) {
        name = TEXTS.text("tiles." + tile);
        getStyleClass().add("tile");
        Label title = new Label(name);
        title.getStyleClass().addAll("caption", "text-muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, gap, icon);
        head.getStyleClass().add("tile-head");
        note.getStyleClass().addAll("caption", "text-muted");
        explanation.setWrapText(true);
        explanation.setMaxWidth(360);
        Tooltip.install(this, explanation);
        getChildren().addAll(head, quantity, note, line);
        setFocusTraversable(true);
    }

    void show(TileContent content) {
        quantity.textProperty().set(content.quantity());
        note.setText(content.note());
        explanation.setText(content.explanation());
        pseudoClassStateChanged(WAITING, content.face() == Face.WAITING);
        pseudoClassStateChanged(STALE, content.face() == Face.STALE);
        pseudoClassStateChanged(UNKNOWN, content.face() == Face.UNKNOWN);
        pseudoClassStateChanged(WARNING, content.severity() == Severity.WARNING);
        pseudoClassStateChanged(CRITICAL, content.severity() == Severity.CRITICAL);
        boolean marked =
                content.severity() == Severity.WARNING || content.severity() == Severity.CRITICAL;
        icon.setVisible(marked);
        if (marked) {
            icon.setIconLiteral(SeveritySign.icon(content.severity()));
        }
        Course course = content.course();
        line.range(course.floor(), course.ceiling());
        line.show(course.series(), course.from(), course.to());
        setAccessibleText(sentence(content));
    }

    private String sentence(TileContent content) {
        return switch (content.face()) {
            case WAITING -> TEXTS.text("tiles.accessible.waiting", name);
            case UNKNOWN -> TEXTS.text("tiles.accessible.unknown", name, content.explanation());
            case FRESH, STALE ->
                    TEXTS.text(
                            "tiles.accessible",
                            name,
                            content.quantity(),
                            content.note(),
                            content.severity() == Severity.OK
                                    ? ""
                                    : SeveritySign.word(content.severity()));
        };
    }
}
