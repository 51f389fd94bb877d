package dev.howdah.ui.settings.asking;

import dev.howdah.core.Texts;
import dev.howdah.ui.settings.asking.WorkState.Mark;
import dev.howdah.ui.settings.asking.WorkState.Outcome;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** One operation of the provider: how far it is, step by step, or how it ended. */
public final class WorkBox extends VBox {
    private static final Texts TEXTS = Texts.of(WorkBox.class);

    public WorkBox() {
        getStyleClass().addAll("card-box", "work-box");
        show(Optional.empty());
    }

    /** Takes no room while there is nothing to show. */
    public void show(Optional<WorkState> work) {
        getChildren().clear();
        setVisible(work.isPresent());
        setManaged(work.isPresent());
        work.ifPresent(this::fill);
    }

    private void fill(WorkState work) {
        Label title = new Label(work.title(), icon(work.outcome()));
        title.getStyleClass().addAll("section-title", "work-title");
        Label outcome = new Label(TEXTS.text("work." + work.outcome()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label time = label(work.time(), "text-muted");
        time.setMinWidth(Region.USE_PREF_SIZE);
        HBox head = new HBox(title, outcome, gap, time);
        head.getStyleClass().add("work-head");
        getChildren().add(head);
        if (work.outcome().isUnderWay() && work.progress() >= 0) {
            ProgressBar bar = new ProgressBar(work.progress());
            bar.setMaxWidth(Double.MAX_VALUE);
            getChildren().add(bar);
        }
        if (!work.steps().isEmpty()) {
            FlowPane steps = new FlowPane();
            steps.getStyleClass().add("work-steps");
            work.steps().forEach(step -> steps.getChildren().add(line(step)));
            getChildren().add(steps);
        }
        String words =
                work.outcome().isUnderWay()
                        ? work.sentence() + " " + TEXTS.text("work.noCancel")
                        : work.sentence();
        getChildren().add(label(words, "text-muted"));
    }

    private static Node line(WorkState.Step step) {
        Label label = new Label(step.name(), icon(step.mark()));
        label.getStyleClass().add(step.mark() == Mark.NOW ? "strong" : "text-muted");
        return label;
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }

    private static FontIcon icon(Mark mark) {
        return switch (mark) {
            case AHEAD -> icon("fth-circle", "muted");
            case NOW -> icon("fth-play-circle", "muted");
            case DONE -> icon("fth-check-circle", "success");
            case FAILED -> icon("fth-alert-octagon", "danger");
        };
    }

    private static FontIcon icon(Outcome outcome) {
        return switch (outcome) {
            case RUNNING -> icon("fth-play-circle", "muted");
            case UNSURE, PARTLY, ABANDONED -> icon("fth-alert-triangle", "warning");
            case DONE -> icon("fth-check-circle", "success");
            case FAILED -> icon("fth-alert-octagon", "danger");
        };
    }

    private static FontIcon icon(String literal, String styleClass) {
        FontIcon icon = new FontIcon(literal);
        icon.getStyleClass().add(styleClass);
        return icon;
    }
}
