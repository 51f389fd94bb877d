package dev.howdah.app;

import dev.howdah.core.Problem;
import dev.howdah.ui.ProblemBox;
import java.util.Optional;
import javafx.scene.layout.VBox;

/** A problem that leaves nothing else to show. */
final class TroublePage extends VBox {
    TroublePage(Problem problem) {
        getStyleClass().add("start-page");
        ProblemBox box = new ProblemBox();
        box.show(Optional.of(problem));
        getChildren().add(box);
    }
}
