package dev.howdah.ui.panel;

import dev.howdah.core.Problem;
import dev.howdah.core.Texts;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Builds what a {@link ReadingPane} shows in place of, or above, its content. */
final class PanelFaces {
    private static final Texts TEXTS = Texts.of(PanelFaces.class);

    private PanelFaces() {}

    /** Grey lines where text will be. */
    static List<Node> skeleton() {
        return List.of(skeletonLine("wide"), skeletonLine("middle"), skeletonLine("narrow"));
    }

    private static Node skeletonLine(String width) {
        Region line = new Region();
        line.getStyleClass().addAll("skeleton", width);
        return line;
    }

    static List<Node> empty(String sentence, String hint) {
        Label title = wrapped(sentence, "panel-face-title");
        return hint.isEmpty() ? List.of(title) : List.of(title, wrapped(hint, "text-muted"));
    }

    /** Why there is nothing, what to do, and the means to try again. */
    static List<Node> unavailable(Problem problem, @Nullable Runnable retry) {
        HBox title = new HBox(icon(problem), wrapped(problem.sentence(), "panel-face-title"));
        title.getStyleClass().add("panel-face-line");
        VBox words = new VBox(title);
        words.getStyleClass().add("panel-face-words");
        if (!problem.remedy().isEmpty()) {
            words.getChildren().add(wrapped(problem.remedy(), "text-muted"));
        }
        Label detail = detail(problem);
        HBox acts = new HBox();
        acts.getStyleClass().add("panel-face-acts");
        addActs(acts, problem, detail, retry);
        return List.of(words, acts, detail);
    }

    /** One bar above old content: why it is old, what to do, and the means to try again. */
    static Node staleBar(Problem problem, @Nullable Runnable retry) {
        VBox words = new VBox(wrapped(problem.sentence(), "strong"));
        HBox.setHgrow(words, Priority.ALWAYS);
        if (!problem.remedy().isEmpty()) {
            words.getChildren().add(wrapped(problem.remedy(), "text-muted"));
        }
        Label detail = detail(problem);
        HBox line = new HBox(icon(problem), words);
        line.getStyleClass().add("panel-face-line");
        addActs(line, problem, detail, retry);
        VBox bar = new VBox(line, detail);
        bar.getStyleClass().add("stale-bar");
        return bar;
    }

    /** The same in one line; the rest is in its tooltip. */
    static Node staleLine(Problem problem, @Nullable Runnable retry) {
        Label sentence = new Label(problem.sentence(), icon(problem));
        sentence.getStyleClass().addAll("caption", "text-muted");
        sentence.setTooltip(new Tooltip((problem.remedy() + "\n" + problem.detail()).strip()));
        HBox line = new HBox(sentence);
        line.getStyleClass().add("stale-line");
        if (retry != null) {
            Hyperlink again = new Hyperlink(TEXTS.text("panel.retry"));
            again.getStyleClass().add("caption");
            again.setMinWidth(Region.USE_PREF_SIZE);
            again.setOnAction(_ -> retry.run());
            line.getChildren().add(again);
        }
        return line;
    }

    private static void addActs(HBox to, Problem problem, Label detail, @Nullable Runnable retry) {
        if (retry != null && problem.kind() != Problem.Kind.NOT_SUPPORTED) {
            Button again = new Button(TEXTS.text("panel.retry"));
            again.getStyleClass().add("small");
            again.setMinWidth(Region.USE_PREF_SIZE);
            again.setOnAction(_ -> retry.run());
            to.getChildren().add(again);
        }
        if (!problem.detail().isEmpty()) {
            ToggleButton open = new ToggleButton(TEXTS.text("panel.details"));
            open.getStyleClass().addAll("small", "flat");
            open.setMinWidth(Region.USE_PREF_SIZE);
            detail.visibleProperty().bind(open.selectedProperty());
            to.getChildren().add(open);
        }
    }

    /** The technical text, folded until it is asked for. */
    private static Label detail(Problem problem) {
        Label label = wrapped(problem.detail(), "code-text");
        label.setVisible(false);
        label.managedProperty().bind(label.visibleProperty());
        return label;
    }

    private static FontIcon icon(Problem problem) {
        boolean nobodysFault = problem.kind() == Problem.Kind.NOT_SUPPORTED;
        FontIcon icon = new FontIcon(nobodysFault ? "fth-info" : "fth-alert-triangle");
        icon.getStyleClass().add(nobodysFault ? "muted" : "warning");
        return icon;
    }

    private static Label wrapped(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }
}
