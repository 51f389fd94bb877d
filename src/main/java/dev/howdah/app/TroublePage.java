package dev.howdah.app;

import dev.howdah.core.Problem;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** A problem that leaves nothing else to show: what happened, what to do, the details below. */
final class TroublePage extends VBox {
    TroublePage(Problem problem) {
        getStyleClass().add("start-page");
        Label title = new Label(problem.sentence());
        title.getStyleClass().add("page-title");
        Label remedy = new Label(problem.remedy());
        Label detail = new Label(problem.detail());
        detail.getStyleClass().addAll("code-text", "text-muted");
        for (Label label : new Label[] {title, remedy, detail}) {
            label.setWrapText(true);
        }
        getChildren().addAll(title, remedy, detail);
    }
}
