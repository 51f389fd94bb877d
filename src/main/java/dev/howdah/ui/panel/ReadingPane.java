package dev.howdah.ui.panel;

import dev.howdah.core.Problem;
import dev.howdah.core.Texts;
import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.beans.DefaultProperty;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
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

    private final StringProperty title = new SimpleStringProperty("");
    private final StringProperty emptyText = new SimpleStringProperty("");
    private final StringProperty emptyHint = new SimpleStringProperty("");
    private final ObjectProperty<PanelState> state =
            new SimpleObjectProperty<>(PanelState.waiting());
    private final ObjectProperty<@Nullable Runnable> onRetry = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Runnable> onShowSql = new SimpleObjectProperty<>();

    private final Label titleLabel = new Label();
    private final AgeLabel age = new AgeLabel();
    private final HBox mark = new HBox();
    private final HBox tools = new HBox();
    private final Button showSql = new Button("", new FontIcon("fth-code"));
    private final VBox banner = new VBox();
    private final StackPane content = new StackPane();
    private final VBox face = new VBox();
    private final StackPane body = new StackPane(content, face);
    private final PauseTransition skeletonDelay = new PauseTransition(SKELETON_DELAY);

    private boolean quiet;
    private @Nullable Face shown;

    /** What the face was built from: the age may change every second, the rest should not move. */
    private record Face(PanelState.Phase phase, Optional<Problem> problem) {}

    public ReadingPane() {
        getStyleClass().add("reading-pane");
        titleLabel.getStyleClass().add("panel-title");
        titleLabel.textProperty().bind(title);
        mark.getStyleClass().add("panel-tools");
        mark.managedProperty().bind(Bindings.isNotEmpty(mark.getChildren()));
        tools.getStyleClass().add("panel-tools");
        tools.managedProperty().bind(Bindings.isNotEmpty(tools.getChildren()));
        showSql.getStyleClass().addAll("flat", "button-icon", "panel-sql");
        showSql.setOnAction(_ -> run(onShowSql.get()));
        showSql.visibleProperty().bind(onShowSql.isNotNull());
        showSql.managedProperty().bind(showSql.visibleProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox header = new HBox(mark, titleLabel, age, gap, tools, showSql);
        header.getStyleClass().add("panel-header");
        header.visibleProperty().bind(title.isNotEmpty());
        header.managedProperty().bind(header.visibleProperty());
        banner.getStyleClass().add("panel-banner");
        face.getStyleClass().add("panel-face");
        VBox.setVgrow(body, Priority.ALWAYS);
        getChildren().addAll(header, banner, body);
        state.subscribe(this::show);
        skeletonDelay.setOnFinished(_ -> face.getChildren().setAll(PanelFaces.skeleton()));
        emptyText.subscribe(_ -> refreshFace());
        emptyHint.subscribe(_ -> refreshFace());
    }

    /** The content under the title; hidden only while there is nothing to show. */
    public ObservableList<Node> getContent() {
        return content.getChildren();
    }

    /** Nodes before the title, like the icon of a judgement. */
    public ObservableList<Node> getMark() {
        return mark.getChildren();
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
        refreshFace();
    }

    public boolean isQuiet() {
        return quiet;
    }

    /**
     * Whether trouble is told in one line without colour behind it. For panels that share a page:
     * when the server is away all of them know it, and one bar is enough.
     */
    public void setQuiet(boolean isQuiet) {
        quiet = isQuiet;
        refreshFace();
    }

    /** Shows the statement behind the panel; without it there is no such button. */
    public void setOnShowSql(Runnable show) {
        setOnShow(show, TEXTS.text("panel.showSql"));
    }

    /** Shows the requests behind the panel; without it there is no such button. */
    public void setOnShowRequest(Runnable show) {
        setOnShow(show, TEXTS.text("panel.showRequest"));
    }

    /** Shows the requests and the statements behind a panel that has both. */
    public void setOnShowSqlAndRequest(Runnable show) {
        setOnShow(show, TEXTS.text("panel.showSqlAndRequest"));
    }

    private void setOnShow(Runnable show, String what) {
        onShowSql.set(show);
        showSql.setTooltip(new Tooltip(what));
        showSql.setAccessibleText(what);
    }

    private void show(PanelState now) {
        age.show(now.takenAt());
        Face next = new Face(now.phase(), now.problem());
        if (next.equals(shown)) {
            return;
        }
        shown = next;
        skeletonDelay.stop();
        boolean hasContent =
                now.phase() == PanelState.Phase.FRESH || now.phase() == PanelState.Phase.STALE;
        content.setVisible(hasContent);
        // While waiting the content keeps its place, so that nothing jumps when it arrives.
        content.setManaged(hasContent || now.phase() == PanelState.Phase.WAITING);
        face.setVisible(!hasContent);
        face.setManaged(!hasContent);
        pseudoClassStateChanged(STALE, now.phase() == PanelState.Phase.STALE);
        face.getChildren().setAll(faceOf(now));
        banner.getChildren().setAll(bannerOf(now));
        banner.setVisible(!banner.getChildren().isEmpty());
        banner.setManaged(banner.isVisible());
        if (now.phase() == PanelState.Phase.WAITING) {
            skeletonDelay.playFromStart();
        }
    }

    private List<Node> faceOf(PanelState now) {
        return switch (now.phase()) {
            case EMPTY -> PanelFaces.empty(emptyText.get(), emptyHint.get());
            case UNAVAILABLE ->
                    now.problem()
                            .map(problem -> PanelFaces.unavailable(problem, onRetry.get()))
                            .orElse(List.of());
            case WAITING, FRESH, STALE -> List.of();
        };
    }

    private List<Node> bannerOf(PanelState now) {
        return now.phase() == PanelState.Phase.STALE
                ? now.problem().map(this::staleFace).stream().toList()
                : List.of();
    }

    private Node staleFace(Problem problem) {
        return quiet
                ? PanelFaces.staleLine(problem, onRetry.get())
                : PanelFaces.staleBar(problem, onRetry.get());
    }

    /** The face is built anew, so that it says what is wanted now. */
    private void refreshFace() {
        shown = null;
        show(state.get());
    }

    private static void run(@Nullable Runnable action) {
        if (action != null) {
            action.run();
        }
    }
}
