package dev.howdah.ui.connect.form;

import javafx.geometry.Rectangle2D;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;

/** A window of its own over the main one, which can't be used meanwhile. */
public final class DialogStage {
    /** Of the screen's height, for the title bar and what a desktop keeps for itself. */
    private static final double MARGIN = 48;

    private final Window owner;
    private final Stage stage = new Stage();

    public DialogStage(Window owner, String title) {
        this.owner = owner;
        stage.initOwner(owner);
        stage.initModality(Modality.WINDOW_MODAL);
        stage.setTitle(title);
    }

    /** Shows this content, as wide as said and as high as it needs and the screen allows. */
    public void show(Parent content, double width) {
        Scene scene = new Scene(content);
        scene.getStylesheets().setAll(owner.getScene().getStylesheets());
        content.applyCss();
        double wanted = content.prefHeight(width);
        double most = Screen.getPrimary().getVisualBounds().getHeight() - MARGIN;
        stage.setScene(scene);
        stage.setOnShown(_ -> centre());
        stage.setWidth(width);
        stage.setMaxHeight(most + MARGIN);
        stage.setHeight(Math.min(wanted + MARGIN, most));
        stage.show();
    }

    public void whenClosed(Runnable action) {
        stage.setOnHidden(_ -> action.run());
    }

    public void close() {
        stage.close();
    }

    private void centre() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double x = owner.getX() + (owner.getWidth() - stage.getWidth()) / 2;
        double y = owner.getY() + (owner.getHeight() - stage.getHeight()) / 2;
        if (Screen.getScreens().size() == 1) {
            x =
                    Math.clamp(
                            x,
                            screen.getMinX(),
                            Math.max(screen.getMinX(), screen.getMaxX() - stage.getWidth()));
            y =
                    Math.clamp(
                            y,
                            screen.getMinY(),
                            Math.max(screen.getMinY(), screen.getMaxY() - stage.getHeight()));
        }
        stage.setX(x);
        stage.setY(Math.max(screen.getMinY(), y));
    }
}
