package dev.howdah.ui;

import dev.howdah.core.Problem;
import dev.howdah.core.Quantities;
import dev.howdah.core.Texts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.beans.DefaultProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The frame of a panel: title, age of the data, tools, and one of five faces. Content stays visible
 * when it is stale, dimmed, under a banner that says how old it is and why.
 */
@DefaultProperty("content")
public final class ReadingPane extends VBox {
    private static final Texts TEXTS = Texts.of(ReadingPane.class);
    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");
    private static final javafx.util.Duration SKELETON_DELAY = javafx.util.Duration.millis(300);
    private static final DateTimeFormatter EXACT =
            DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.MEDIUM)
                    .withZone(ZoneId.systemDefault());

    private final StringProperty title = new SimpleStringProperty("");
    private final StringProperty emptyText = new SimpleStringProperty("");
    private final StringProperty emptyHint = new SimpleStringProperty("");
    private final ObjectProperty<PanelState> state =
            new SimpleObjectProperty<>(PanelState.waiting());
    private final ObjectProperty<@Nullable Runnable> onRetry = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Runnable> onShowSql = new SimpleObjectProperty<>();

    private final Clock clock = Clock.systemUTC();
    private final Label titleLabel = new Label();
    private final Label age = new Label();
    private final Tooltip exactTime = new Tooltip();
    private final HBox tools = new HBox();
    private final Button showSql = new Button(TEXTS.text("panel.showSql"));
    private final VBox banner = new VBox();
    private final StackPane content = new StackPane();
    private final VBox face = new VBox();
    private final StackPane body = new StackPane(content, face);
    private final PauseTransition skeletonDelay = new PauseTransition(SKELETON_DELAY);
    private final Timeline ageing =
            new Timeline(new KeyFrame(javafx.util.Duration.seconds(1), _ -> showAge()));

    public ReadingPane() {
        getStyleClass().add("reading-pane");
        titleLabel.getStyleClass().add("panel-title");
        titleLabel.textProperty().bind(title);
        age.getStyleClass().addAll("caption", "text-muted");
        age.setTooltip(exactTime);
        tools.getStyleClass().add("panel-tools");
        showSql.getStyleClass().addAll("flat", "small", "panel-sql");
        showSql.setGraphic(new FontIcon("fth-code"));
        showSql.setOnAction(_ -> run(onShowSql.get()));
        showSql.visibleProperty().bind(onShowSql.isNotNull());
        showSql.managedProperty().bind(showSql.visibleProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox header = new HBox(titleLabel, age, gap, tools, showSql);
        header.getStyleClass().add("panel-header");
        header.visibleProperty().bind(title.isNotEmpty());
        header.managedProperty().bind(header.visibleProperty());
        banner.getStyleClass().add("panel-banner");
        face.getStyleClass().add("panel-face");
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(header, banner, body);
        state.subscribe(this::show);
        skeletonDelay.setOnFinished(_ -> showSkeleton());
        ageing.setCycleCount(Animation.INDEFINITE);
        sceneProperty().subscribe(scene -> tickWhile(scene != null));
    }

    /** The content under the title; hidden only while there is nothing to show. */
    public ObservableList<Node> getContent() {
        return content.getChildren();
    }

    /** Nodes at the right end of the title line. */
    public ObservableList<Node> getTools() {
        return tools.getChildren();
    }

    public StringProperty titleProperty() {
        return title;
    }

    public String getTitle() {
        return title.get();
    }

    public void setTitle(String text) {
        title.set(text);
    }

    /** The sentence for a panel that was read and has nothing to show. */
    public StringProperty emptyTextProperty() {
        return emptyText;
    }

    public String getEmptyText() {
        return emptyText.get();
    }

    public void setEmptyText(String text) {
        emptyText.set(text);
    }

    /** What to do when there is nothing to show; may stay empty. */
    public StringProperty emptyHintProperty() {
        return emptyHint;
    }

    public String getEmptyHint() {
        return emptyHint.get();
    }

    public void setEmptyHint(String text) {
        emptyHint.set(text);
    }

    public ObjectProperty<PanelState> stateProperty() {
        return state;
    }

    /** Asks again at once; without it no Retry is offered. */
    public void setOnRetry(Runnable retry) {
        onRetry.set(retry);
        show(state.get());
    }

    /** Shows the statement behind the panel; without it there is no such button. */
    public void setOnShowSql(Runnable show) {
        onShowSql.set(show);
    }

    private void show(PanelState now) {
        skeletonDelay.stop();
        boolean hasContent =
                now.phase() == PanelState.Phase.FRESH || now.phase() == PanelState.Phase.STALE;
        content.setVisible(hasContent);
        face.setVisible(!hasContent);
        pseudoClassStateChanged(STALE, now.phase() == PanelState.Phase.STALE);
        face.getChildren().clear();
        banner.getChildren().clear();
        switch (now.phase()) {
            case WAITING -> skeletonDelay.playFromStart();
            case EMPTY -> showEmpty();
            case STALE ->
                    now.problem().ifPresent(problem -> banner.getChildren().add(bar(problem)));
            case UNAVAILABLE -> now.problem().ifPresent(this::showUnavailable);
            case FRESH -> {}
        }
        banner.setVisible(!banner.getChildren().isEmpty());
        banner.setManaged(banner.isVisible());
        showAge();
    }

    private void showSkeleton() {
        for (String width : new String[] {"wide", "middle", "narrow"}) {
            Region line = new Region();
            line.getStyleClass().addAll("skeleton", width);
            face.getChildren().add(line);
        }
    }

    private void showEmpty() {
        Label sentence = wrapped(emptyText.get(), "panel-face-title");
        face.getChildren().add(sentence);
        if (!emptyHint.get().isEmpty()) {
            face.getChildren().add(wrapped(emptyHint.get(), "text-muted"));
        }
    }

    private void showUnavailable(Problem problem) {
        HBox title = new HBox(icon(problem), wrapped(problem.sentence(), "panel-face-title"));
        title.getStyleClass().add("panel-face-line");
        face.getChildren().add(title);
        addRemedyDetailsAndRetry(face, problem);
    }

    private Node bar(Problem problem) {
        HBox line = new HBox(icon(problem), wrapped(problem.sentence(), "strong"));
        line.getStyleClass().add("panel-face-line");
        VBox all = new VBox(line);
        all.getStyleClass().add("stale-bar");
        addRemedyDetailsAndRetry(all, problem);
        return all;
    }

    private void addRemedyDetailsAndRetry(VBox to, Problem problem) {
        if (!problem.remedy().isEmpty()) {
            to.getChildren().add(wrapped(problem.remedy(), "text-muted"));
        }
        if (!problem.detail().isEmpty()) {
            TitledPane details =
                    new TitledPane(
                            TEXTS.text("panel.details"), wrapped(problem.detail(), "code-text"));
            details.setExpanded(false);
            details.setAnimated(false);
            details.getStyleClass().addAll("dense", "panel-details");
            to.getChildren().add(details);
        }
        if (onRetry.get() != null) {
            Button retry = new Button(TEXTS.text("panel.retry"));
            retry.getStyleClass().add("small");
            retry.setOnAction(_ -> run(onRetry.get()));
            to.getChildren().add(retry);
        }
    }

    private static FontIcon icon(Problem problem) {
        FontIcon icon =
                new FontIcon(
                        problem.kind() == Problem.Kind.NOT_SUPPORTED
                                ? "fth-info"
                                : "fth-alert-triangle");
        icon.getStyleClass().add("warning");
        return icon;
    }

    private static Label wrapped(String text, String styleClass) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add(styleClass);
        return label;
    }

    private void tickWhile(boolean onScreen) {
        if (onScreen) {
            ageing.play();
        } else {
            ageing.stop();
        }
    }

    private void showAge() {
        Instant takenAt = state.get().takenAt().orElse(null);
        if (takenAt == null) {
            age.setText("");
            return;
        }
        Duration old = Duration.between(takenAt, clock.instant());
        String ago = Quantities.duration(Duration.ofSeconds(Math.max(0, old.toSeconds())));
        age.setText(
                old.toSeconds() < 1
                        ? TEXTS.text("panel.now")
                        : TEXTS.text("panel.ago", ago.replace(".0 s", " s")));
        exactTime.setText(EXACT.format(takenAt));
    }

    private static void run(@Nullable Runnable action) {
        if (action != null) {
            action.run();
        }
    }
}
