package dev.howdah.ui.overview.findings;

import dev.howdah.ui.overview.panel.SeveritySign;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One finding: severity, sentence, since when, and the way to the place that acts; unfolded also
 * why it matters and what to do. It is kept while the finding changes, and so is what is unfolded.
 */
final class FindingRow extends VBox {
    private final FontIcon icon = new FontIcon();
    private final Label word = new Label();
    private final Label sentence = wrapped();
    private final Label since = new Label();
    private final Tooltip exactly = new Tooltip();
    private final Hyperlink link = new Hyperlink();
    private final FontIcon arrow = new FontIcon("fth-chevron-down");
    private final ToggleButton more = new ToggleButton("", arrow);
    private final Label measure = wrapped();
    private final Label why = wrapped();
    private final Label advice = wrapped();

    FindingRow(FindingLine line, Consumer<FindingLine> follow, String moreText) {
        getStyleClass().add("finding");
        word.getStyleClass().add("finding-word");
        word.setGraphic(icon);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        sentence.setMaxWidth(Double.MAX_VALUE);
        since.getStyleClass().addAll("caption", "text-muted");
        since.setTooltip(exactly);
        more.getStyleClass().addAll("flat", "small", "button-icon");
        more.setAccessibleText(moreText);
        more.setTooltip(new Tooltip(moreText));
        link.getStyleClass().add("finding-link");
        since.getStyleClass().add("finding-since");
        for (Region fixed : new Region[] {word, since, link, more}) {
            fixed.setMinWidth(USE_PREF_SIZE);
        }
        HBox head = new HBox(word, sentence, since, link, more);
        head.setAlignment(Pos.TOP_LEFT);
        head.getStyleClass().add("finding-head");
        measure.getStyleClass().add("text-muted");
        why.getStyleClass().add("text-muted");
        VBox rest = new VBox(why, advice, measure);
        rest.getStyleClass().add("finding-rest");
        rest.visibleProperty().bind(more.selectedProperty());
        rest.managedProperty().bind(rest.visibleProperty());
        more.selectedProperty()
                .subscribe(
                        open -> arrow.setIconLiteral(open ? "fth-chevron-up" : "fth-chevron-down"));
        getChildren().addAll(head, rest);
        show(line, follow);
    }

    private static Label wrapped() {
        Label label = new Label();
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    /** Shows what is said now about the same rule. */
    void show(FindingLine line, Consumer<FindingLine> follow) {
        icon.setIconLiteral(SeveritySign.icon(line.severity()));
        icon.getStyleClass().setAll("ikonli-font-icon", SeveritySign.colour(line.severity()));
        word.setText(line.word());
        word.getStyleClass()
                .setAll("label", "finding-word", "text-" + SeveritySign.colour(line.severity()));
        sentence.setText(line.sentence());
        since.setText(line.since());
        exactly.setText(line.exactly());
        link.setText(line.link());
        link.setVisible(!line.link().isEmpty());
        link.setOnAction(_ -> follow.accept(line));
        fill(measure, line.measure());
        fill(why, line.why());
        fill(advice, line.advice());
        boolean hasMore = measure.isManaged() || why.isManaged() || advice.isManaged();
        more.setVisible(hasMore);
    }

    private static void fill(Label label, String text) {
        label.setText(text);
        label.setVisible(!text.isEmpty());
        label.setManaged(label.isVisible());
    }
}
