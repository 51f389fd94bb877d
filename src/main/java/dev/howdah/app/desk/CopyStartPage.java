package dev.howdah.app.desk;

import dev.howdah.core.Problem;
import dev.howdah.core.Texts;
import dev.howdah.ui.notice.ProblemBox;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** What stands in the place of a copy while its server is being started, or when it could not. */
final class CopyStartPage extends VBox {
    private static final Texts TEXTS = Texts.of(CopyStartPage.class);

    private final Label sentence = new Label(TEXTS.text("copies.starting"));
    private final ProgressBar progress = new ProgressBar();
    private final ProblemBox problem = new ProblemBox();

    CopyStartPage(String name) {
        getStyleClass().add("start-page");
        Label title = new Label(name);
        title.getStyleClass().add("page-title");
        sentence.getStyleClass().add("text-muted");
        sentence.setWrapText(true);
        progress.setMaxWidth(Double.MAX_VALUE);
        getChildren().setAll(title, sentence, progress, problem);
    }

    void showProblem(Problem why) {
        getChildren().remove(progress);
        getChildren().remove(sentence);
        problem.show(Optional.of(why));
    }
}
