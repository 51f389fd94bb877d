package dev.howdah.ui.overview;

import javafx.fxml.FXML;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** The page: judgement first, then numbers, then facts. */
public final class OverviewController {
    @FXML private ScrollPane scroll;
    @FXML private VBox page;
    @FXML private Node nodes;

    /** Scrolls to the picture of the nodes. */
    void revealNodes() {
        Bounds inPage = page.sceneToLocal(nodes.localToScene(nodes.getLayoutBounds()));
        double hidden = page.getHeight() - scroll.getViewportBounds().getHeight();
        scroll.setVvalue(hidden <= 0 ? 0 : Math.clamp(inPage.getMinY() / hidden, 0, 1));
        nodes.requestFocus();
    }
}
