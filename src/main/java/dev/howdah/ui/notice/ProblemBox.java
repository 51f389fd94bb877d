package dev.howdah.ui.notice;

import dev.howdah.core.Problem;
import dev.howdah.core.Texts;
import dev.howdah.ui.Lines;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A problem: what happened, what to do, and the details folded. No room without one. */
public final class ProblemBox extends VBox {
    private static final Texts TEXTS = Texts.of(ProblemBox.class);

    /** Icon and gap, so that the details begin where the sentence does. */
    private static final double LEFT_OF_WORDS = 24;

    /** Of a small button. */
    private static final double OWN_PADDING = 8;

    private final NoticeBox words = new NoticeBox();
    private final ToggleButton open = new ToggleButton(TEXTS.text("panel.details"));
    private final Label detail = new Label();

    public ProblemBox() {
        getStyleClass().add("problem-box");
        open.getStyleClass().addAll("small", "flat");
        detail.getStyleClass().add("code-text");
        detail.setWrapText(true);
        detail.setMinHeight(Region.USE_PREF_SIZE);
        detail.visibleProperty().bind(open.selectedProperty());
        detail.managedProperty().bind(detail.visibleProperty());
        open.managedProperty().bind(open.visibleProperty());
        setMargin(open, new Insets(0, 0, 0, LEFT_OF_WORDS - OWN_PADDING));
        setMargin(detail, new Insets(0, 0, 0, LEFT_OF_WORDS));
        getChildren().setAll(words, open, detail);
        show(Optional.empty());
    }

    /** Shows this problem instead of the former one. */
    public void show(Optional<Problem> problem) {
        setVisible(problem.isPresent());
        setManaged(problem.isPresent());
        open.setSelected(false);
        words.show(
                problem.map(p -> new Notice(Notice.Level.DANGER, p.sentence(), p.remedy()))
                        .map(List::of)
                        .orElse(List.of()));
        String text = problem.map(Problem::detail).orElse("");
        open.setVisible(!text.isEmpty());
        detail.setText(Lines.capped(text));
    }
}
